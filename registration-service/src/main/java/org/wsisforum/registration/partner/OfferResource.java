package org.wsisforum.registration.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.picture.Image;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** Expressions of interest in supporting an edition, and what the secretariat decides on them. */
@Path("editions/{edition}/partner-offers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Partners")
public class OfferResource {

    private static final int MOST_BYTES = 1024 * 1024;

    private static final String EXAMPLE = """
            {
              "name": "Ministry of Internal Affairs and Communications, Japan",
              "package": "gold",
              "country": "JP",
              "stakeholderType": "government",
              "website": "https://www.soumu.go.jp/",
              "message": "We should like to support the hackathon.",
              "contact": { "name": "Aiko Tanaka", "email": "aiko@soumu.example" }
            }""";

    @Inject
    Editions editions;

    @Inject
    Partners partners;

    @Inject
    Packages packages;

    @Inject
    Seats seats;

    @Inject
    Logos logos;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Expresses interest. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "offerPartnership",
            summary = "Express interest in supporting an edition",
            description =
                    "Names a package of the edition and who answers for the offer. Whoever made it follows it, changes it until"
                            + " it is decided, and reads the decision; the secretariat enters what came by letter.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "A ministry", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Interest was expressed.",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    @Fails("edition-not-found")
    public RestResponse<OfferView> offer(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull OfferInput input) {
        editions.require(edition);
        RequestProblem.requireNone(input.faults());
        var wanted = packages.requireNamed(edition, input.wanted());
        var offer = new Partner(edition, input.normalised(), wanted, caller.subject(), clock.instant());
        partners.persist(offer);
        record(PartnerChange.OFFERED, offer, List.of());
        return RestResponse.ResponseBuilder.<OfferView>create(201, null)
                .header(HttpHeaders.LOCATION, "/registration/v1/editions/" + edition + "/partner-offers/" + offer.id())
                .entity(view(offer))
                .build();
    }

    /** Offers of an edition. */
    @GET
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listPartnerOffers",
            summary = "Offers of partnership",
            description = "One's own; all of the edition for the secretariat. The oldest first.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<OfferView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = "Only offers that have come so far.", example = "offered")
                    PartnerState state,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(Partner.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("owner = :owner", "owner", caller.has(Role.SECRETARIAT) ? null : caller.subject())
                .whereIfGiven("state = :state", "state", state)
                .orderedBy("offeredAt", Instant.class, Partner::offeredAt)
                .orderedBy("id", UUID.class, Partner::id);
        return pages.read(list, page, this::view);
    }

