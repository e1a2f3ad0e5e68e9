package org.wsisforum.agenda.export;

import io.restassured.response.Response;

import org.wsisforum.agenda.Programme;

import static io.restassured.RestAssured.given;

/** What the tests of exports do alike. */
final class Exported {

    static final String EDITION = "/agenda/v1/editions/2021/";

    /** Words that are markup, a formula, a row and two scripts at once. */
    static final String NASTY = "=1+1 <b>&amp; \\\"]]></script>, ; 王 عائشة 𝄞";

    /** The same as a reader is to see it. */
    static final String NASTY_AS_READ = "=1+1 <b>&amp; \"]]></script>, ; 王 عائشة 𝄞";

    private Exported() {}

    static Response get(String file) {
        return given().get(EDITION + file).then().statusCode(200).extract().response();
    }

    /** The input of a session without a room on 18 May 2021, with the nasty words as its title and one person. */
    static String nasty(String person) {
        return session(NASTY, person, null);
    }

    static String session(String title, String person, String room) {
        return """
                {"code":"test-%s","type":"high-level-policy-session","track":"high-level",
                 "title":{"en":{"value":"%s"},"ar":{"value":"الجلسة"},"zh":{"value":"会议"}},
                 "description":{"en":{"value":"One line,\\nand another; with \\\\ marks."}},
                 "startsAt":"2021-05-18T13:00:00+02:00","endsAt":"2021-05-18T14:15:00+02:00","attendance":"hybrid",
                 "room":%s,"people":[%s],"actionLines":["C2","C7-e-health"],"goals":[9],"organizers":["ITU"],
                 "floorLanguage":"en","interpretation":["fr"],"joinLink":"https://zoom.example/secret","confirmed":true,
                 "documents":[{"name":{"en":{"value":"A <note>"}},"mediaType":"application/pdf","href":"https://forum.example/a?b=1&c=2"}],
                 "recordings":[{"href":"https://forum.example/r"}]}""".formatted(
                        Long.toHexString(System.nanoTime()),
                        title,
                        room == null ? "null" : "\"" + room + "\"",
                        person == null ? "" : "{\"person\":\"" + person + "\",\"role\":\"panellist\",\"remote\":true}");
    }

    /** Changes a session of the draft. */
    static void patch(String session, String patch) {
        Programme.reader()
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }

    /** Cancels a session, or postpones it. */
    static void bring(String verb, String session) {
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/" + verb)
                .then()
                .statusCode(200);
    }
}
