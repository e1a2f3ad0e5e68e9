package org.wsisforum.awards.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.awards.project.Submissions;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.reference.Country;

/** A member of the Expert Group in one edition. */
@Entity
@IdClass(Expert.Key.class)
class Expert {

    /** What an expert is known by. */
    record Key(String edition, String subject) {}

    @Id
    private String edition;

    @Id
    private String subject;

    @Version
    private long version;

    private Integer[] categories;
    private String country;
    private String entity;
    private String entityKey;
    private String[] collaborators;
    private String[] collaboratorKeys;

    protected Expert() {}

    Expert(String edition, String subject, ExpertInput input) {
        this.edition = edition;
        this.subject = subject;
        write(input);
    }

    /**
     * Takes over what was handed in.
     *
     * @return the names of the fields that are different now
     */
    List<String> replaceBy(ExpertInput input) {
        var before = asInput();
        write(input);
        return Change.differences(before, asInput());
    }

    private void write(ExpertInput input) {
        categories = input.categories().stream().distinct().sorted().toArray(Integer[]::new);
        country = Country.of(input.country()).orElseThrow().code();
        entity = input.entity();
        entityKey = entity == null ? null : Submissions.entityKey(entity);
        collaborators = input.collaborators().toArray(String[]::new);
        collaboratorKeys =
                input.collaborators().stream().map(Submissions::entityKey).toArray(String[]::new);
    }

    /** What stands between this expert and a project, as far as it follows from what is known of both. */
    Set<ConflictKind> conflictsWith(Submission project, Rules.Review rules) {
        var found = EnumSet.noneOf(ConflictKind.class);
        if (project.writers().contains(subject)) {
            found.add(ConflictKind.OWN_PROJECT);
        }
        if (project.entityKey().equals(entityKey)) {
            found.add(ConflictKind.SAME_ENTITY);
        }
        if (Arrays.asList(collaboratorKeys).contains(project.entityKey())) {
            found.add(ConflictKind.PAST_COLLABORATION);
        }
        if (rules.sameCountryConflicts() && country.equals(project.form().country())) {
            found.add(ConflictKind.SAME_COUNTRY);
        }
        return found;
    }

    boolean judges(int category) {
        return Arrays.asList(categories).contains(category);
    }

    /** The ITU region of the expert's country. */
    String region() {
        return Country.of(country).orElseThrow().region();
    }

    ExpertInput asInput() {
        return new ExpertInput(List.of(categories), country, entity, List.of(collaborators));
    }

    String subject() {
        return subject;
    }

    long version() {
        return version;
    }
}