    /** One offer. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readPartnerOffer",
            summary = "An offer of partnership",
            description = "One's own, or any for the secretariat: what it says, and what became of it.")
    @Fails("edition-not-found")
    public OfferView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201")
                    UUID id) {
        editions.require(edition);
        return view(partners.requireOwn(edition, id, LockModeType.NONE));
    }

    /** Changes an offer. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "patchPartnerOffer",
            summary = "Change an offer, or what is said of a partner",
            description =
                    "A merge patch (RFC 7396). Whoever made the offer changes it until it is decided; the secretariat also what"
                            + " is said of an accepted partner. A partner who moves to another package needs a free place there.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = OfferInput.class),
                            examples = @ExampleObject(name = "Another package", value = "{\"package\": \"platinum\"}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "offer-decided", "package-full"})
    public OfferView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201") UUID id,
            MergePatch patch) {
        editions.require(edition);
        var offer = partners.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(offer.version());
        if (!caller.has(Role.SECRETARIAT)) {
            offer.requireUndecided();
        }
        var input = patch.applyTo(offer.input());
        RequestProblem.requireNone(input.faults());
        var fields = offer.rewrite(input.normalised(), packages.requireNamed(edition, input.wanted()), seats);
        if (!fields.isEmpty()) {
            record(PartnerChange.OFFER_CHANGED, offer, fields);
            tellEverybody(
                    PartnerChange.SHOWN_ANEW,
                    offer,
                    fields.stream().filter(PartnerView.FIELDS::contains).toList());
        }
        return view(offer);
    }

    /** Decides on an offer. */
    @POST
    @Path("{id}/decision")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "decidePartnerOffer",
            summary = "Accept or decline an offer of partnership",
            description =
                    "Once. An accepted one takes a place of its package and comes on the public list at once, unless `listed`"
                            + " says no; a declined one needs a reason, which whoever made it reads.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Accepted", value = "{\"decision\": \"accepted\"}")))
    @Fails({"edition-not-found", "offer-decided", "package-full"})
    public OfferView decide(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201") UUID id,
            @Valid @NotNull DecisionInput input) {
        editions.require(edition);
        var offer = partners.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        RequestProblem.requireNone(input.faults());
        if (!input.isAcceptance()) {
            offer.decline(input.reason(), caller.subject(), clock.instant());
            record(PartnerChange.DECLINED, offer, List.of("state", "reason"));
            return view(offer);
        }
        var wanted = packages.requireNamed(edition, offer.input().wanted());
        offer.accept(wanted, seats, input.isToBeListed(), caller.subject(), clock.instant());
        record(PartnerChange.ACCEPTED, offer, List.of("state"));
        tellEverybody(PartnerChange.LISTED, offer, null);
        return view(offer);
    }

    /** Why something ends. */
    @Schema(name = "PartnerWithdrawal", description = "Why an offer is taken back or a partnership ends.")
    record WithdrawalInput(
            @Size(min = 1, max = 2000)
            @PlainText
            @Schema(description = "The reason, if one is given.", examples = "The budget was not granted.")
            String reason) {}

    /** Takes an offer back, or ends a partnership. */
    @POST
    @Path("{id}/withdrawal")
    @Transactional
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "withdrawPartnerOffer",
            summary = "Take an offer back, or end a partnership",
            description =
                    "A partner leaves the public list at once, and its place is free for another. What it pledged and what came"
                            + " of that stays on record.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "With a reason", value = "{\"reason\": \"No budget.\"}")))
    @Fails({"edition-not-found", "offer-decided"})
    public OfferView withdraw(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201") UUID id,
            @Valid @NotNull WithdrawalInput input) {
        editions.require(edition);
        var offer = partners.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        tellEverybody(PartnerChange.UNLISTED, offer, null);
        offer.withdraw(input.reason());
        record(PartnerChange.WITHDRAWN, offer, List.of("state", "reason"));
        return view(offer);
    }

    /** Whether a partner is on the list. */
    @Schema(name = "PartnerListing", description = "Whether a partner is on the public list.")
    record ListingInput(
            @NotNull @Schema(description = "Whether it is.", examples = "true")
            Boolean listed) {}

    /** Puts a partner on the list, or takes it off. */
    @PUT
    @Path("{id}/listing")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putPartnerListing",
            summary = "Put a partner on the public list, or take it off",
            description = "For partners who wish not to be named, or not yet.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Off the list", value = "{\"listed\": false}")))
    @Fails({"edition-not-found", "stale-version", "no-partner"})
    public OfferView putListing(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201") UUID id,
            @Valid @NotNull ListingInput input) {
        editions.require(edition);
        var partner = partners.requireOwn(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(partner.version());
        partner.requireAccepted();
        if (partner.isListed() != input.listed()) {
            tellEverybody(PartnerChange.UNLISTED, partner, null);
            partner.list(input.listed());
            record(PartnerChange.OFFER_CHANGED, partner, List.of("listed"));
            tellEverybody(PartnerChange.LISTED, partner, null);
        }
        return view(partner);
    }

    /** Sends the logo. */
    @PUT
    @Path("{id}/logo")
    @Consumes({"image/png", "image/jpeg"})
    @RolesAllowed({Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putPartnerLogo",
            summary = "Send the logo of a partner",
            description =
                    "A PNG or JPEG of at most 1 MB and 12 million points; its bytes are the body. It is drawn anew, so that"
                            + " nothing hidden in it is kept, and replaces the one before it; everybody sees it once the"
                            + " partner is on the list.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "image/png",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "‰PNG…")),
                @Content(
                        mediaType = "image/jpeg",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "Its bytes", value = "ÿØÿà…"))
            })
    @APIResponse(responseCode = "204", description = "It is stored.")
    @Fails({"edition-not-found", "stale-version", "offer-decided", "no-logo", "content-too-large"})
    public void putLogo(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201") UUID id,
            byte[] sent)
            throws InterruptedException {
        editions.require(edition);
        // Who may is asked before the work is done, and no connection is held while it is.
        QuarkusTransaction.requiringNew().run(() -> partners.requireOwn(edition, id, LockModeType.NONE));
        if (sent.length > MOST_BYTES) {
            throw RequestProblem.CONTENT_TOO_LARGE.because("A logo has 1 MB at most.");
        }
        var image = Image.read(sent)
                .orElseThrow(() -> PartnerProblem.NO_LOGO.because(
                        "Send a PNG or a JPEG that is whole and has at most 12 million points."));
        QuarkusTransaction.requiringNew().run(() -> {
            var offer = partners.requireOwn(edition, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            offer.requireLive();
            logos.put(id, image);
            record(PartnerChange.OFFER_CHANGED, offer, List.of("logo"));
            tellEverybody(PartnerChange.SHOWN_ANEW, offer, List.of("logo"));
        });
    }

    /** What happened to one offer. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readPartnerOfferHistory",
            summary = "What happened to an offer of partnership",
            description = "Every change of it, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The offer.", example = "0190b0a2-5c7a-7000-8000-000000000201") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "partner-offers/" + id, page);
    }

    private OfferView view(Partner offer) {
        return OfferView.of(offer, offer.owner().equals(caller.subject()) || caller.isGranted("registration:read.pii"));
    }

    private void record(PartnerChange type, Partner offer, List<String> fields) {
        changes.record(Change.of(type, offer.edition(), "partner-offers/" + offer.id(), fields.toArray(String[]::new))
                .alsoFor(Audience.person(offer.owner())));
    }

    /**
     * Tells of a partner that everybody sees.
     *
     * @param fields what of it is new, and nothing is told if that is nothing; null where it is not about fields
     */
    private void tellEverybody(PartnerChange type, Partner partner, List<String> fields) {
        if (partner.isShown() && (fields == null || !fields.isEmpty())) {
            changes.record(Change.of(
                    type,
                    partner.edition(),
                    "partners/" + partner.id(),
                    fields == null ? new String[0] : fields.toArray(String[]::new)));
        }
    }
}
