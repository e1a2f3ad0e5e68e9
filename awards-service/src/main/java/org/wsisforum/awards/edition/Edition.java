package org.wsisforum.awards.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** One year of the WSIS Prizes. */
@Entity
class Edition {
    @Id
    private String code;

    @Version
    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    private String zone;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Language> languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Phase> phases;

    @JdbcTypeCode(SqlTypes.JSON)
    private Rules rules;

    protected Edition() {}

    Edition(EditionInput input) {
        this.code = input.code();
        this.title = input.title();
        this.zone = input.zone();
        this.languages = input.languages();
        this.phases = input.phases();
        this.rules = input.rules();
    }

    String code() {
        return code;
    }

    Text title() {
        return title;
    }

    String zone() {
        return zone;
    }

    List<Language> languages() {
        return languages;
    }

    List<Phase> phases() {
        return phases;
    }

    Rules rules() {
        return rules;
    }

    /** The phase that the contest is in; none before, between and after them. */
    Optional<PhaseCode> phaseAt(Instant moment) {
        return phases.stream()
                .filter(phase -> phase.holds(moment))
                .map(Phase::code)
                .findFirst();
    }

    /** Where the session stands in the agenda in which the winners are announced; empty while that is not known. */
    Optional<String> ceremony() {
        return Optional.ofNullable(rules.ceremony())
                .map(session -> "/agenda/v1/editions/" + code + "/sessions/" + session);
    }

    /** The languages of a text that this edition does not speak. */
    List<Language> notSpoken(Text text) {
        return text.languagesOutside(Set.copyOf(languages));
    }
}
