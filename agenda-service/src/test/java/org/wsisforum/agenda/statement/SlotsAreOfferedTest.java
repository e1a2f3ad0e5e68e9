package org.wsisforum.agenda.statement;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusMock;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.edition.HighLevelTrack;

import static org.hamcrest.Matchers.is;

/** In an edition that lets no office choose, slots are asked for and offered. */
@ForumTest
class SlotsAreOfferedTest {

    private static final String FIRST = "2021-03-22T14:00:00Z";

    @Inject
    Editions editions;

    /** The editions as they are, but that no office chooses. */
    private static final class WithoutChoice extends Editions {

        private final Editions real;

        private WithoutChoice(Editions real) {
            this.real = real;
        }

        @Override
        public Edition require(String code) {
            var year = real.require(code);
            var rules = year.rules();
            var track = rules.highLevelTrack();
            return new Edition(
                    year.code(),
                    year.title(),
                    year.theme(),
                    year.zone(),
                    year.startsOn(),
                    year.endsOn(),
                    year.languages(),
                    new Edition.Rules(
                            rules.statementMinutes(),
                            rules.wordsPerMinute(),
                            rules.statementSpeakersPerDelegation(),
                            rules.joinLinkMinutes(),
                            new HighLevelTrack(
                                    track.ranks(),
                                    track.rankOfInvited(),
                                    track.rankOfRepresentative(),
                                    track.order(),
                                    track.requestMinutes(),
                                    track.nameLanguage(),
                                    track.firstCountry(),
                                    false,
                                    track.offerHours(),
                                    track.listClosesMinutes(),
                                    track.correctionMinutes(),
                                    track.wordsPerMinute(),
                                    track.functions())),
                    year.phases(),
                    year.tracks(),
                    year.consultation());
        }

        @Override
        public List<Edition> all() {
            return real.all();
        }

        @Override
        public List<String> codes() {
            return real.codes();
        }
    }

    @Test
    void where_offices_do_not_choose_they_ask_and_staff_choose_all_the_same() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        QuarkusMock.installMockForType(new WithoutChoice(ClientProxy.unwrap(editions)), Editions.class);
        office.books(session, FIRST).then().statusCode(409).body("code", is("slots-are-offered"));
        Offices.focalPoint(office.country())
                .header("If-Match", office.tag())
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + FIRST + "\"}")
                .put(office.statement() + "/slot")
                .then()
                .statusCode(409)
                .body("code", is("slots-are-offered"));
        office.requests(session).then().statusCode(200);
        Offices.offers(session).then().statusCode(200);
        office.confirms().then().statusCode(200).body("slot.startsAt", is(FIRST));
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"2021-03-22T14:03:00Z\"}")
                .put(office.statement() + "/slot")
                .then()
                .statusCode(200);
    }
}
