package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.Letters;

import static org.wsisforum.registration.invitation.InvitationProblem.MAILING_NOT_FOUND;
import static org.wsisforum.registration.invitation.InvitationProblem.MAIL_NOT_FOUND;
import static org.wsisforum.registration.invitation.InvitationProblem.NOTHING_TO_MAIL;
import static org.wsisforum.registration.invitation.InvitationProblem.NO_MAIL_SERVER;

/** Mailing letters, and what comes back. */
@Path("editions/{edition}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Mailings", description = "Letters that go out by mail, how far they are, and what comes back.")
public class MailingResource {

    /** What is sent again only where somebody says so. */
    private static final Set<MailState> REPEATABLE = Set.of(MailState.FAILED, MailState.DOUBTFUL, MailState.BOUNCED);

    @Inject
    MailingConfig config;

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Invitations invitations;

    @Inject
    InvitationAccess access;

    @Inject
    Mails mails;

    @Inject
    EntityManager database;

    @Inject
    Event<Postman.Queued> queued;

    @Inject
    Pages pages;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Whom a mailing reaches besides those who were never written to. */
    @Schema(name = "MailingInput", description = "Whom a mailing reaches besides those who were never written to.")
    record Input(
            @Size(max = 3)
            @Schema(
                    description =
                            "Also those whose letter has failed, is in doubt or came back: `failed`, `doubtful`, `bounced`.",
                    examples = "[\"bounced\"]")
            List<@NotNull MailState> again) {}

    /** What came back. */
    @Schema(name = "Bounce", description = "What a mail server reports of a mail.")
    record Bounce(
            @NotBlank
            @Size(max = 400)
            @Schema(
                    description = "The Message-ID of the mail.",
                    examples = "<0190b0a2-5c7a-7000-8000-000000000001.1@forum.example>")
            String messageId,

            @NotNull
            @Pattern(regexp = "[245]\\.\\d{1,3}\\.\\d{1,3}")
            @Schema(description = "The enhanced status code, RFC 3463.", examples = "5.1.1")
            String status) {}

    /** The mails to one office. */
    @Schema(name = "InvitationMails", description = "The mails to one office.")
    record ToOffice(
            @Schema(description = "The first one first.") List<MailView> items) {}

