package org.wsisforum.registration.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.delegation.DelegationOffice;
import org.wsisforum.registration.registration.RegistrationDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.member.Focal.member;

@ForumTest
class MembersTest {

    @BeforeEach
    void registrationIsOpen() {
        ForumTime.is("2021-02-10T09:00:00Z");
    }

    @Test
    void members_stand_by_office_then_as_the_focal_point_ordered_them_then_by_name() {
        var focal = Focal.ofUnBody(null);
        var ids = focal.entered(
                member("Zeta", Map.of("rank", "other")),
                member("Éluard", Map.of()),
                member("Eko", Map.of()),
                member("Adams", Map.of("rank", "ambassador")),
                member("Baker", Map.of("rank", "ambassador")),
                member("Chen", Map.of("rank", "head-of-state")));
        focal.members().body("items.name", contains("Chen", "Adams", "Baker", "Zeta", "Eko", "Éluard"));

        focal.put("order", focal.orderTag(), "{\"order\":[\"%s\",\"%s\"]}".formatted(ids.get(4), ids.get(5)))
                .statusCode(200);
        focal.members().body("items.name", contains("Chen", "Baker", "Adams", "Zeta", "Eko", "Éluard"));

        focal.put("head", focal.orderTag(), lead(ids.get(0))).statusCode(200).body("head", is(ids.get(0)));
        focal.put("deputy-head", focal.orderTag(), lead(ids.get(1))).statusCode(200);
        focal.members()
                .body("items.name", contains("Zeta", "Éluard", "Chen", "Baker", "Adams", "Eko"))
                .body("items[0].role", is("head"))
                .body("items[1].role", is("deputy-head"))
                .body("items[2].role", is("delegate"));
    }

    private static String lead(String registration) {
        return "{\"registration\":\"" + registration + "\"}";
    }

    @Test
    void the_list_is_read_page_by_page() {
        var focal = Focal.ofUnBody(null);
        focal.entered(member("A", Map.of()), member("B", Map.of()), member("C", Map.of()));
        var next = focal.request()
                .get(focal.path() + "/members?limit=2")
                .then()
                .statusCode(200)
                .body("items.name", contains("A", "B"))
                .extract()
                .<String>path("links.next");
        focal.request().get(next).then().statusCode(200).body("items.name", contains("C"));
    }

    @Test
    void only_a_member_leads_and_only_whoever_saw_the_newest_order_changes_it() {
        var focal = Focal.ofUnBody(null);
        var other = Focal.ofUnBody(null);
        var id = focal.entered(member("Head", Map.of())).getFirst();
        var stranger = other.entered(member("Stranger", Map.of())).getFirst();
        var seen = focal.orderTag();

        focal.put("head", seen, lead(stranger)).statusCode(422).body("code", is("no-member"));
        focal.put("order", seen, "{\"order\":[\"%s\",\"%s\"]}".formatted(id, UUID.randomUUID()))
                .statusCode(422)
                .body("errors.pointer", contains("/order/1"));
        focal.put("head", seen, lead(id)).statusCode(200);
        focal.put("head", seen, "{\"registration\":null}").statusCode(412);
        focal.put("head", focal.orderTag(), "{\"registration\":null}")
                .statusCode(200)
                .body("head", nullValue());
        other.request().body(lead(id)).put(focal.path() + "/head").then().statusCode(404);
        focal.request().body(lead(id)).put(focal.path() + "/head").then().statusCode(428);
    }

