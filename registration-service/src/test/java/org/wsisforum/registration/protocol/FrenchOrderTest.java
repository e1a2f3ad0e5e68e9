package org.wsisforum.registration.protocol;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.reference.Country;

import static org.assertj.core.api.Assertions.assertThat;

class FrenchOrderTest {

    private static List<String> codes(FrenchOrder order) {
        return order.countries().stream().map(Country::code).toList();
    }

    @Test
    void all_member_states_stand_by_their_french_names_and_who_takes_part_otherwise_after_them() {
        var all = codes(FrenchOrder.alphabetical());
        assertThat(all)
                .hasSize(194)
                .startsWith("AF", "ZA", "AL", "DZ", "DE", "AD")
                .endsWith("ZM", "ZW", "PS");
    }

    @Test
    void an_accent_does_not_move_a_country_out_of_its_letter() {
        // Égypte, Émirats arabes unis, Équateur, Érythrée, Espagne, Estonie, Eswatini, États-Unis, Éthiopie, Fidji.
        assertThat(codes(FrenchOrder.alphabetical()))
                .containsSubsequence("DJ", "EG", "AE", "EC", "ER", "ES", "EE", "SZ", "US", "ET", "FJ");
    }

    @Test
    void the_country_that_was_drawn_is_first_and_the_alphabet_goes_round() {
        var order = FrenchOrder.startingWith("CHE").orElseThrow();
        assertThat(codes(order)).hasSize(194).startsWith("CH", "SR", "TJ").endsWith("SS", "LK", "SE", "PS");
        assertThat(codes(order).indexOf("AF")).isEqualTo(codes(order).indexOf("ZW") + 1);
    }

    @Test
    void no_order_begins_with_what_is_no_member_state() {
        assertThat(FrenchOrder.startingWith("PS")).isEmpty();
        assertThat(FrenchOrder.startingWith("ZZ")).isEmpty();
        assertThat(FrenchOrder.startingWith(null)).contains(FrenchOrder.alphabetical());
    }

    @Test
    void codes_are_put_in_the_same_order() {
        assertThat(List.of("ZW", "CH", "US", "AF").stream()
                        .sorted(FrenchOrder.alphabetical().byCode())
                        .toList())
                .containsExactly("AF", "US", "CH", "ZW");
    }
}
