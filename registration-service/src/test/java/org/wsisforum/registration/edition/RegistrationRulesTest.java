package org.wsisforum.registration.edition;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.validation.Validator;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.seed.SeedFiles;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.edition.RegistrationRules.Category;

import static org.assertj.core.api.Assertions.assertThat;

@ForumTest
class RegistrationRulesTest {

    @Inject
    SeedFiles files;

    @Inject
    Validator validator;

    private RegistrationRules good() {
        return files.read("editions/2021/edition.json", EditionRules.class).registration();
    }

    @Test
    void what_an_edition_asks_besides_is_a_schema_or_the_edition_is_not_taken() {
        assertThat(validator.validate(good())).isEmpty();
        assertThat(faults(asking(Map.of("type", "nonsense")))).containsExactly("askedInASchema");
        assertThat(faults(asking(null))).isEmpty();
    }

    @Test
    void whoever_moves_to_another_delegation_is_always_approved_anew() {
        var rules = good();
        var careless = new RegistrationRules(
                rules.opensAt(),
                rules.closesAt(),
                rules.visaSupportBefore(),
                rules.categories(),
                rules.ranks(),
                Set.of("givenName"),
                rules.accreditationReopens(),
                rules.visaLetterReopens(),
                rules.questions(),
                rules.appealDays(),
                rules.carriesOverFrom(),
                rules.confirmed());
        assertThat(faults(careless)).containsExactly("countedAnew");
    }

    @Test
    void a_focal_point_approves_only_where_there_is_a_delegation() {
        var rules = good();
        var adrift = new Category(
                "adrift", rules.categories().getFirst().name(), null, true, Set.of(), false, Set.of("remote"));
        assertThat(validator.validate(adrift)).hasSize(1);
    }

    @Test
    void an_edition_that_was_stored_before_it_had_such_rules_takes_no_registrations() {
        assertThat(validator.validate(RegistrationRules.CLOSED)).isEmpty();
        assertThat(RegistrationRules.CLOSED.isOpen(java.time.Instant.now())).isFalse();
    }

    private RegistrationRules asking(Map<String, Object> questions) {
        var rules = good();
        return new RegistrationRules(
                rules.opensAt(),
                rules.closesAt(),
                rules.visaSupportBefore(),
                rules.categories(),
                rules.ranks(),
                rules.focalPointReopens(),
                rules.accreditationReopens(),
                rules.visaLetterReopens(),
                questions,
                rules.appealDays(),
                rules.carriesOverFrom(),
                rules.confirmed());
    }

    private List<String> faults(RegistrationRules rules) {
        return validator.validate(rules).stream()
                .map(fault -> fault.getPropertyPath().toString())
                .toList();
    }
}