    @Test
    void of_two_who_name_a_head_at_once_one_is_refused() throws Exception {
        var focal = Focal.ofUnBody(null);
        var ids = focal.entered(member("One", Map.of()), member("Two", Map.of()));
        var seen = focal.orderTag();
        assertThat(atOnce(ids.stream()
                        .<Callable<Integer>>map(id -> () ->
                                focal.put("head", seen, lead(id)).extract().statusCode())
                        .toList()))
                .containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void the_last_place_goes_to_exactly_one_of_five_at_once() throws Exception {
        var focal = Focal.of(DelegationOffice.state("KE"));
        DelegationOffice.officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", DelegationOffice.officer().get(focal.path()).getHeader("ETag"))
                .body("{\"quota\":{\"onSite\":3}}")
                .patch(focal.path())
                .then()
                .statusCode(200);
        focal.entered(member("First", Map.of()), member("Second", Map.of()));

        var answers = atOnce(IntStream.range(0, 5)
                .<Callable<Integer>>mapToObj(number ->
                        () -> focal.enter(member("Last " + number, Map.of())).statusCode())
                .toList());

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
        focal.request().get(focal.path()).then().body("taken.onSite", is(3));
        focal.members().body("items.size()", is(3));
        focal.enter(member("From elsewhere", Map.of("attendance", "remote")))
                .then()
                .statusCode(201);
    }

    @Test
    void of_five_who_are_approved_at_once_one_gets_the_last_place() throws Exception {
        var focal = Focal.of(DelegationOffice.state("BW"));
        DelegationOffice.officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", DelegationOffice.officer().get(focal.path()).getHeader("ETag"))
                .body("{\"quota\":{\"onSite\":1}}")
                .patch(focal.path())
                .then()
                .statusCode(200);
        var waiting = IntStream.range(0, 5)
                .mapToObj(number -> RegistrationDesk.submitted(
                        RegistrationDesk.someone(), RegistrationDesk.delegate(focal.delegation(), "D", "No " + number)))
                .toList();

        var answers = atOnce(waiting.stream()
                .<Callable<Integer>>map(id -> () -> RegistrationDesk.approve(focal.person(), id, "approved")
                        .extract()
                        .statusCode())
                .toList());

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        focal.request().get(focal.path()).then().body("taken.onSite", is(1));
    }

    @Test
    void a_deputy_minister_stands_for_the_minister_only_while_no_minister_comes() {
        var focal = Focal.of(DelegationOffice.state("GH"));
        focal.entered(member("Deputy", Map.of("rank", "vice-minister", "role", "head")));
        focal.members()
                .body("items[0].vip.class", is("MIN"))
                .body("items[0].vip.source", is("WTDC-25 and RA-23, protocol services"));

        focal.entered(member("Minister", Map.of("rank", "minister")), member("Expert", Map.of("rank", "other")));
        focal.members()
                .body("items.name", contains("Deputy", "Minister", "Expert"))
                .body("items.vip.class", contains("DMIN", "MIN", null));
        focal.request()
                .get(focal.path() + "/members?lang=en")
                .then()
                .body("items[0].vip.because", is("A deputy minister whose country's minister takes part."));
    }

    /** WTDC-25, protocol services: no promotion when the minister leaves in the midst of the event. */
    @Test
    void who_leaves_before_the_event_leaves_the_class_to_the_deputy_and_who_leaves_in_its_midst_does_not() {
        var focal = Focal.of(DelegationOffice.state("SN"));
        focal.entered(member("Deputy", Map.of("rank", "vice-minister")));

        var first = focal.entered(member("First", Map.of("rank", "minister"))).getFirst();
        withdraw(focal, first, "2021-03-21T23:30:00+01:00");
        focal.members().body("items.name", contains("Deputy")).body("items[0].vip.class", is("MIN"));

        var second = focal.entered(member("Second", Map.of("rank", "minister"))).getFirst();
        withdraw(focal, second, "2021-03-22T00:00:00+01:00");
        focal.members().body("items.name", contains("Deputy")).body("items[0].vip.class", is("DMIN"));
    }

    private static void withdraw(Focal focal, String registration, String when) {
        ForumTime.is(when);
        focal.request()
                .body("{}")
                .post(RegistrationDesk.REGISTRATIONS + "/" + registration + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void whoever_claims_to_be_a_minister_changes_nobody_s_class_before_the_focal_point_approved() {
        var focal = Focal.of(DelegationOffice.state("CM"));
        focal.entered(member("Deputy", Map.of("rank", "vice-minister")));
        var claimed = RegistrationDesk.submitted(
                RegistrationDesk.someone(),
                RegistrationDesk.body(
                        "member-state",
                        focal.delegation(),
                        "Mi",
                        "Nister",
                        UUID.randomUUID() + "@cm.example",
                        ",\"rank\":\"minister\""));
        focal.members().body("items.find { it.name == 'Deputy' }.vip.class", is("MIN"));
        focal.request()
                .get(focal.path() + "/nominal-list")
                .then()
                .statusCode(200)
                .body("members.name", contains("Deputy"));

        RegistrationDesk.approve(focal.person(), claimed, "approved").statusCode(200);
        focal.members().body("items.find { it.name == 'Deputy' }.vip.class", is("DMIN"));
        focal.request()
                .get(focal.path() + "/nominal-list")
                .then()
                .statusCode(200)
                .body("members.name", contains("Mi Nister", "Deputy"));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }
}
