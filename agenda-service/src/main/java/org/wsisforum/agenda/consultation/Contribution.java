package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.changes.Change;

/** A contribution to the open consultation. */
@Entity
class Contribution {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String owner;
    private String form;
    private String stakeholderType;
    private String region;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> topics;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> actionLines;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> goals;

    @JdbcTypeCode(SqlTypes.JSON)
    private ContributionInput said;

    /** Whether a reviewer leaves it on the public list. */
    private boolean listed;

    /** Whether everybody reads it. */
    private boolean shown;

    private Instant contributedAt;

    protected Contribution() {}

    Contribution(Edition edition, ContributionInput said, String owner, Instant now) {
        this.edition = edition.code();
        this.owner = owner;
        this.listed = true;
        this.contributedAt = now;
        requireOpen(edition, said.form(), now);
        write(edition, said);
    }

    /**
     * Replaces what is said, while the form that it has and the form that it gets are open; names the fields that are new. That it
     * is not to be public any more is said at any time.
     */
    List<String> rewrite(Edition edition, ContributionInput said, Instant now) {
        var fields = Change.differences(this.said, said);
        if (said.publish() || !fields.equals(List.of("publish"))) {
            requireOpen(edition, form, now);
            requireOpen(edition, said.form(), now);
        }
        write(edition, said);
        return fields;
    }

    /** Leaves it on the public list, or takes it off. */
    void list(Edition edition, boolean onTheList) {
        listed = onTheList;
        write(edition, said);
    }

    private void write(Edition edition, ContributionInput said) {
        this.said = said;
        form = said.form();
        stakeholderType = said.from().stakeholderType();
        region = said.from().countedUnder();
        topics = said.topics();
        actionLines = said.actionLines();
        goals = said.goals();
        shown = listed
                && said.publish()
                && edition.consultation().form(form).stream().noneMatch(kind -> kind.personal());
    }

    private static void requireOpen(Edition edition, String form, Instant now) {
        var phases =
                edition.phases(edition.consultation().form(form).orElseThrow().phases());
        if (phases.stream().noneMatch(phase -> phase.isAt(now))) {
            throw ConsultationProblem.closed(phases);
        }
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

    String owner() {
        return owner;
    }

    ContributionInput said() {
        return said;
    }

    boolean isListed() {
        return listed;
    }

    boolean isShown() {
        return shown;
    }

    Instant contributedAt() {
        return contributedAt;
    }
}
