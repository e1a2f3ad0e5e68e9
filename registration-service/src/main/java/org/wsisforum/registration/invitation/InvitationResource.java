package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.EditionRules.Channel;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.Letters;
import org.wsisforum.registration.protocol.FrenchOrder;

import static org.wsisforum.registration.invitation.InvitationProblem.NOT_ANSWERED;
import static org.wsisforum.registration.invitation.InvitationProblem.OVERRIDE_NOT_YOURS;
import static org.wsisforum.registration.invitation.InvitationProblem.RANK_IS_FOR_STAFF;
import static org.wsisforum.registration.invitation.InvitationProblem.UNKNOWN_COUNTRY;
import static org.wsisforum.registration.invitation.InvitationProblem.UNKNOWN_RANK;
import static org.wsisforum.registration.invitation.InvitationProblem.UNKNOWN_STATE;

/** Inviting, and answering. */
@Path("editions/{edition}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Invitations", description = "Invitations of ministers and their answers.")
public class InvitationResource {

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Invitations invitations;

    @Inject
    InvitationAccess access;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Pages pages;

    @Inject
    Changes changes;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    /** Whom to invite, with which letter. */
    @Schema(name = "InvitationInput", description = "Whom to invite, with which letter.")
    public record Input(
            @NotNull @Schema(description = "The letter to send.")
            UUID letter,

            @NotNull @Schema(examples = "RW", description = "The country, ISO 3166-1 alpha-2 or alpha-3.")
            String country,

            @NotNull @Valid @Schema(description = "Who is invited.")
            Person addressee,

            @NotNull
            @Schema(
                    enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                    description = "The language in which the office reads its letter first.")
            Language language,

            @Email
            @OneLine
            @Size(max = 254)
            @Schema(
                    description = "Where mail for it goes; a mailing reaches only who has one.",
                    examples = "minister@gov.example",
                    extensions = @Extension(name = "x-data-class", value = "contact"))
            String email,

            @Schema(
                    description = "Whether it is a draft, to be cleared before it goes out; else it is issued at once.",
                    defaultValue = "false")
            Boolean draft) {

        public Input {
            email = OneLine.Kept.of(email);
        }
    }

    /** Which invitations to list. */
    public record Filter(
            @RestQuery
            @Parameter(
                    description = "Only those in this state: drafted, cleared, sent, opened, accepted, declined,"
                            + " represented, tentative, withdrawn, expired.",
                    example = "accepted")
            String state,

            @RestQuery @Parameter(description = "Only this country, ISO 3166-1.", example = "RW")
            String country,

            @RestQuery @Parameter(description = "Only those sent with this letter.")
            UUID letter,

            @RestQuery
            @Pattern(regexp = "country")
            @Parameter(
                    description = "`country` for the order of the countries' names in French, as ITU lists them.",
                    example = "country")
            String sort,

            @RestQuery
            @Size(max = 20)
            @Parameter(
                    description =
                            "With `sort=country`: the Member State with which the order begins, where lots were drawn.",
                    example = "CH")
            String startingWith) {}

    @GET
    @RolesAllowed({Role.SECRETARIAT, Role.SERVICE})
    @RequiresScope("registration:read")
    @Operation(operationId = "listInvitations", summary = "The invitations of an edition", description = """
                    Each with the answer that holds, in the order in which they were drafted or issued, or with `sort=country` in \
                    the order in which ITU lists its Member States: by their names in French, an accent counting only between \
                    names that are otherwise the same.""")
    @Fails({"edition-not-found", "unknown-state", "unknown-country", "cursor-not-valid"})
    public PageOf<InvitationView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        var rules = editions.require(edition);
        var now = clock.instant();
        var list = Keyset.of(Invitation.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven(
                        "country = :country",
                        "country",
                        filter.country() == null
                                ? null
                                : country(filter.country(), FieldError.of("country", "unknown-country", "ISO 3166-1.")))
                .whereIfGiven("letterId = :letter", "letter", filter.letter());
        inState(list, filter.state(), rules, now);
        if (filter.sort() != null) {
            var order = FrenchOrder.startingWith(filter.startingWith())
                    .orElseThrow(() -> UNKNOWN_COUNTRY.because(
                            "An order begins with a Member State.",
                            List.of(FieldError.of("startingWith", "unknown-country", "No Member State."))));
            list.where(FrenchOrder.IS_LISTED.formatted("country"), "order", order.line())
                    .orderedBy(
                            FrenchOrder.PLACE.formatted("country"),
                            Integer.class,
                            invitation -> order.placeOf(invitation.country()));
        }
        list.orderedBy("id", UUID.class, Invitation::id);
        return pages.read(list, page, invitation -> view(invitation, rules, now));
    }

