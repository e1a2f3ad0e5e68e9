package org.wsisforum.awards.project;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** A logo and some pictures go with a project; what is no picture, or hides something, does not get through. */
@AwardsTest
class PictureTest {

    private final Entrant entrant = new Entrant();
    private String project;

    @BeforeEach
    void a_draft() {
        ForumTime.is("2031-01-10T10:00+01:00");
        project = entrant.begins("{\"category\": 1}");
    }

    private static byte[] picture(String form, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), form, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Response adds(String query, String type, byte[] bytes) {
        return entrant.asks().contentType(type).body(bytes).post(project + "/pictures" + query);
    }

    @Test
    void a_picture_is_shown_as_what_it_is() throws IOException {
        var added = adds("?logo=true", "image/png", picture("png", 40, 30));
        added.then()
                .statusCode(201)
                .body("width", is(40))
                .body("height", is(30))
                .body("logo", is(true));
        var shown = entrant.asks().get(added.header("Location"));
        shown.then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.asByteArray())).getWidth())
                .isEqualTo(40);
        entrant.asks().get(project + "/pictures").then().body("items.href", contains(added.header("Location")));
    }

    @Test
    void nothing_that_hides_in_it_is_kept() {
        var sent = new ByteArrayOutputStream();
        sent.writeBytes(picture("jpg", 20, 20));
        sent.writeBytes("where it was taken <script>".getBytes(StandardCharsets.US_ASCII));
        var added = adds("", "image/jpeg", sent.toByteArray());
        added.then().statusCode(201);
        var shown = entrant.asks().get(added.header("Location")).asByteArray();
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("where it was taken");
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        adds("", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(422)
                .body("code", is("no-picture"));
        adds("", "image/png", new byte[0]).then().statusCode(422).body("code", is("no-picture"));
        var cut = picture("png", 400, 300);
        adds("", "image/png", Arrays.copyOf(cut, 60)).then().statusCode(422).body("code", is("no-picture"));
        adds("", "image/gif", picture("gif", 10, 10)).then().statusCode(415);
        adds("", "image/png", picture("gif", 10, 10)).then().statusCode(422).body("code", is("no-picture"));
    }

    @Test
    void a_small_file_that_would_fill_the_memory_is_refused() {
        adds("", "image/png", picture("png", 5000, 2500)).then().statusCode(422).body("code", is("no-picture"));
    }

    @Test
    void there_is_one_logo_and_five_other_pictures() {
        adds("?logo=true", "image/png", picture("png", 10, 10)).then().statusCode(201);
        adds("?logo=true", "image/png", picture("png", 11, 11)).then().statusCode(201);
        for (var i = 0; i < 5; i++) {
            adds("", "image/jpeg", picture("jpg", 20 + i, 20)).then().statusCode(201);
        }
        adds("", "image/jpeg", picture("jpg", 20, 20)).then().statusCode(409).body("code", is("too-many-pictures"));
        entrant.asks().get(project + "/pictures").then().body("items.width", contains(11, 20, 21, 22, 23, 24));
    }

    @Test
    void a_picture_can_be_removed() {
        var added = adds("", "image/png", picture("png", 10, 10)).header("Location");
        entrant.asks().delete(added).then().statusCode(204);
        entrant.asks().get(added).then().statusCode(404);
        entrant.asks().delete(added).then().statusCode(404);
    }

    @Test
    void what_arrives_after_the_phase_is_late_and_told_so() {
        ForumTime.is("2031-01-25T23:00:01+01:00");
        adds("", "image/png", picture("png", 10, 10)).then().statusCode(409).body("code", is("submission-closed"));
    }

    @Test
    void a_strangers_project_takes_no_pictures_and_shows_none() {
        var added = adds("", "image/png", picture("png", 10, 10)).header("Location");
        var stranger = new Entrant();
        stranger.asks().get(added).then().statusCode(404);
        stranger.asks().get(project + "/pictures").then().statusCode(404);
        stranger.asks()
                .contentType("image/png")
                .body(picture("png", 10, 10))
                .post(project + "/pictures")
                .then()
                .statusCode(404);
    }
}
