package org.wsisforum.agenda.statement;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order of a mixed list by the rules of the edition of 2021, with the source of each rule:
 *
 * <ul>
 *   <li>heads of agencies after States: UN Human Rights Council, modalities of 2006 (crin.org)
 *   <li>rank first, then order of request: General Assembly, list of speakers (voiceofemirates.com); the ladder is completed
 *       from the classes of dignitaries of ITU (WTDC-25, RA-23, GSR-26 protocol services)
 *   <li>within a category first come, first served: ITU WTDC-10 high-level segment
 *   <li>names in French order, accents ignored at first level: ITU's order of roll calls and lists
 *   <li>a rank is not handed on, so a vice-minister in the place of a minister speaks as a vice-minister: ITU WTDC-25
 *   <li>one speaker a delegation: ITU PP-14, PP-18, PP-22, WTDC-25
 * </ul>
 */
@ForumTest
class SpeakingInOrderTest {

    private static final String[] ROWS = {
        // who, in what rank, and when they ask
        "KE minister          2021-02-15T09:00:10Z first of the ministers to ask",
        "US minister          2021-02-15T09:30:05Z these three asked in the same minute, so they stand in French order:",
        "AE minister          2021-02-15T09:30:20Z El Salvador, Émirats arabes unis, États-Unis",
        "SV minister          2021-02-15T09:30:50Z though El Salvador asked last",
        "SN vice-minister     2021-02-15T08:00:00Z asked before all ministers, and comes in the place of one",
        "NO ambassador        2021-02-15T08:00:00Z",
        "IN head-of-regulator 2021-02-15T07:00:00Z",
        "JP other             2021-02-15T07:00:00Z",
        "GA head-of-state     2021-02-16T12:00:00Z asked last of all",
        "QA vice-president    2021-02-16T11:00:00Z a crown prince stands there too",
        "TH head-of-government 2021-02-16T10:00:00Z",
        "SA deputy-head-of-government 2021-02-16T09:00:00Z",
    };

    private static Office asking(String row, String session) {
        var words = row.split(" +");
        var office = Offices.invited(words[0]);
        ForumTime.is("2021-02-14T10:00:00Z");
        office.accepts();
        if (!words[1].equals("minister")) {
            Offices.ranks(office, words[1]);
        }
        ForumTime.is(words[2]);
        office.requests(session).then().statusCode(200);
        return office;
    }

    /** The head of an agency asks before everybody, by the secretariat, since no letter invites it. */
    private static String agency(String session) {
        ForumTime.is("2021-02-15T06:00:00Z");
        var path = Offices.opens("""
                {"entity":{"code":"unesco","name":{"en":{"value":"UNESCO"}}},
                 "speaker":{"honorific":"H.E. Ms","name":"Audrey Azoulay","rank":"head-of-agency"}}""");
        Offices.staff("secretariat")
                .header("If-Match", "*")
                .body("{\"sessions\":[\"" + session + "\"]}")
                .put(path + "/request")
                .then()
                .statusCode(200);
        return path;
    }

    @Test
    void a_mixed_list_stands_in_the_order_of_protocol() {
        var session =
                Programme.added(Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T16:00:00+01:00", true));
        var agency = agency(session);
        var offices = new ArrayList<Office>();
        for (var row : ROWS) {
            offices.add(asking(row, session));
        }

        ForumTime.is("2021-02-17T10:00:00Z");
        Offices.offers(session).then().statusCode(200);
        offices.forEach(office -> office.confirms().then().statusCode(200));
        Offices.staff("secretariat")
                .header("If-Match", "*")
                .put(agency + "/confirmation")
                .then()
                .statusCode(200);

        assertThat(table(session))
                .containsExactly(
                        "1 14:00 Gabon head-of-state protocol",
                        "2 14:03 Qatar vice-president protocol",
                        "3 14:06 Thaïlande head-of-government protocol",
                        "4 14:09 Arabie saoudite deputy-head-of-government protocol",
                        "5 14:12 Kenya minister protocol",
                        "6 14:15 El Salvador minister protocol",
                        "7 14:18 Émirats arabes unis minister protocol",
                        "8 14:21 États-Unis d’Amérique minister protocol",
                        "9 14:24 Sénégal vice-minister protocol",
                        "10 14:27 Norvège ambassador protocol",
                        "11 14:30 Inde head-of-regulator protocol",
                        "12 14:33 Japon other protocol",
                        "13 14:36 UNESCO head-of-agency protocol");
    }

    /** What everybody sees: number, time in UTC, delegation as the rule names it, rank, rule. */
    private static List<String> table(String session) {
        var places = given().get(Offices.LISTS + "/" + session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var rows = new ArrayList<String>();
        for (var i = 0; i < places.getList("places").size(); i++) {
            var place = "places[" + i + "].";
            rows.add(places.getInt(place + "number")
                    + " " + places.getString(place + "startsAt").substring(11, 16)
                    + " " + places.getString(place + "reasons[-1].name")
                    + " " + places.getString(place + "rank")
                    + " " + places.getString(place + "reasons[-1].rule"));
        }
        return rows;
    }
}
