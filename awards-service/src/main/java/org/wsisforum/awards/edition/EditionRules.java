package org.wsisforum.awards.edition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** What other features ask of an edition. */
@ApplicationScoped
public class EditionRules {

    @Inject
    Editions editions;

    /** Refuses an edition that is not stored with 404. */
    public void requireEdition(String edition) {
        editions.require(edition);
    }

    /** The rules of an edition; 404 for one that is not stored. */
    public Rules of(String edition) {
        return editions.require(edition).rules();
    }

    /** The phase that an edition is in at this moment; none before, between and after its phases. */
    public Optional<PhaseCode> phaseAt(String edition, Instant moment) {
        return editions.require(edition).phaseAt(moment);
    }

    /** When a phase begins, or has begun: the first instant that belongs to it; empty if the edition has none such. */
    public Optional<Instant> startOf(String edition, PhaseCode phase) {
        return editions.require(edition).phases().stream()
                .filter(p -> p.code() == phase)
                .map(Phase::startsAt)
                .findFirst();
    }

    /** When a phase ends, or has ended: the first instant that no longer belongs to it; empty if the edition has none such. */
    public Optional<Instant> endOf(String edition, PhaseCode phase) {
        return editions.require(edition).phases().stream()
                .filter(p -> p.code() == phase)
                .map(Phase::endsAt)
                .findFirst();
    }

    /** Where the session stands in the agenda in which the winners are announced; empty while that is not known. */
    public Optional<String> ceremony(String edition) {
        return editions.require(edition).ceremony();
    }

    /** The name of an edition. */
    public Text title(String edition) {
        return editions.require(edition).title();
    }

    /** The language to write in to somebody who wants this one: it, if the edition speaks it, else English, else its first. */
    public Language languageFor(String edition, Language wanted) {
        var spoken = editions.require(edition).languages();
        return Stream.of(wanted, Language.EN)
                .filter(spoken::contains)
                .findFirst()
                .orElseGet(spoken::getFirst);
    }

    /** The editions of later years that are stored; none of a rehearsal, which has no consequences. */
    public List<String> later(String edition) {
        return edition.contains("-") ? List.of() : editions.later(edition);
    }

    /** The zone in which an edition tells instants to people. */
    public ZoneId zone(String edition) {
        return ZoneId.of(editions.require(edition).zone());
    }

    /**
     * Refuses a text with words in a language that the edition does not speak.
     *
     * @param pointer where the text stands in the body, for example {@code /name}
     */
    public void requireSpoken(String edition, String pointer, Text text) {
        var year = editions.require(edition);
        var foreign = year.notSpoken(text);
        if (!foreign.isEmpty()) {
            var spoken = year.languages().stream().map(Language::tag).collect(Collectors.joining(", "));
            throw RequestProblem.VALIDATION_FAILED.because(
                    "The edition " + edition + " speaks " + spoken + ".",
                    foreign.stream()
                            .map(l -> FieldError.at(
                                    pointer + "/" + l.tag(),
                                    "language-of-edition",
                                    "Only languages of the edition: " + spoken + "."))
                            .toList());
        }
    }
}
