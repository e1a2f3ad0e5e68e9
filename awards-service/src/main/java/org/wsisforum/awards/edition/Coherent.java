package org.wsisforum.awards.edition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** The parts of an edition fit together: its phases follow each other, its quotas narrow down, its texts keep its languages. */
@Constraint(validatedBy = Coherent.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Coherent {
    String message() default "The parts of the edition contradict each other.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports every contradiction where it stands; what is missing is the business of the fields' own rules. */
    class Validator implements ConstraintValidator<Coherent, EditionInput> {

        @Override
        public boolean isValid(EditionInput edition, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            var faults = new Faults(context);
            // A short name such as CET, or an offset, does not know when the clocks change.
            if (edition.zone() != null
                    && !(edition.zone().contains("/")
                            && ZoneId.getAvailableZoneIds().contains(edition.zone()))) {
                faults.at("zone", "The IANA name of a time zone, such as Europe/Zurich.");
            }
            var languages = edition.languages() == null ? List.<Language>of() : edition.languages();
            if (Set.copyOf(present(languages)).size() < languages.size()) {
                faults.at("languages", "Each language once.");
            }
            faults.ifForeign("title", edition.title(), present(languages));
            checkPhases(edition.phases() == null ? List.of() : edition.phases(), present(languages), faults);
            if (edition.rules() != null) {
                checkRules(edition.rules(), present(languages), faults);
            }
            return faults.none;
        }

        private static void checkPhases(List<Phase> phases, List<Language> languages, Faults faults) {
            Phase before = null;
            for (var i = 0; i < phases.size(); i++) {
                var phase = phases.get(i);
                if (phase == null || phase.code() == null || phase.startsAt() == null || phase.endsAt() == null) {
                    continue;
                }
                var where = "phases[" + i + "]";
                faults.ifForeign(where + ".title", phase.title(), languages);
                if (!phase.startsAt().isBefore(phase.endsAt())) {
                    faults.at(where + ".endsAt", "A phase ends after it has begun.");
                }
                if (before != null && phase.code().compareTo(before.code()) <= 0) {
                    faults.at(where + ".code", "Each phase once, in the order of the contest.");
                }
                if (before != null && phase.startsAt().isBefore(before.endsAt())) {
                    faults.at(where + ".startsAt", "A phase begins when the one before it has ended.");
                }
                before = phase;
            }
        }

        private static void checkRules(Rules rules, List<Language> languages, Faults faults) {
            if (rules.submissionLanguages() != null && !languages.containsAll(present(rules.submissionLanguages()))) {
                faults.at("rules.submissionLanguages", "Languages of the edition.");
            }
            faults.ifReversed("rules.descriptionWords", rules.descriptionWords());
            faults.ifReversed("rules.winnersPerCategory", rules.winnersPerCategory());
            if (rules.nomineesPerCategory() != null && rules.championsPerCategory() > rules.nomineesPerCategory()) {
                faults.at("rules.championsPerCategory", "Champions are chosen among the nominees.");
            }
            if (rules.winnersPerCategory() != null && rules.winnersPerCategory().max() > rules.championsPerCategory()) {
                faults.at("rules.winnersPerCategory", "Winners are chosen among the champions.");
            }
            if (rules.review() != null && rules.review().criteria() != null) {
                checkCriteria(present(rules.review().criteria()), languages, faults);
            }
            faults.ifForeign("rules.ceremonyPlace", rules.ceremonyPlace(), languages);
            var embargo = rules.embargo();
            if (embargo != null
                    && embargo.nomineesAt() != null
                    && embargo.championsAt() != null
                    && embargo.winnersAt() != null
                    && !(embargo.nomineesAt().isBefore(embargo.championsAt())
                            && embargo.championsAt().isBefore(embargo.winnersAt()))) {
                faults.at("rules.embargo", "Nominees are made public before champions, and champions before winners.");
            }
            if (embargo != null
                    && embargo.championsAt() != null
                    && embargo.countsAt() != null
                    && embargo.countsAt().isBefore(embargo.championsAt())) {
                faults.at("rules.embargo.countsAt", "Numbers of votes would tell who the champions are.");
            }
            var vote = rules.vote();
            if (vote != null
                    && vote.networkScore() + vote.disposableScore() + vote.burstScore() < vote.quarantineScore()) {
                faults.at("rules.vote.quarantineScore", "A suspicion that can be reached.");
            }
        }

        private static void checkCriteria(
                List<Rules.Review.Criterion> criteria, List<Language> languages, Faults faults) {
            if (criteria.stream().map(Rules.Review.Criterion::code).distinct().count() < criteria.size()) {
                faults.at("rules.review.criteria", "Each criterion once.");
            }
            for (var criterion : criteria) {
                faults.ifForeign("rules.review.criteria." + criterion.code(), criterion.name(), languages);
            }
        }

        private static <T> List<T> present(List<T> list) {
            return list.stream().filter(Objects::nonNull).toList();
        }
    }

    /** Collects contradictions under the path at which they stand. */
    class Faults {
        private final ConstraintValidatorContext context;
        private boolean none = true;

        private Faults(ConstraintValidatorContext context) {
            this.context = context;
        }

        private void at(String path, String rule) {
            none = false;
            context.buildConstraintViolationWithTemplate(rule)
                    .addPropertyNode(path)
                    .addConstraintViolation();
        }

        private void ifForeign(String path, Text text, List<Language> languages) {
            if (text != null) {
                text.languagesOutside(Set.copyOf(languages))
                        .forEach(l -> at(path + "." + l.tag(), "Only languages of the edition."));
            }
        }

        private void ifReversed(String path, Rules.Bounds bounds) {
            if (bounds != null && bounds.min() > bounds.max()) {
                at(path, "The least is not above the most.");
            }
        }
    }
}
