package org.wsisforum.agenda.acceptance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import org.wsisforum.kit.follow.FeedEvent;
import org.wsisforum.kit.follow.FeedPage;
import org.wsisforum.kit.follow.Unfit;
import org.wsisforum.kit.follow.Unreachable;
import org.wsisforum.kit.reference.Country;

import static org.wsisforum.kit.follow.OtherService.ask;
import static org.wsisforum.kit.follow.OtherService.await;

/** Registration-service as the agenda sees it: what of its answers can be used, and what failed where they cannot. */
@ApplicationScoped
class Registration {

    /** The changes after which an office may speak, may not, or is known by another link. */
    private static final List<String> TYPES = Stream.of(
                    "accepted", "declined", "represented", "tentative", "withdrawn", "link-issued", "link-revoked")
            .map(what -> "org.wsisforum.registration.invitation." + what + ".v1")
            .toList();

    private static final int PAGE = 200;

    /** How long a page may take with the token for it, besides the wait. */
    private static final Duration BEYOND_THE_WAIT = Duration.ofSeconds(15);

    @Inject
    @RestClient
    RegistrationChanges feed;

    @Inject
    @RestClient
    RegistrationClient client;

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    /**
     * The changes after a cursor; empty when the feed does not know how to go on from there.
     *
     * @param since null for the beginning of the feed
     * @param wait how long to wait for a change if there is none
     */
    Optional<FeedPage> changes(String edition, String since, Duration wait) {
        try {
            return ask("changes", () -> after(edition, since, PAGE, wait));
        } catch (Unfit refused) {
            return Optional.empty();
        }
    }

    /** The cursor after everything that has happened up to this moment. */
    String now(String edition) {
        return ask("changes", () -> after(edition, "now", 1, Duration.ZERO))
                .orElseThrow(() -> new Unreachable("the change feed refuses to start anew", null))
                .cursor();
    }

    private FeedPage after(String edition, String since, int limit, Duration wait) {
        return FeedPage.read(
                await(feed.after(edition, since, TYPES, limit, wait.toSeconds()), wait.plus(BEYOND_THE_WAIT)));
    }

    /** The invitations that stand accepted, by the minister or by somebody who represents the minister. */
    List<UUID> accepted(String edition) {
        var all = new ArrayList<UUID>();
        for (var state : List.of("accepted", "represented")) {
            String cursor = null;
            do {
                var from = cursor;
                var page = ask("invitations", () -> tree(client.invitations(edition, state, from, PAGE)))
                        .orElseThrow(() -> new Unreachable("the list of invitations is gone", null));
                items(page)
                        .forEach(item -> all.add(UUID.fromString(item.path("id").asText())));
                cursor = cursor(page.path("links").path("next").asText(null));
            } while (cursor != null);
        }
        return all;
    }

    /** What is known of the office now, whatever an event that named it once told. */
    OfficeAnswer office(String edition, UUID invitation) {
        var answer = ask("the office of " + invitation, () -> client.office(edition, invitation))
                .orElseThrow(() -> new Unfit("there is no such invitation any more"));
        OfficeAnswer office;
        try {
            office = json.readValue(answer, OfficeAnswer.class);
        } catch (JsonProcessingException e) {
            throw new Unfit("the answer about its office cannot be read");
        }
        requireUsable(invitation, office);
        return office;
    }

    /** The invitation that a change happened to. */
    static UUID invitation(FeedEvent event) {
        var subject = event.subject() == null ? "" : event.subject();
        try {
            if (subject.startsWith("invitations/")) {
                return UUID.fromString(subject.substring("invitations/".length()));
            }
        } catch (IllegalArgumentException noId) {
            // Answered below, like every other subject that names no invitation.
        }
        throw new Unfit("its subject names no invitation");
    }

    private void requireUsable(UUID invitation, OfficeAnswer office) {
        var faults = office == null
                ? "nothing"
                : validator.validate(office).stream()
                        .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
                        .sorted()
                        .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw new Unfit("the answer about its office breaks rules: " + faults);
        }
        if (!office.invitation().equals(invitation)) {
            throw new Unfit("the answer is about another invitation");
        }
        if (Country.of(office.country()).isEmpty()) {
            throw new Unfit("there is no country " + office.country());
        }
        if (office.opensAStatement() && office.speaker() == null) {
            throw new Unfit("it does not say who speaks");
        }
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private JsonNode tree(String answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new Unreachable("an answer is no JSON", e);
        }
    }

    /** A link to the next page says no more to the agenda than the cursor in it. */
    private static String cursor(String link) {
        return link == null
                ? null
                : Stream.of(URI.create(link).getRawQuery().split("&"))
                        .filter(parameter -> parameter.startsWith("cursor="))
                        .map(parameter ->
                                URLDecoder.decode(parameter.substring("cursor=".length()), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse(null);
    }
}
