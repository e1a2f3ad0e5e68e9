package org.wsisforum.agenda.personal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.export.Calendar;
import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.WantedLanguage;
import org.wsisforum.kit.time.ForumClock;

/**
 * The agenda of a person as a calendar, for whoever has its address. The key stands in the query as that of a letter does: there
 * no log writes it down, no cache keeps what it opens, and no link repeats it.
 */
@Path("editions/{edition}/me/agenda.ics")
@RunOnVirtualThread
@Tag(name = "My agenda")
public class CalendarResource {

    /** Not for a cache that several people share; a program need not ask more often. */
    private static final String KEPT = "private, max-age=300";

    /** Another one whenever the same release and the same agenda come out in other bytes than before. */
    private static final String FORM = "agenda.ics 1";

    @Inject
    Editions editions;

    @Inject
    Programmes programmes;

    @Inject
    Bookmarks bookmarks;

    @Inject
    Feeds feeds;

    @Inject
    Calendar calendar;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @ConfigProperty(name = "wsis.public-url")
    String publicUrl;

    @GET
    @Produces("text/calendar")
    @RolesAllowed(Role.LINK_HOLDER)
    @Operation(
            operationId = "readAgendaCalendar",
            summary = "An agenda as a calendar",
            description =
                    "The sessions of somebody's agenda as the newest release shows them (RFC 5545), for a calendar program at"
                            + " the secret address that makeMyFeed gives. What is cancelled stays in it as `CANCELLED`; what has left"
                            + " the programme does not. An address that was revoked, replaced or never was is not found.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery
                    @Parameter(
                            description =
                                    "The language of the texts: ar, zh, en, fr, ru or es; without it what `Accept-Language`"
                                            + " prefers, else English.",
                            example = "fr")
                    String lang,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String acceptLanguage) {
        var programme = programmes.released(editions.require(edition), null);
        var keyHash = caller.linkHash().orElseThrow();
        var language = WantedLanguage.of(lang, acceptLanguage).orElse(Language.EN);
        var feed = feeds.openedBy(keyHash, edition)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no calendar at this address."));
        var now = Instant.now();
        if (feed.isToBeNoted(now)) {
            QuarkusTransaction.requiringNew().run(() -> feeds.noteRead(keyHash, now));
        }
        var chosen = bookmarks.of(feed.subject(), edition).stream()
                .map(Bookmark::session)
                .collect(Collectors.toCollection(TreeSet::new));
        return RestResponse.ResponseBuilder.<Tagged>ok(new AgendaCalendar(programme, chosen, language))
                .type("text/calendar;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** The calendar, written only for whoever does not have it already. */
    private final class AgendaCalendar implements Tagged {

        private final Programme programme;
        private final Set<UUID> chosen;
        private final Language language;

        private AgendaCalendar(Programme programme, Set<UUID> chosen, Language language) {
            this.programme = programme;
            this.chosen = chosen;
            this.language = language;
        }

        @Override
        public String determinedBy() {
            var release = programme.sameSince();
            return String.join(
                    " ",
                    FORM,
                    programme.edition().code(),
                    String.valueOf(release.number()),
                    release.releasedAt().toString(),
                    language.tag(),
                    publicUrl,
                    chosen.toString());
        }

        @Override
        public void write(OutputStream out) throws IOException {
            var entries = programme.entries(clock.instant()).stream()
                    .filter(entry -> chosen.contains(entry.session().id()))
                    .toList();
            var title = programme
                    .edition()
                    .title()
                    .bestFor(language)
                    .map(Text.Chosen::value)
                    .orElse("");
            calendar.write(programme, entries, language, title + " – " + mine(language), out);
        }
    }

    private static String mine(Language language) {
        return switch (language) {
            case AR -> "جدول أعمالي";
            case ZH -> "我的日程";
            case EN -> "my agenda";
            case FR -> "mon programme";
            case RU -> "моя программа";
            case ES -> "mi programa";
        };
    }
}
