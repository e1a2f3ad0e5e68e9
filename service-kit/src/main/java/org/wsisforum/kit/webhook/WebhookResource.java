package org.wsisforum.kit.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.ChangeTypes;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;

/** Subscriptions of addresses to changes. */
@Path("editions/{edition}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.PARTNER, Role.SECRETARIAT})
@RequiresScope("webhooks:manage")
@Tag(name = "Webhooks")
public class WebhookResource {

    private static final String EXAMPLE = """
            {
              "url": "https://partner.example/wsis-hook",
              "types": ["org.wsisforum.agenda.session.moved.v1"],
              "subject": "sessions/*"
            }""";

    @Inject
    EntityManager database;

    @Inject
    Deliveries deliveries;

    @Inject
    Courier courier;

    @Inject
    Changes changes;

    @Inject
    ChangeTypes types;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Caller caller;

    @Inject
    ObjectMapper json;

    @Inject
    WebhookConfig config;

    @ConfigProperty(name = "wsis.service")
    String service;

    /**
     * How a secret is changed.
     *
     * @param overlapHours for how long the secret before it signs along
     */
    @Schema(name = "WebhookSecretChange", description = "How the secret is changed.")
    public record SecretChange(
            @NotNull
            @Min(0)
            @Max(168)
            @Schema(
                    description =
                            "Hours for which messages are signed with the secret before it too, 168 at most; 0 to end that"
                                    + " one at once.",
                    examples = "24")
            Integer overlapHours) {}

    /**
     * From where changes are sent again.
     *
     * @param from the cursor of the first of them
     */
    @Schema(name = "WebhookReplay", description = "From where changes are sent again.")
    public record Replay(
            @NotNull
            @Schema(
                    description =
                            "The `sequence` of the first change to send again, from a message, from the log of deliveries or"
                                    + " from the feed.",
                    examples = "q3Rk0dX1b7n2Zs8uJm4w5A")
            String from) {}

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "The caller's webhooks",
            description = "A partner is shown its own, the secretariat all.")
    @Fails("cursor-not-valid")
    public PageOf<WebhookView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        var now = Instant.now();
        var list = Keyset.of(Webhook.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("owner = :owner", "owner", caller.has(Role.SECRETARIAT) ? null : caller.subject())
                .orderedBy("createdAt", Instant.class, Webhook::createdAt)
                .orderedBy("id", UUID.class, Webhook::id);
        return pages.read(list, page, webhook -> WebhookView.of(webhook, now));
    }

    @POST
    @Transactional
    @Idempotent
    @Operation(operationId = "createWebhook", summary = "Subscribe an address to changes", description = """
                    Public changes of the edition are sent to the address as CloudEvents, signed by Standard Webhooks 1.0.0 \
                    (`webhook-id`, `webhook-timestamp`, `webhook-signature`). The answer shows the secret, once. Nothing is \
                    sent until the address has answered a challenge, see `verify`; then come all changes since the webhook was \
                    made. Any 2xx within 20 seconds takes a message; 410 ends the webhook; everything else, redirects \
                    included, is tried again over three days, in order, not before `Retry-After`. A message that comes twice \
                    has the same `webhook-id`.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookInput.class),
                            examples = @ExampleObject(name = "Sessions that move", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The webhook was made; this is the one time that its secret is shown.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @Fails("too-many-webhooks")
    public RestResponse<WebhookView> create(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull WebhookInput input) {
        requireFit(input);
        requireRoomForAnother();
        var secret = Secret.random();
        var webhook = new Webhook(edition, caller.subject(), input, secret, changes.now(), Instant.now());
        database.persist(webhook);
        deliveries.announce(WebhookChange.CREATED, webhook);
        return RestResponse.ResponseBuilder.<WebhookView>create(201, null)
                .header(HttpHeaders.LOCATION, path(webhook))
                .entity(WebhookView.of(webhook, Instant.now(), secret))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "readWebhook",
            summary = "A webhook",
            description = "How it stands, and how far its deliveries have come. Its secret is not shown again.")
    public WebhookView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        return WebhookView.of(require(edition, id, LockModeType.NONE), Instant.now());
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @Operation(operationId = "patchWebhook", summary = "Change a webhook", description = """
                    A merge patch (RFC 7396). While it is paused nothing is sent; what happens meanwhile is sent afterwards. \
                    Another address has to be verified before anything is sent there.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = WebhookInput.class),
                            examples = @ExampleObject(name = "Pause", value = "{\"paused\": true}")))
    @Fails({"stale-version", "invalid-patch", "webhook-ended"})
    public WebhookView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            MergePatch patch) {
        var webhook = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(webhook.version());
        webhook.requireNotEnded();
        var input = patch.applyTo(webhook.input());
        requireFit(input);
        var fields = webhook.replace(input);
        if (!fields.isEmpty()) {
            deliveries.announce(WebhookChange.CHANGED, webhook, fields.toArray(String[]::new));
        }
        return WebhookView.of(webhook, Instant.now());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(
            operationId = "deleteWebhook",
            summary = "Remove a webhook",
            description = "Nothing is sent any more, and its log goes with it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails("stale-version")
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        var webhook = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(webhook.version());
        database.remove(webhook);
        deliveries.announce(WebhookChange.DELETED, webhook);
    }

    @POST
    @Path("{id}/verify")
    @Operation(operationId = "verifyWebhook", summary = "Have the address of a webhook challenged", description = """
                    Sends a signed message of the type `…webhook.challenged.v1` to the address and waits for the answer, 20 \
                    seconds at most: any 2xx with a JSON object whose `challenge` repeats `data.challenge`. Then changes are \
                    sent. A webhook that was suspended goes on with the message that was not taken.""")
    @APIResponse(
            responseCode = "200",
            description = "The address answered; the webhook is active.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @Fails({"webhook-not-verified", "webhook-ended", "challenged-just-now"})
    public WebhookView verify(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id)
            throws InterruptedException {
        var challenge = Challenge.random();
        // The address is asked between two transactions: none is held open for somebody else's twenty seconds.
        var webhook = QuarkusTransaction.requiringNew().call(() -> {
            var asked = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
            asked.challenge(Instant.now());
            return asked;
        });
        var message = challenge.message(json, service, webhook);
        var answer = challenge.judge(json, courier.send(webhook.url(), message, webhook.secrets(Instant.now())));
        deliveries.log(id, message, answer);
        if (answer.outcome() != DeliveryOutcome.DELIVERED) {
            throw WebhookProblem.WEBHOOK_NOT_VERIFIED.because(
                    answer.status() == null
                            ? "Delivery of the challenge: " + answer.outcome() + "."
                            : "Delivery of the challenge: " + answer.outcome() + ", status " + answer.status() + ".");
        }
        return QuarkusTransaction.requiringNew().call(() -> verified(edition, id, webhook.url()));
    }

    private WebhookView verified(String edition, UUID id, String url) {
        var webhook = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (!webhook.url().equals(url)) {
            throw WebhookProblem.WEBHOOK_NOT_VERIFIED.because("The webhook was given another address in the meantime.");
        }
        webhook.verified();
        deliveries.announce(WebhookChange.VERIFIED, webhook);
        deliveries.makeDue(id);
        database.refresh(webhook);
        return WebhookView.of(webhook, Instant.now());
    }

    @POST
    @Path("{id}/secret")
    @Transactional
    @Idempotent
    @Operation(operationId = "changeWebhookSecret", summary = "Change the secret of a webhook", description = """
                    The answer shows the new secret, once. During the overlap each message carries two signatures, so that \
                    the receiver can change over at any moment of it.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Within a day", value = "{\"overlapHours\": 24}")))
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @Fails({"secret-being-changed", "webhook-ended"})
    public RestResponse<WebhookView> changeSecret(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull SecretChange wanted) {
        var webhook = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        var secret = Secret.random();
        webhook.changeSecret(secret, Duration.ofHours(wanted.overlapHours()), Instant.now());
        deliveries.announce(WebhookChange.CHANGED, webhook, "secret");
        database.flush();
        return RestResponse.ok(WebhookView.of(webhook, Instant.now(), secret));
    }

    @POST
    @Path("{id}/replay")
    @Transactional
    @Operation(operationId = "replayWebhook", summary = "Send changes again", description = """
                    All matching changes from a place in the feed on, in order, up to now and onwards; not further back than \
                    the feed goes. They have the same `webhook-id` as the first time. A message that is on its way at this \
                    moment is not called back.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "From a change on",
                                            value = "{\"from\": \"q3Rk0dX1b7n2Zs8uJm4w5A\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The webhook, which goes on from there.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @Fails({"change-cursor-not-valid", "cursor-too-old", "webhook-ended"})
    public WebhookView replay(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @Valid @NotNull Replay wanted) {
        var webhook = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        webhook.requireNotEnded();
        deliveries.moveTo(id, changes.readable(edition, wanted.from()).justBefore());
        database.refresh(webhook);
        return WebhookView.of(webhook, Instant.now());
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent to a webhook, and what became of it",
            description = "Every attempt of the last 30 days, challenges included, the newest first.")
    @Fails("cursor-not-valid")
    public PageOf<DeliveryView> deliveries(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The webhook.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @BeanParam @Valid PageRequest page) {
        require(edition, id, LockModeType.NONE);
        var list = Keyset.of(Delivery.class)
                .where("webhook = :webhook", "webhook", id)
                .orderedBy("id", Long.class, Delivery::id)
                .lastFirst();
        return pages.read(list, page, Delivery::view);
    }

    /** The caller's own, or any for the secretariat; what is somebody else's is as good as absent. */
    private Webhook require(String edition, UUID id, LockModeType lock) {
        var webhook = database.find(Webhook.class, id, lock);
        if (webhook == null
                || !webhook.edition().equals(edition)
                || !caller.has(Role.SECRETARIAT) && !webhook.owner().equals(caller.subject())) {
            throw RequestProblem.NOT_FOUND.because("There is no webhook " + id + " in " + edition + ".");
        }
        return webhook;
    }

    private void requireFit(WebhookInput input) {
        RequestProblem.requireNone(input.faults(types, config.insideAllowed()));
    }

    private void requireRoomForAnother() {
        // One after the other, until the transaction ends: two who count at one moment would both find room for the
        // last.
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:owner, 0))", Integer.class)
                .setParameter("owner", "webhooks " + caller.subject())
                .getSingleResult();
        var mine = database.createQuery("select count(*) from Webhook where owner = :owner", Long.class)
                .setParameter("owner", caller.subject())
                .getSingleResult();
        if (mine >= config.perOwner()) {
            throw WebhookProblem.TOO_MANY_WEBHOOKS.because("No more than " + config.perOwner() + ". Remove one first.");
        }
    }

    private String path(Webhook webhook) {
        return "/" + service + "/v1/editions/" + webhook.edition() + "/webhooks/" + webhook.id();
    }
}
