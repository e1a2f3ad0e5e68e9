package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.WantedLanguage;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.LetterPage;
import org.wsisforum.registration.letter.LetterView;
import org.wsisforum.registration.letter.Letters;

/** The letter as the minister's office sees it in a browser, with a form that needs no script. */
@Path("editions/{edition}/invitations")
@RunOnVirtualThread
@Tag(name = "Invitations")
public class InvitationLetterResource {

    /** No script, nothing from elsewhere, and the address, which holds the key, told to nobody. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PDF = "application/pdf";
    private static final MediaType DOCUMENT = MediaType.valueOf(PDF);

    /** The page first: who asks for anything gets what can be answered. */
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, DOCUMENT).build();

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Invitations invitations;

    @Inject
    InvitationAccess access;

    @Inject
    InvitationResource answers;

    @Inject
    Mails mails;

    @Inject
    Validator validator;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Changes changes;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    @GET
    @Path("{id}/letter")
    @Produces({MediaType.TEXT_HTML, PDF})
    @RolesAllowed({Role.SECRETARIAT, Role.LINK_HOLDER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readInvitationLetter",
            summary = "The letter, to be read and answered in a browser",
            description = """
                    The letter in the language that `lang` asks for, else in the one that the invitation names; \
                    `Content-Language` says which it is. A page with a form, or for `Accept: application/pdf` a document to \
                    be printed and filed, in A4, with the reference; where the link's key is in the address, with the \
                    link on it in words and as a QR code. Opened by its link for the first time, the invitation becomes \
                    `opened`.""")
    @APIResponse(
            responseCode = "200",
            description = "The letter.",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Fails({
        "edition-not-found",
        "invitation-not-found",
        "invitation-withdrawn",
        "too-many-wrong-keys",
        "language-not-available"
    })
    public Response read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            @RestQuery @Parameter(description = "The language: ar, zh, en, fr, ru or es.", example = "ar") String lang,
            @RestQuery @Parameter(description = "The key of the link, as it stands in the letter.") String key,
            @RestQuery
                    @Parameter(
                            description = "`pdf` for the document whatever `Accept` says: for links in a browser.",
                            example = "pdf")
                    @Pattern(regexp = "pdf")
                    String as,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage,
            @Context Request request) {
        var rules = editions.require(edition);
        var wanted = WantedLanguage.of(lang, acceptLanguage);
        Reading reading;
        try {
            // Ended before anything is printed: whoever prints takes a while, and needs no connection for it.
            reading = QuarkusTransaction.requiringNew().call(() -> open(rules, id, lang == null ? null : wanted, key));
        } catch (ProblemException e) {
            var withdrawn = e.type() == InvitationProblem.INVITATION_WITHDRAWN;
            if (e.type() != AccessProblem.LINK_NOT_VALID && !withdrawn) {
                throw e;
            }
            var language = wanted.orElse(Language.EN);
            return page(
                            e.type().status(),
                            language,
                            LetterPage.renderRefusal(
                                    language, withdrawn, rules.contact().email()))
                    .build();
        }
        return as != null || request.selectVariant(FORMS).getMediaType().equals(DOCUMENT)
                ? document(reading).build()
                : page(
                                200,
                                reading.language(),
                                LetterPage.render(reading.letter(), reading.language(), reading.recipient()))
                        .build();
    }

    /** What somebody reads who was let in. */
    private record Reading(LetterView letter, Language language, LetterPage.Recipient recipient, String link) {}

    /**
     * Lets the caller in, and notes it where it is the office.
     *
     * @param wanted the language that the reader chose; null for none. A browser's language is a guess, the invitation's is what
     *     the secretariat knows of the office
     */
    private Reading open(EditionRules rules, UUID id, Optional<Language> wanted, String key) {
        var invitation = access.require(rules.code(), id);
        if (access.isOffice() && invitation.openedAt() == null) {
            // Two may open it for the first time at once, or while its mail is noted as sent.
            invitations.getEntityManager().refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
            invitation = access.require(rules.code(), id);
        }
        if (access.isOffice() && invitation.open(caller.subject(), clock.instant())) {
            mails.arrived(invitation.id(), caller.linkHash().orElseThrow(), clock.instant());
            changes.record(Change.of(
                    InvitationChange.OPENED,
                    rules.code(),
                    InvitationResource.subject(invitation),
                    "state",
                    "openedAt"));
        }
        var letter = letters.read(rules.code(), invitation.letterId());
        var language = LetterPage.shownIn(
                letter, wanted == null ? invitation.language() : wanted.orElse(invitation.language()));
        return new Reading(letter, language, recipient(invitation, rules, language, key), link(invitation, key));
    }

    /** What stands on a document for an office to answer by; nothing on a copy for the files, which knows no key. */
    private String link(Invitation invitation, String key) {
        return key == null
                ? null
                : publicUrl.replaceFirst("/$", "") + letterAddress(invitation.edition(), invitation.id(), key);
    }

    @POST
    @Path("{id}/letter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    @RolesAllowed(Role.LINK_HOLDER)
    @Operation(
            operationId = "answerInvitationByForm",
            summary = "Answer an invitation from its page",
            description = "What the form of the letter's page sends. The same answer sent twice is taken once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            examples = @ExampleObject(name = "Accept", value = "answer=accepted&wishesToSpeak=true")))
    @APIResponse(responseCode = "303", description = "The answer was taken; `Location` is the letter's page.")
    @Fails({
        "edition-not-found",
        "invitation-withdrawn",
        "too-many-wrong-keys",
        "response-deadline-passed",
        "channel-not-open",
        "response-not-coherent"
    })
    public RestResponse<Void> answer(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            @RestQuery @Parameter(description = "The key of the link.") String key,
            @RestQuery @Parameter(description = "The language of the page.", example = "ar") String lang,
            @RestForm String answer,
            @RestForm boolean wishesToSpeak,
            @RestForm String honorific,
            @RestForm String name,
            @RestForm String title) {
        var input = FormAnswer.read(answer, wishesToSpeak, honorific, name, title);
        var faults = validator.validate(input).stream()
                .map(fault -> FieldError.at(
                        "/" + fault.getPropertyPath().toString().replace('.', '/'), "not-valid", fault.getMessage()))
                .toList();
        if (!faults.isEmpty()) {
            throw InvitationProblem.RESPONSE_NOT_COHERENT.because("Correct what is named.", faults);
        }
        if (!isTheAnswerThatHolds(access.requireToChange(edition, id), input)) {
            answers.take(edition, id, input);
        }
        return ResponseBuilder.<Void>create(303, null)
                .header(HttpHeaders.LOCATION, letterAddress(edition, id, key) + (lang == null ? "" : "&lang=" + lang))
                .build();
    }

    private static boolean isTheAnswerThatHolds(Invitation invitation, ResponseInput input) {
        return invitation
                .response()
                .filter(r -> r.answer() == input.answer()
                        && r.wishesToSpeak() == input.speaks()
                        && java.util.Objects.equals(r.representative(), input.by()))
                .isPresent();
    }

    private LetterPage.Recipient recipient(Invitation invitation, EditionRules rules, Language language, String key) {
        var office = access.isOffice();
        var address = letterAddress(invitation.edition(), invitation.id(), key);
        return new LetterPage.Recipient(
                invitation.addressee().addressed(),
                invitation.addressee().title(),
                salutation(invitation, rules, language),
                Country.of(invitation.country())
                        .flatMap(c -> c.name().bestFor(language))
                        .map(Text.Chosen::value)
                        .orElse(invitation.country()),
                InvitationResource.path(invitation) + "/letter?key=" + key + "&lang=" + language.tag(),
                address + (address.contains("?") ? "&lang=" : "?lang="),
                address + (address.contains("?") ? "&" : "?") + "as=pdf&lang=" + language.tag(),
                rules.rules().respondBefore(),
                office && key != null && invitation.isOpenForAnswer(rules, clock.instant()),
                invitation.response().map(r -> r.answer().json()).orElse(null),
                rules.zone(),
                rules.languages().stream().sorted().toList());
    }

    /** How the addressee is greeted in a language; null where the letter's own greeting holds. */
    static String salutation(Invitation invitation, EditionRules rules, Language language) {
        var to = invitation.addressee();
        return rules.rules()
                .invitations()
                .salutation(to.rank(), to.gender(), language)
                .orElse(null);
    }

    private static String letterAddress(String edition, UUID id, String key) {
        return "/registration/v1/editions/" + edition + "/invitations/" + id + "/letter"
                + (key == null ? "" : "?key=" + key);
    }

    private static Response.ResponseBuilder document(Reading reading) {
        var name = reading.letter().content().reference().replace('/', '-') + "-"
                + reading.language().tag() + ".pdf";
        return forOneReader(
                        200,
                        reading.language(),
                        LetterPage.print(reading.letter(), reading.language(), reading.recipient(), reading.link()))
                .type(DOCUMENT)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"");
    }

    private static Response.ResponseBuilder page(int status, Language language, String html) {
        return forOneReader(status, language, html)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", POLICY);
    }

    private static Response.ResponseBuilder forOneReader(int status, Language language, Object content) {
        return Response.status(status)
                .entity(content)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