    /** Where the deadline has passed, what waited for an answer until then is expired. */
    private static void inState(Keyset<Invitation> list, String asked, EditionRules rules, Instant now) {
        var state = state(asked);
        if (state == null) {
            return;
        }
        var over = !now.isBefore(rules.rules().respondBefore());
        switch (state) {
            case EXPIRED -> list.where("state in (SENT, OPENED)").whereAsOf("true = :over", "over", over);
            case SENT, OPENED -> list.where("state = :state", "state", state).whereAsOf("false = :over", "over", over);
            default -> list.where("state = :state", "state", state);
        }
    }

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(operationId = "issueInvitation", summary = "Invite a minister", description = """
                    Issues the invitation and its link. The link opens the letter without an account and lets the office \
                    answer and book its statement, until the edition's `linkValidUntil`. It is in this answer and nowhere \
                    else; sending the same request again with its Idempotency-Key shows it again for 24 hours. With `draft` it \
                    gets no link: it is cleared first (`…/clearance`), and then goes out with a mailing of its letter, or by \
                    hand with `…/link`.""")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "Rwanda", value = """
                                                    {"letter":"0190b0a2-5c7a-7000-8000-000000000001","country":"RW",
                                                     "addressee":{"honorific":"H.E. Ms","name":"Paula Ingabire",
                                                                  "title":"Minister of ICT and Innovation"},
                                                     "language":"en"}""")))
    @APIResponse(
            responseCode = "201",
            description = "The invitation was issued or drafted; `Location` says where it is.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedInvitation.class)))
    @Fails({
        "edition-not-found",
        "letter-not-found",
        "already-invited",
        "unknown-country",
        "unknown-rank",
        "language-not-of-edition"
    })
    public RestResponse<IssuedInvitation> issue(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @NotNull @Valid Input input) {
        var rules = editions.require(edition);
        Editions.requireLanguage(rules, input.language(), "/language");
        var country = country(input.country(), FieldError.at("/country", "unknown-country", "ISO 3166-1."));
        requireRank(rules, input.addressee(), "/addressee");
        return Boolean.TRUE.equals(input.draft()) ? draft(rules, country, input) : issue(rules, country, input);
    }

    private RestResponse<IssuedInvitation> draft(EditionRules rules, String country, Input input) {
        var now = clock.instant();
        var letter = letters.read(rules.code(), input.letter());
        var invitation = Invitation.draft(
                rules.code(),
                letter.id(),
                country,
                input.addressee(),
                input.language(),
                input.email(),
                caller.subject(),
                now);
        invitations.persistAndFlush(invitation);
        changes.record(Change.of(InvitationChange.DRAFTED, rules.code(), subject(invitation)));
        return created(invitation, new IssuedInvitation(view(invitation, rules, now), null));
    }

    private RestResponse<IssuedInvitation> issue(EditionRules rules, String country, Input input) {
        var now = clock.instant();
        var letter = letters.readToSend(rules.code(), input.letter());
        var key = LinkKey.random();
        var invitation = Invitation.issue(
                rules,
                letter.id(),
                country,
                input.addressee(),
                input.language(),
                input.email(),
                key,
                caller.subject(),
                now);
        invitations.persistAndFlush(invitation);
        changes.record(Change.of(InvitationChange.SENT, rules.code(), subject(invitation)));
        return created(invitation, issued(invitation, rules, key));
    }

    private static RestResponse<IssuedInvitation> created(Invitation invitation, IssuedInvitation issued) {
        return ResponseBuilder.<IssuedInvitation>create(201, null)
                .header(HttpHeaders.LOCATION, path(invitation))
                .entity(issued)
                .build();
    }

    /** Refuses a rank that the edition's ladder does not have. */
    static void requireRank(EditionRules rules, Person person, String pointer) {
        if (person != null
                && person.rank() != null
                && !rules.rules().invitations().hasRank(person.rank())) {
            throw UNKNOWN_RANK.because(
                    "The edition has the ranks "
                            + String.join(", ", rules.rules().invitations().ranks()) + ".",
                    List.of(FieldError.at(pointer + "/rank", "unknown-rank", "No rank of the edition's ladder.")));
        }
    }

    /** As the caller may see it: where mail goes is for the secretariat to know. */
    private InvitationView view(Invitation invitation, EditionRules rules, Instant now) {
        return InvitationView.of(invitation, rules, now, access.isSecretariat());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.SECRETARIAT, Role.SERVICE, Role.LINK_HOLDER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readInvitation",
            summary = "An invitation",
            description =
                    "How far the invitation has come, and the answer that holds. A link shows its own invitation.")
    @Fails({"invitation-not-found", "edition-not-found", "invitation-withdrawn", "too-many-wrong-keys"})
    public InvitationView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        return view(access.require(edition, id), editions.require(edition), clock.instant());
    }

    @GET
    @Path("{id}/office")
    @RolesAllowed(Role.SERVICE)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readInvitedOffice",
            summary = "Who acts for an invited country",
            description = "For the platform's own services: who speaks, and by which link the office is known.")
    @Fails({"invitation-not-found", "edition-not-found"})
    public OfficeView readOffice(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        return OfficeView.of(access.require(edition, id), editions.require(edition), clock.instant());
    }

    @POST
    @Path("{id}/link")
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "replaceInvitationLink",
            summary = "Give an invitation a new link",
            description =
                    "For a link that was lost or seen by others, or for an invitation that was cleared and goes out by hand. Those"
                            + " before open nothing more, at once. Within 24 hours an invitation is given as many as the edition's"
                            + " `rules.invitations.linksPerDay`, those in mails counted.")
    @APIResponse(
            responseCode = "201",
            description = "The new link, shown this once.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedInvitation.class)))
    @Fails({"edition-not-found", "invitation-not-found", "invitation-withdrawn", "not-cleared", "too-many-links"})
    public RestResponse<IssuedInvitation> replaceLink(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        var rules = editions.require(edition);
        var invitation = access.requireToChange(edition, id);
        var key = LinkKey.random();
        var first = invitation.issueLink(key, rules, caller.subject(), clock.instant());
        invitations.flush();
        changes.record(
                Change.of(first ? InvitationChange.SENT : InvitationChange.LINK_ISSUED, edition, subject(invitation)));
        return ResponseBuilder.<IssuedInvitation>create(201, null)
                .entity(issued(invitation, rules, key))
                .build();
    }

    @DELETE
    @Path("{id}/link")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "revokeInvitationLinks",
            summary = "Close the links of an invitation",
            description =
                    "None that was issued opens the letter any more, nor the office's statement in the agenda. The invitation"
                            + " stands; `POST …/link` gives it a new one.")
    @APIResponse(responseCode = "204", description = "No link opens it.")
    @Fails("invitation-not-found")
    public void revokeLinks(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        var invitation = access.requireToChange(edition, id);
        if (invitation.hasOpenLink()) {
            invitation.closeLinks(clock.instant());
            invitations.flush();
            changes.record(Change.of(InvitationChange.LINK_REVOKED, edition, subject(invitation), "link"));
        }
    }

    @POST
    @Path("{id}/response")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @RolesAllowed({Role.SECRETARIAT, Role.LINK_HOLDER})
    @RequiresScope("registration:write")
    @Operation(operationId = "answerInvitation", summary = "Answer an invitation", description = """
                    Accepts, declines, names who will represent the minister, or says that it cannot be said yet. The office answers by its link until the \
                    edition's `respondBefore` and may change its mind until then; the last answer holds, all are kept. The \
                    secretariat records answers that came by letter or telephone, which count by the day on which they came \
                    in (`receivedOn`), and may take one after the deadline with an `override` that says why. A rank above that of \
                    whom the letter invites is for the secretariat to record. An answer that wishes to speak opens a policy \
                    statement in the agenda.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ResponseInput.class),
                            examples = {
                                @ExampleObject(
                                        name = "Accept",
                                        value = "{\"answer\":\"accepted\",\"wishesToSpeak\":true}"),
                                @ExampleObject(
                                        name = "Decline",
                                        value = "{\"answer\":\"declined\",\"reason\":\"Elections on these days.\"}"),
                                @ExampleObject(name = "Represented", value = """
                                                {"answer":"represented","wishesToSpeak":true,
                                                 "by":{"honorific":"H.E. Mr","name":"Luc Ndoye",
                                                       "title":"Ambassador, Permanent Representative"}}"""),
                                @ExampleObject(name = "By letter", value = """
                                                {"answer":"accepted","wishesToSpeak":true,"channel":"correspondence",
                                                 "receivedOn":"2021-02-20"}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The answer was taken and holds.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResponseView.class)))
    @Fails({
        "edition-not-found",
        "invitation-not-found",
        "invitation-withdrawn",
        "not-sent",
        "response-deadline-passed",
        "channel-not-open",
        "response-not-coherent",
        "unknown-rank",
        "rank-is-for-staff",
        "too-many-wrong-keys",
        "override-not-yours"
    })
    public RestResponse<ResponseView> answer(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            @NotNull @Valid ResponseInput input) {
        return ResponseBuilder.<ResponseView>create(201, null)
                .entity(take(edition, id, input))
                .build();
    }

    @GET
    @Path("{id}/response")
    @RolesAllowed({Role.SECRETARIAT, Role.LINK_HOLDER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readResponse",
            summary = "The answer that holds",
            description = "404 as long as there is none.")
    @Fails({"invitation-not-found", "not-answered"})
    public ResponseView readResponse(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        var invitation = access.require(edition, id);
        return invitation
                .response()
                .map(r -> ResponseView.of(invitation, r))
                .orElseThrow(() -> NOT_ANSWERED.because("No answer has been taken yet."));
    }

    @GET
    @Path("{id}/responses")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listResponses",
            summary = "All answers to an invitation",
            description = "Each answer that was taken, with who recorded it and why one came late.")
    @Fails("invitation-not-found")
    public Responses listResponses(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id) {
        var invitation = access.require(edition, id);
        return new Responses(invitation.responses().stream()
                .map(r -> ResponseView.of(invitation, r))
                .toList());
    }

    /** What happened to one invitation. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readInvitationHistory",
            summary = "What happened to an invitation",
            description = "Every change of it, by whom and when, oldest first; also of one that is gone.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "invitations/" + id, page);
    }

    /** Takes an answer, whichever way it was sent. */
    ResponseView take(String edition, UUID id, ResponseInput input) {
        var rules = editions.require(edition);
        var invitation = access.requireToChange(edition, id);
        requireOwnWay(input);
        requireRank(rules, input.by(), "/by");
        requireOwnRank(rules, invitation, input.by());
        var response = invitation.answer(
                input,
                rules,
                clock.instant(),
                caller.subject(),
                caller.linkHash().orElse(null));
        invitations.flush();
        changes.record(Change.of(input.answer().change(), edition, subject(invitation), "state", "response"));
        if (input.override() != null) {
            changes.record(Change.of(InvitationChange.DEADLINE_OVERRIDDEN, edition, subject(invitation), "response"));
        }
        return ResponseView.of(invitation, response);
    }

    /**
     * Who comes in the place of somebody has no higher rank than whom the letter invites, as far as the office says: speakers are
     * ordered by it.
     */
    private void requireOwnRank(EditionRules rules, Invitation invitation, Person by) {
        if (!access.isOffice() || by == null || by.rank() == null) {
            return;
        }
        var inviting = rules.rules().invitations();
        var said = invitation.addressee().rank();
        var invited = said == null ? inviting.usualRank() : said;
        if (inviting.isAbove(by.rank(), invited)) {
            throw RANK_IS_FOR_STAFF.because(
                    invited == null
                            ? "Leave the rank out, or write to the secretariat."
                            : "The letter invites somebody of the rank " + invited
                                    + ". Name no higher one, or write to the secretariat.",
                    List.of(FieldError.at("/by/rank", "too-high", "Higher than the rank of whom the letter invites.")));
        }
    }

    /** The office answers by its link; what came on paper, and what comes late, is for the secretariat to record. */
    private void requireOwnWay(ResponseInput input) {
        if (access.isOffice() && (input.came() != Channel.WEB || input.override() != null)) {
            throw OVERRIDE_NOT_YOURS.because(
                    "Answer by the link without channel and override, or write to the secretariat.");
        }
        if (!access.isOffice() && input.came() == Channel.WEB && input.override() == null) {
            throw InvitationProblem.RESPONSE_NOT_COHERENT.because(
                    "The secretariat records answers that came by letter or telephone.",
                    List.of(FieldError.at("/channel", "not-null", "Say how the answer came.")));
        }
    }

    private IssuedInvitation issued(Invitation invitation, EditionRules rules, LinkKey key) {
        return new IssuedInvitation(
                view(invitation, rules, clock.instant()),
                new IssuedInvitation.Link(
                        publicUrl.replaceFirst("/$", "") + path(invitation) + "/letter?key=" + key.secret(),
                        key.secret(),
                        invitation.linkValidUntil()));
    }

    static String path(Invitation invitation) {
        return "/registration/v1/editions/" + invitation.edition() + "/" + subject(invitation);
    }

    static String subject(Invitation invitation) {
        return "invitations/" + invitation.id();
    }

    static String country(String code, FieldError error) {
        return Country.of(code)
                .map(Country::code)
                .orElseThrow(
                        () -> UNKNOWN_COUNTRY.because("\"" + code + "\" is no code of ISO 3166-1.", List.of(error)));
    }

    private static Invitation.State state(String state) {
        return state == null
                ? null
                : Stream.of(Invitation.State.values())
                        .filter(s -> s.json().equals(state))
                        .findFirst()
                        .orElseThrow(() -> UNKNOWN_STATE.because(
                                "Ask for one of "
                                        + Stream.of(Invitation.State.values())
                                                .map(Invitation.State::json)
                                                .collect(Collectors.joining(", "))
                                        + ".",
                                List.of(FieldError.of("state", "unknown-state", "No state of an invitation."))));
    }
}
