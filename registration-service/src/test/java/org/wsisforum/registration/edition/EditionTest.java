package org.wsisforum.registration.edition;

import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.seed.SeedFiles;
import org.wsisforum.kit.text.Language;
import org.wsisforum.registration.ForumTest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

@ForumTest
class EditionTest {

    @Inject
    EditionLoader loader;

    @Inject
    SeedFiles files;

    @Inject
    Validator validator;

    @Inject
    ObjectMapper json;

    @Test
    void the_edition_of_2021_is_there_with_its_rules() {
        when().get("/registration/v1/editions/2021")
                .then()
                .statusCode(200)
                .body("theme.ar.status", is("official"))
                .body("zone", is("Europe/Zurich"))
                .body("rules.respondBefore", is("2021-02-28T23:00:00Z"))
                .body("languages", contains("ar", "zh", "en", "fr", "ru", "es"))
                .body("rules.answerBy", contains("web", "correspondence"))
                .body("rules.invitations.reminders", contains(14, 3))
                .body("rules.invitations.confirmed", is(false))
                .body("highLevelTrack.startsOn", is("2021-03-22"));
    }

    @Test
    void loading_again_doubles_nothing() {
        loader.load(new StartupEvent());
        // Other tests may have added an edition of their own.
        when().get("/registration/v1/editions").then().body("items.code.findAll { it == '2021' }.size()", is(1));
    }

    @Test
    void a_file_is_held_to_the_rules() {
        var good = files.read("editions/2021/edition.json", EditionRules.class);
        var backwards = new EditionRules(
                good.code(),
                good.title(),
                good.theme(),
                good.zone(),
                good.endsOn(),
                good.startsOn(),
                good.languages(),
                good.rules(),
                good.coOrganizers(),
                good.contact(),
                good.highLevelTrack(),
                null,
                null,
                null);
        assertThat(validator.validate(good)).isEmpty();
        assertThat(validator.validate(backwards)).hasSize(1);
    }

    @Test
    void rules_that_were_stored_before_they_said_how_to_invite_remind_nobody() throws Exception {
        var stored = json.readValue("""
                {"respondBefore":"2021-02-28T23:00:00Z","linkValidUntil":"2021-05-21T22:00:00Z","answerBy":["web"]}""", EditionRules.Rules.class);
        assertThat(validator.validate(stored)).isEmpty();
        assertThat(stored.reminderAt(Instant.parse("2021-02-28T22:00:00Z"))).isEmpty();
        assertThat(stored.invitations().linksPerDay()).isPositive();
        assertThat(stored.invitations().languageOf("SN")).isEqualTo(Language.EN);
    }

    @Test
    void a_reminder_is_due_from_its_day_on_until_the_next_one() {
        var rules = files.read("editions/2021/edition.json", EditionRules.class).rules();
        assertThat(rules.reminderAt(Instant.parse("2021-02-14T22:59:59Z"))).isEmpty();
        assertThat(rules.reminderAt(Instant.parse("2021-02-14T23:00:00Z"))).contains(14);
        assertThat(rules.reminderAt(Instant.parse("2021-02-25T23:00:00Z"))).contains(3);
        assertThat(rules.reminderAt(Instant.parse("2021-02-28T23:00:00Z"))).isEmpty();
    }

    @Test
    void an_edition_that_there_is_not() {
        when().get("/registration/v1/editions/1999").then().statusCode(404).body("code", is("edition-not-found"));
    }
}
