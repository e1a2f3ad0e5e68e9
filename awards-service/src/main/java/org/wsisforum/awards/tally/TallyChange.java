package org.wsisforum.awards.tally;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens while votes are counted. The awards manager alone reads of it, until champions and numbers become public. */
enum TallyChange implements ChangeType {
    REQUESTED("tally.requested", "tallies/{id}", "Somebody asked for the votes to be counted."),
    DONE("tally.done", "tallies/{id}", "The votes were counted."),
    FAILED("tally.failed", "tallies/{id}", "The votes could not be counted."),
    DECIDED(
            "tie.decided",
            "ties/{code}",
            "The Expert Group's decision between projects with as many votes was recorded.",
            "projects",
            "reason"),
    PUBLISHED("tally.published", "tallies/{id}", "A tally made the champions of the edition."),
    CHAMPIONS_PUBLISHED("champions.published", "champions/{code}", "The champions of a category are public."),
    COUNTS_PUBLISHED(
            "counts.published",
            "champions",
            "How many votes each champion has is public, as are the tally's document and the ledger's file.");

    private final String what;
    private final String subject;
    private final String meaning;
    private final Set<String> fields;

    TallyChange(String what, String subject, String meaning, String... fields) {
        this.what = what;
        this.subject = subject;
        this.meaning = meaning;
        this.fields = Set.of(fields);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(
                this == CHAMPIONS_PUBLISHED || this == COUNTS_PUBLISHED
                        ? Audience.PUBLIC
                        : Audience.role(Role.AWARDS_MANAGER));
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
