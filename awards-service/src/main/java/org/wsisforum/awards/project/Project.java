package org.wsisforum.awards.project;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.changes.Change;

/** What takes part in the contest, or is being prepared to. */
@Entity
class Project {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private int category;

    @Enumerated(EnumType.STRING)
    private ProjectState state;

    private String owner;
    private String[] coOwners;
    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectInput form;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectInput.Contact contact;

    private String entity;
    private String country;
    private String stakeholderType;
    private Integer[] goals;
    private String titleKey;
    private String entityKey;
    private String entityInCategory;
    private Instant createdAt;
    private Instant changedAt;
    private Instant submittedAt;

    protected Project() {}

    Project(String edition, String owner, ProjectInput input, Instant now) {
        this.id = UUID.randomUUID();
        this.edition = edition;
        this.owner = owner;
        this.coOwners = new String[0];
        this.state = ProjectState.DRAFT;
        this.createdAt = now;
        write(input, now);
    }

    /**
     * Writes the form anew. What takes part must stay whole.
     *
     * @return the names of the fields that changed
     */
    List<String> replace(ProjectInput input, Rules rules, Instant now) {
        if (state == ProjectState.WITHDRAWN) {
            throw ProjectProblem.PROJECT_WITHDRAWN.because("What was withdrawn is not changed any more.");
        }
        if (state == ProjectState.SUBMITTED) {
            requireWhole(input, rules);
        }
        var fields = Change.differences(form(), input);
        if (!fields.isEmpty()) {
            write(input, now);
            if (state == ProjectState.SUBMITTED) {
                entityInCategory = rules.onePerEntityAndCategory() ? entityKey : null;
            }
        }
        return fields;
    }

    /** Lets it take part. */
    void submit(Rules rules, Instant now) {
        if (state == ProjectState.SUBMITTED) {
            throw ProjectProblem.PROJECT_SUBMITTED.because("It was submitted at " + submittedAt + ".");
        }
        if (state == ProjectState.WITHDRAWN) {
            throw ProjectProblem.PROJECT_WITHDRAWN.because("Make another project of it.");
        }
        requireWhole(form(), rules);
        entityInCategory = rules.onePerEntityAndCategory() ? entityKey : null;
        state = ProjectState.SUBMITTED;
        submittedAt = now;
        changedAt = now;
    }

    /** Takes it out of the contest, for good. */
    void withdraw(Instant now) {
        if (state != ProjectState.SUBMITTED) {
            throw ProjectProblem.PROJECT_NOT_SUBMITTED.because("Only what takes part can be withdrawn.");
        }
        state = ProjectState.WITHDRAWN;
        changedAt = now;
    }

    /** Refuses to throw away what has taken part: it is withdrawn, and its history stays. */
    void requireDraft() {
        if (state != ProjectState.DRAFT) {
            throw ProjectProblem.PROJECT_SUBMITTED.because("Withdraw it instead.");
        }
    }

    private static void requireWhole(ProjectInput input, Rules rules) {
        var gaps = input.gaps(rules);
        if (!gaps.isEmpty()) {
            throw ProjectProblem.PROJECT_INCOMPLETE.because(
                    gaps.size() == 1
                            ? "One thing is missing or does not fit."
                            : gaps.size() + " things are missing or do not fit.",
                    gaps);
        }
    }

    private void write(ProjectInput input, Instant now) {
        category = input.category();
        title = input.title();
        form = input.withoutContact();
        contact = input.contact();
        entity = input.entity();
        country = input.country();
        stakeholderType = input.stakeholderType();
        goals = input.linkages().stream()
                .map(ProjectInput.Linkage::goal)
                .sorted()
                .toArray(Integer[]::new);
        titleKey = title == null ? null : Likeness.key(title);
        entityKey = entity == null ? null : Likeness.key(entity);
        changedAt = now;
    }

    /** Whether this person may write it. */
    boolean isOf(String subject) {
        return owner.equals(subject) || Arrays.asList(coOwners).contains(subject);
    }

    /** Whether this person may say who else may write it. */
    boolean isOwnedBy(String subject) {
        return owner.equals(subject);
    }

    /** Lets somebody else write it too; false if that was so already. */
    boolean share(String subject, Instant now) {
        if (isOf(subject)) {
            return false;
        }
        coOwners =
                Stream.concat(Stream.of(coOwners), Stream.of(subject)).sorted().toArray(String[]::new);
        changedAt = now;
        return true;
    }

    /** No longer lets somebody write it; false if that was so already. */
    boolean unshare(String subject, Instant now) {
        var others = Stream.of(coOwners).filter(other -> !other.equals(subject)).toArray(String[]::new);
        if (others.length == coOwners.length) {
            return false;
        }
        coOwners = others;
        changedAt = now;
        return true;
    }

    /** The form in which its owners would write it. */
    ProjectInput form() {
        return form.withContact(contact);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    int category() {
        return category;
    }

    ProjectState state() {
        return state;
    }

    String owner() {
        return owner;
    }

    /** All who may write it. */
    List<String> writers() {
        return Stream.concat(Stream.of(owner), Stream.of(coOwners)).toList();
    }

    List<String> coOwners() {
        return List.of(coOwners);
    }

    String entityKey() {
        return entityKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant submittedAt() {
        return submittedAt;
    }
}
