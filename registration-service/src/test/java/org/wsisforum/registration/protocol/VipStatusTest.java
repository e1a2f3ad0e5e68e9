package org.wsisforum.registration.protocol;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.Words;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.edition.ProtocolRules;
import org.wsisforum.registration.edition.ProtocolRules.VipRule;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

@ForumTest
class VipStatusTest {

    @Inject
    Editions editions;

    /**
     * Who, beside whom, in which class, by which source; the rank, the role in the delegation, the kind of delegation, the ranks of
     * who else takes part for the country.
     */
    private static final String OF_2021 = """
            head-of-state              | head     | member-state |                        | VVIP | WTDC-25, RA-23 and GSR-26, protocol services
            vice-president             | delegate | member-state |                        | VVIP | WTDC-25, RA-23 and GSR-26, protocol services
            head-of-government         | head     | member-state | minister               | VVIP | WTDC-25, RA-23 and GSR-26, protocol services
            deputy-head-of-government  | head     | member-state |                        | VVIP | RA-23, protocol services
            head-of-agency             | head     | un-body      |                        | UN   | WTDC-25 and RA-23, protocol services
            resident-coordinator       | delegate | un-body      |                        | UN   | WTDC-25, protocol services
            minister                   | head     | member-state | vice-minister          | MIN  | WTDC-25 and RA-23, protocol services
            minister                   | adviser  | member-state | minister               | MIN  | WTDC-25 and RA-23, protocol services
            vice-minister              | head     | member-state |                        | MIN  | WTDC-25 and RA-23, protocol services
            vice-minister              | delegate | member-state | vice-minister          | MIN  | WTDC-25 and RA-23, protocol services
            vice-minister              | delegate | member-state | minister,vice-minister | DMIN | WTDC-25 and RA-23, protocol services
            head-of-regulator          | head     | member-state | minister               | REG  | GSR-26, protocol services; a class at some events only
            ambassador                 | delegate | member-state | minister               | AMB  | WTDC-25, protocol services
            special-envoy              | delegate | member-state |                        | AMB  | WTDC-25, protocol services
            head-of-agency             | head     | igo          |                        | AMB  | WTDC-25, protocol services
            head-of-agency             | head     | ngo          |                        | none | WTDC-25, protocol services
            other                      | head     | member-state |                        | none | WTDC-25, protocol services
            other                      | delegate | member-state | minister               | none | WTDC-25, protocol services
                                       | head     | member-state |                        | none | WTDC-25, protocol services""";

    @Test
    void the_rules_of_2021_give_each_the_class_that_its_source_names() {
        var rules = editions.require("2021").protocol();
        var told = OF_2021.lines().map(line -> told(rules, cells(line))).toList();
        assertThat(told)
                .isEqualTo(OF_2021.lines()
                        .map(line -> cells(line).stream().collect(Collectors.joining(" | ")))
                        .toList());
    }

    /** The line once more, with what the rules say in the place of what is expected of them. */
    private static String told(ProtocolRules rules, List<String> cells) {
        var rank = cells.get(0).isEmpty() ? null : cells.get(0);
        var status = VipStatus.of(
                        rules,
                        new Dignitary(rank, cells.get(1), cells.get(2), "RW"),
                        Stream.of(cells.get(3).split(",")).collect(toSet()))
                .orElseThrow();
        return Stream.concat(
                        cells.subList(0, 4).stream(),
                        Stream.of(status.vipClass() == null ? "none" : status.vipClass(), status.source()))
                .collect(Collectors.joining(" | "));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    @Test
    void heading_a_delegation_alone_is_told_to_be_no_reason() {
        var status = VipStatus.of(
                        editions.require("2021").protocol(),
                        new Dignitary("other", "head", "member-state", "RW"),
                        Set.of())
                .orElseThrow();
        assertThat(status.vipClass()).isNull();
        assertThat(status.because().bestFor(Language.EN).orElseThrow().value())
                .isEqualTo("Heading a delegation gives no class by itself.");
    }

    @Test
    void another_event_has_other_rules_and_a_deputy_minister_no_minister_s_class() {
        // GSR-26, protocol services: drops the deputy minister in a minister's place; deputy heads of regulators where
        // the head
        // is absent.
        var gsr = new ProtocolRules(
                null,
                List.of(
                        rule("DMIN", Set.of("vice-minister"), null, null),
                        rule("REG", Set.of("head-of-regulator"), null, null),
                        rule("REG", Set.of("deputy-head-of-regulator"), null, Set.of("head-of-regulator"))));
        assertThat(classOf(gsr, "vice-minister", Set.of())).isEqualTo("DMIN");
        assertThat(classOf(gsr, "deputy-head-of-regulator", Set.of())).isEqualTo("REG");
        assertThat(classOf(gsr, "deputy-head-of-regulator", Set.of("head-of-regulator")))
                .isNull();
    }

    @Test
    void the_head_of_an_administration_without_a_ministry_stands_for_a_minister_where_the_country_is_listed() {
        // WTDC-25, protocol services: thirteen administrations have no ministry of ICT.
        var rules = new ProtocolRules(null, List.of(rule("MIN", Set.of("head-of-administration"), Set.of("RW"), null)));
        assertThat(classOf(rules, "head-of-administration", Set.of())).isEqualTo("MIN");
        var nobody = new ProtocolRules(null, List.of(rule("MIN", Set.of("head-of-administration"), Set.of(), null)));
        assertThat(classOf(nobody, "head-of-administration", Set.of())).isNull();
    }

    private static String classOf(ProtocolRules rules, String rank, Set<String> present) {
        return VipStatus.of(rules, new Dignitary(rank, "delegate", "member-state", "RW"), present)
                .map(VipStatus::vipClass)
                .orElse(null);
    }

    private static VipRule rule(String vipClass, Set<String> ranks, Set<String> countries, Set<String> ifAbsent) {
        return new VipRule(
                vipClass,
                ranks,
                null,
                null,
                countries,
                null,
                ifAbsent,
                Text.in(Language.EN, "Because.", Words.Status.UNOFFICIAL),
                "test",
                false);
    }
}
