package org.wsisforum.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

/** A circular letter from the list of its addressees to a minister's answer to the mail, through the gateway. */
class LetterIsMailedTest {

    private static final String EDITION = "/registration/v1/editions/2021";
    private static final Pattern LINK = Pattern.compile(
            "(/registration/v1/editions/2021/invitations/([0-9a-f-]{36})/letter\\?key=([A-Za-z0-9_-]{43}))");

    private String letter;

    private static final String HEADER = "country,honorific,name,title,gender,rank,language,email\n";

    private ValidatableResponse upload(String lines) {
        return Forum.as("secretariat")
                .contentType("text/csv; charset=UTF-8")
                .body((HEADER + lines).getBytes(StandardCharsets.UTF_8))
                .post(EDITION + "/letters/" + letter + "/addressees/table")
                .then();
    }

    @Test
    void addressees_are_uploaded_cleared_and_mailed_and_an_office_answers_by_the_link_of_its_mail() {
        Forum.timeIs("2021-02-15T10:00:00+01:00");
        letter = Forum.as("secretariat")
                .body(Forum.resource("/letters/CL-21-4.json").replace("CL-21/4", "CL-21/6"))
                .post(EDITION + "/letters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        upload("""
                UY,H.E. Mr,Omar Paganini,Minister of Industry,male,minister,es,omar@miem.example
                XX,H.E. Mr,Nobody,Minister,male,minister,es,no-address
                """).statusCode(422);
        upload("""
                UY,H.E. Mr,Omar Paganini,Minister of Industry,male,minister,es,omar@miem.example
                LB,معالي السيد,جوني القرم,وزير الاتصالات,male,minister,ar,johnny@mpt.example
                """).statusCode(201);
        Forum.as("secretariat")
                .post(EDITION + "/letters/" + letter + "/clearance")
                .then()
                .statusCode(200)
                .body("cleared", is(2));
        var mailing = Forum.as("secretariat")
                .body("{}")
                .post(EDITION + "/letters/" + letter + "/mailings")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> Forum.as("secretariat")
                .get(mailing)
                .then()
                .statusCode(200)
                .body("state", is("done"))
                .body("sent", is(2)));

        assertThat(mailTo("johnny@mpt.example")).contains("Content-Language: ar");
        var link = LINK.matcher(mailTo("omar@miem.example").replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        Forum.anybody().get(link.group(1)).then().statusCode(200).contentType("text/html;charset=UTF-8");
        Forum.office(link.group(3))
                .body("{\"answer\":\"tentative\"}")
                .post(EDITION + "/invitations/" + link.group(2) + "/response")
                .then()
                .statusCode(201);
        Forum.office(link.group(3))
                .body("{\"answer\":\"accepted\",\"wishesToSpeak\":false}")
                .post(EDITION + "/invitations/" + link.group(2) + "/response")
                .then()
                .statusCode(201);
        Forum.as("secretariat")
                .get(EDITION + "/invitations?sort=country&letter=" + letter)
                .then()
                .statusCode(200)
                .body("items.country", contains("LB", "UY"))
                .body("items.state", contains("sent", "accepted"));
        Forum.as("secretariat")
                .get(EDITION + "/invitations/" + link.group(2) + "/steps")
                .then()
                .statusCode(200)
                .body("items.state", hasItems("drafted", "cleared", "sent", "opened", "tentative", "accepted"));
        Forum.office("A".repeat(43))
                .body("{\"answer\":\"declined\"}")
                .post(EDITION + "/invitations/" + link.group(2) + "/response")
                .then()
                .statusCode(401);
    }

    private static String mailTo(String address) {
        try (var mails = Files.list(Forum.stack().mails())) {
            List<Path> found = mails.filter(mail -> mail.toString().contains("-" + address))
                    .toList();
            assertThat(found).hasSize(1);
            return Files.readString(found.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
