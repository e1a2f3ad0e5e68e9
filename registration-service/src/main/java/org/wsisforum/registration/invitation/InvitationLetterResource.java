package org.wsisforum.registration.invitation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.WantedLanguage;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.LetterPage;
import org.wsisforum.registration.letter.Letters;

/** The letter as the minister's office sees it in a browser, with a form that needs no script. */
@Path("editions/{edition}/invitations")
@RunOnVirtualThread
@Tag(name = "Invitations")
public class InvitationLetterResource {

    /** No script, nothing from elsewhere, and the address, which holds the key, told to nobody. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
    ForumClock clock;

    @Inject
    Changes changes;

    @GET
    @Path("{id}/letter")
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    @RolesAllowed({Role.SECRETARIAT, Role.LINK_HOLDER})
    @RequiresScope("registration:read")
    @Operation(
            operationId = "readInvitationLetter",
            summary = "The letter, to be read and answered in a browser",
            description = """
                    The letter in the language that `lang` asks for, else in the one that the invitation names; \
                    `Content-Language` says which it is. Opened by its link for the first time, the invitation \
                    becomes `opened`.""")
    @APIResponse(
            responseCode = "200",
            description = "The letter.",
            content =
                    @Content(
                            mediaType = "text/html",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @Fails({"edition-not-found", "invitation-not-found", "language-not-available"})
    public RestResponse<String> read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The invitation's id.") UUID id,
            @RestQuery @Parameter(description = "The language: ar, zh, en, fr, ru or es.", example = "ar") String lang,
            @RestQuery @Parameter(description = "The key of the link, as it stands in the letter.") String key,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        var rules = editions.require(edition);
        var wanted = WantedLanguage.of(lang, acceptLanguage);
        Invitation invitation;
        try {
            invitation = access.require(edition, id);
        } catch (ProblemException e) {
            if (e.type() != AccessProblem.LINK_NOT_VALID) {
                throw e;
            }
            var language = wanted.orElse(Language.EN);
            return page(
                    401,
                    language,
                    LetterPage.renderRefusal(language, rules.contact().email()));
        }
        if (access.isOffice() && invitation.open(clock.instant())) {
            changes.record(Change.of(
                    InvitationChange.OPENED, edition, InvitationResource.subject(invitation), "state", "openedAt"));
        }
        var letter = letters.read(edition, invitation.letterId());
        // A browser's language is a guess; the invitation's is what the secretariat knows of the office.
        var language =
                LetterPage.shownIn(letter, lang == null ? invitation.language() : wanted.orElse(invitation.language()));
        return page(200, language, LetterPage.render(letter, language, recipient(invitation, rules, language, key)));
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
    @Fails({"edition-not-found", "response-deadline-passed", "channel-not-open", "response-not-coherent"})
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
                Country.of(invitation.country())
                        .flatMap(c -> c.name().bestFor(language))
                        .map(Text.Chosen::value)
                        .orElse(invitation.country()),
                InvitationResource.path(invitation) + "/letter?key=" + key + "&lang=" + language.tag(),
                address + (address.contains("?") ? "&lang=" : "?lang="),
                rules.rules().respondBefore(),
                office && key != null && invitation.isOpenForAnswer(rules, clock.instant()),
                invitation.response().map(r -> r.answer().json()).orElse(null),
                rules.zone(),
                rules.languages().stream().sorted().toList());
    }

    private static String letterAddress(String edition, UUID id, String key) {
        return "/registration/v1/editions/" + edition + "/invitations/" + id + "/letter"
                + (key == null ? "" : "?key=" + key);
    }

    private static RestResponse<String> page(int status, Language language, String html) {
        return ResponseBuilder.<String>create(status, null)
                .entity(html)
                .type("text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
