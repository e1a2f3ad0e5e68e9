package org.wsisforum.awards.pastwinner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/** A project that won in an earlier edition. */
@Entity
class PastWinner {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private int year;
    private String actionLine;
    private String title;
    private String entity;
    private String country;

    protected PastWinner() {}

    PastWinner(String edition, UUID id, PastWinnerInput input) {
        this.edition = edition;
        this.id = id;
        replaceBy(input);
    }

    /**
     * Takes over what was handed in.
     *
     * @return the names of the fields that are different now
     */
    List<String> replaceBy(PastWinnerInput input) {
        requireBefore(edition, input.year());
        var changed = new ArrayList<String>();
        if (year != input.year()) {
            year = input.year();
            changed.add("year");
        }
        if (!Objects.equals(actionLine, input.actionLine())) {
            actionLine = input.actionLine();
            changed.add("actionLine");
        }
        if (!Objects.equals(title, input.title())) {
            title = input.title();
            changed.add("title");
        }
        if (!Objects.equals(entity, input.entity())) {
            entity = input.entity();
            changed.add("entity");
        }
        if (!Objects.equals(country, input.country())) {
            country = input.country();
            changed.add("country");
        }
        return changed;
    }

    /** Only what won before the edition can keep a project out of it. */
    private static void requireBefore(String edition, int year) {
        var own = edition.substring(0, 4);
        if (year >= Integer.parseInt(own)) {
            throw RequestProblem.VALIDATION_FAILED.because(
                    "One field breaks a rule.",
                    List.of(FieldError.at("/year", "not-before-edition", "A year before " + own + ".")));
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

    int year() {
        return year;
    }

    String actionLine() {
        return actionLine;
    }

    String title() {
        return title;
    }

    String entity() {
        return entity;
    }

    String country() {
        return country;
    }
}