    @POST
    @Path("letters/{letter}/mailings")
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "mailLetter",
            summary = "Mail a letter to those who were cleared for it",
            description = """
                    Each mail is in the language of its invitation, and carries the address at which the letter is read and \
                    answered, not the letter itself; its invitation is `sent` when the mail server has taken it. A mail that is \
                    refused for the moment is tried again, later each time. One whose connection broke off before the server's \
                    last word is `doubtful`, as is one that was being sent when the service died: it may have arrived, so it is \
                    not sent again unless `again` says so. Whoever was written to with the letter is not written to by another \
                    mailing of it. Follow `Location` to see how far it is.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Input.class),
                            examples = {
                                @ExampleObject(name = "Who was cleared", value = "{}"),
                                @ExampleObject(
                                        name = "Also what came back",
                                        value = "{\"again\": [\"bounced\", \"failed\"]}")
                            }))
    @APIResponse(
            responseCode = "202",
            description = "It is being mailed.",
            content = @Content(schema = @Schema(implementation = MailingView.class)))
    @Fails({"edition-not-found", "letter-not-found", "no-mail-server", "nothing-to-mail", "letter-on-its-way"})
    public RestResponse<MailingView> mail(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID letter,
            @NotNull @Valid Input input) {
        editions.require(edition);
        letters.readToSend(edition, letter);
        requireRepeatable(input);
        if (!config.enabled()) {
            throw NO_MAIL_SERVER.because("Mailings are not set up: WSIS_MAILINGS.");
        }
        var to = invitations.toMail(letter, input.again() == null ? List.of() : input.again());
        if (to.isEmpty()) {
            throw NOTHING_TO_MAIL.because("Nobody who was cleared and has an address is still to be written to.");
        }
        var mailing = new Mailing(
                edition, letter, invitations.clearedWithoutAddress(letter), caller.subject(), clock.instant());
        database.persist(mailing);
        var now = java.time.Instant.now();
        mails.persist(to.stream().map(invitation -> new InvitationMail(mailing, invitation, now)));
        database.flush();
        queued.fire(new Postman.Queued());
        return ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED,
                        MailingView.of(mailing, Map.of(MailState.QUEUED, (long) to.size())))
                .header(HttpHeaders.LOCATION, MailingView.path(mailing))
                .build();
    }

    private static void requireRepeatable(Input input) {
        if (input.again() != null && !REPEATABLE.containsAll(input.again())) {
            RequestProblem.requireNone(
                    List.of(FieldError.at("/again", "not-repeatable", "failed, doubtful or bounced.")));
        }
    }

    @GET
    @Path("mailings")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listMailings",
            summary = "The mailings of an edition",
            description = "The newest first, each with how far it is.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<MailingView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery
                    @Parameter(
                            description = "Only those of this letter.",
                            example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID letter,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(Mailing.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("letterId = :letter", "letter", letter)
                .orderedBy("id", UUID.class, Mailing::id)
                .lastFirst();
        return pages.readAll(list, page, this::views);
    }

    private List<MailingView> views(List<Mailing> mailings) {
        var counts = mails.counts(mailings.stream().map(Mailing::id).toList());
        return mailings.stream()
                .map(mailing -> MailingView.of(mailing, counts.getOrDefault(mailing.id(), Map.of())))
                .toList();
    }

    @GET
    @Path("mailings/{id}")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readMailing",
            summary = "A mailing",
            description = "How many of its mails wait, were taken by the mail server, were refused or came back.")
    @Fails({"edition-not-found", "mailing-not-found"})
    public MailingView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The mailing's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.require(edition);
        return views(List.of(require(edition, id))).getFirst();
    }

    @GET
    @Path("mailings/{id}/mails")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listMailsOfMailing",
            summary = "The mails of a mailing",
            description = "What has become of each, in the order in which they were queued.")
    @Fails({"edition-not-found", "mailing-not-found", "cursor-not-valid"})
    public PageOf<MailView> mailsOf(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The mailing's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id,
            @RestQuery
                    @Parameter(
                            description =
                                    "Only those of which this has become: queued, sending, sent, failed, doubtful, bounced, cancelled.",
                            example = "bounced")
                    MailState state,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        require(edition, id);
        var list = Keyset.of(InvitationMail.class)
                .where("mailingId = :mailing", "mailing", id)
                .whereIfGiven("state = :state", "state", state)
                .orderedBy("id", UUID.class, InvitationMail::id);
        return pages.read(list, page, MailView::of);
    }

    private Mailing require(String edition, UUID id) {
        var mailing = database.find(Mailing.class, id);
        if (mailing == null || !mailing.edition().equals(edition)) {
            throw MAILING_NOT_FOUND.because("The edition " + edition + " has no mailing " + id + ".");
        }
        return mailing;
    }

    @GET
    @Path("invitations/{id}/mails")
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:read")
    @Operation(
            operationId = "listMailsToOffice",
            summary = "The mails to an invited office",
            description = "Its letter, also where it was sent again, and reminders, with what has become of each.")
    @Fails({"edition-not-found", "invitation-not-found"})
    public ToOffice toOffice(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.require(edition);
        return new ToOffice(mails.to(access.require(edition, id).id()).stream()
                .map(MailView::of)
                .toList());
    }

    @POST
    @Path("mailings/bounces")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.SERVICE})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "reportBounce",
            summary = "Report that a mail came back",
            description =
                    "By its Message-ID. With a status of class 5 the mail is `bounced`, and its office is not reminded by mail; one of"
                            + " class 4 or 2 changes nothing. Reported again, nothing more happens.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bounce.class),
                            examples = @ExampleObject(name = "No such mailbox", value = """
                                            {"messageId":"<0190b0a2-5c7a-7000-8000-000000000001.1@forum.example>",
                                             "status":"5.1.1"}""")))
    @Fails({"edition-not-found", "mail-not-found", "no-delivery-report"})
    public MailView bounce(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @NotNull @Valid Bounce input) {
        return take(edition, DeliveryReport.of(input.messageId(), input.status()));
    }

    @POST
    @Path("mailings/bounces/message")
    @Consumes("message/rfc822")
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.SERVICE})
    @RequiresScope("registration:write")
    @Operation(
            operationId = "reportBounceMessage",
            summary = "Pass on a report of a mail server",
            description =
                    "A delivery status notification (RFC 3464) as it came to the address that mail is sent from. What it says of the"
                            + " mail is taken like a report by its Message-ID; the report itself is not kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "message/rfc822",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "No such mailbox", value = """
                                            Content-Type: multipart/report; report-type=delivery-status; boundary=b

                                            --b
                                            Content-Type: message/delivery-status

                                            Final-Recipient: rfc822; minister@gov.example
                                            Action: failed
                                            Status: 5.1.1

                                            --b
                                            Content-Type: text/rfc822-headers

                                            Message-ID: <0190b0a2-5c7a-7000-8000-000000000001.1@forum.example>

                                            --b--""")))
    @Fails({"edition-not-found", "mail-not-found", "no-delivery-report"})
    public MailView bounceMessage(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @NotNull String message) {
        return take(edition, DeliveryReport.read(message));
    }

    private MailView take(String edition, DeliveryReport report) {
        editions.require(edition);
        var mail = mails.ofMessage(edition, report.messageId())
                .orElseThrow(() -> MAIL_NOT_FOUND.because("No mail of the edition was last sent with this id."));
        if (report.isForGood() && mail.bounce(report.status(), clock.instant())) {
            changes.record(
                    Change.of(InvitationChange.MAIL_BOUNCED, edition, "invitations/" + mail.invitationId(), "mail"));
        }
        return MailView.of(mail);
    }
}
