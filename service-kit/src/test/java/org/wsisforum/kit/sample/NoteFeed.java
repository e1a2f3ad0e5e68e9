package org.wsisforum.kit.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

import org.wsisforum.kit.follow.FeedEvent;
import org.wsisforum.kit.follow.FeedPage;
import org.wsisforum.kit.follow.FollowedFeed;
import org.wsisforum.kit.follow.Unfit;
import org.wsisforum.kit.follow.Unreachable;

/** Follows the sample's own notes over HTTP, as another service would, and writes down what it hears. */
@ApplicationScoped
public class NoteFeed implements FollowedFeed {

    /** A note at this place means nothing to the follower. */
    public static final int UNFIT = 13;

    /** The effect of a note at this place fails. */
    public static final int BREAKS = 7;

    /** The effect of a note at this place waits until it {@link #mayFinish}. */
    public static final int SLOW = 99;

    public static final Set<String> FOLLOWED = ConcurrentHashMap.newKeySet();

    public static volatile boolean away;
    public static volatile CountDownLatch begun = new CountDownLatch(1);
    public static volatile CountDownLatch mayFinish = new CountDownLatch(1);

    @Inject
    EntityManager database;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public List<String> editions() {
        return List.copyOf(FOLLOWED);
    }

    @Override
    public Optional<FeedPage> changes(String edition, String since, Duration wait) {
        var answer = get("/sample/v1/editions/" + edition + "/changes?wait=" + wait.toSeconds()
                + (since == null ? "" : "&since=" + since));
        return answer.statusCode() == 200 ? Optional.of(FeedPage.read(answer.body())) : Optional.empty();
    }

    @Override
    public Runnable effect(String edition, FeedEvent event) {
        var note = get("/sample/v1/editions/" + edition + "/" + event.subject());
        int place = JsonPath.from(note.body()).get("place");
        if (place == UNFIT) {
            throw new Unfit("thirteen");
        }
        return () -> {
            write(edition, "note " + place);
            if (place == BREAKS) {
                throw new IllegalStateException("seven");
            }
            if (place == SLOW) {
                begun.countDown();
                await(mayFinish);
            }
        };
    }

    @Override
    public Anew readAnew(String edition) {
        var now = FeedPage.read(
                get("/sample/v1/editions/" + edition + "/changes?since=now").body());
        return new Anew(now.cursor(), () -> write(edition, "everything"));
    }

    @Override
    public void leftBehind(String edition, FeedEvent event) {
        write(edition, "left behind");
    }

    private void write(String edition, String what) {
        database.createNativeQuery("insert into heard_note (edition, what) values (:edition, :what)")
                .setParameter("edition", edition)
                .setParameter("what", what)
                .executeUpdate();
    }

    private HttpResponse<String> get(String path) {
        if (away) {
            throw new Unreachable("it is away", null);
        }
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Unreachable(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("stopped", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("An effect is not interrupted", e);
        }
    }
}
