package org.wsisforum.agenda.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.conditional.Freshness;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.statistics.Figures;
import org.wsisforum.kit.time.ForumClock;

/** The open consultation: what is asked when, and from whom something came. */
@Path("editions/{edition}/consultation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Open consultation")
public class ConsultationResource {

    @Inject
    Editions editions;

    @Inject
    Contributions contributions;

    @Inject
    WorkshopRequests requests;

    @Inject
    ForumClock clock;

    @Inject
    Freshness freshness;

    /** What is asked, and what is open. */
    @GET
    @PermitAll
    @Operation(
            operationId = "readConsultation",
            summary = "The open consultation",
            description =
                    "Its phases with their dates and what is taken in each, the forms and topics of contributions, and what"
                            + " holds for requests of workshops, with what is open now. All of it is data of the edition.")
    @Fails("edition-not-found")
    public ConsultationView read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        var year = editions.require(edition);
        var now = clock.instant();
        var view = ConsultationView.of(year, now);
        view.phases().stream()
                .flatMap(phase -> Stream.of(phase.startsAt(), phase.endsAt()))
                .filter(turn -> turn.isAfter(now))
                .min(Instant::compareTo)
                .ifPresent(turn -> freshness.endsIn(Duration.between(now, turn)));
        return view;
    }

    /**
     * From whom something came.
     *
     * @param byStakeholderType by kind of stakeholder
     * @param byRegion by region
     */
    @Schema(name = "ConsultationShares", description = "From whom something came.")
    public record Shares(
            @Schema(
                    description =
                            "By the groups of stakeholders under which figures are published: academia and the technical"
                                    + " community are one.")
            Figures byStakeholderType,

            @Schema(description = "By ITU region, with `international` for bodies that are of none.")
            Figures byRegion) {

        /** @param counts kind of stakeholder, region, and how many */
        static Shares of(List<Object[]> counts) {
            var types = new LinkedHashMap<String, Long>();
            Stakeholder.groups().forEach((group, codes) -> types.put(group, sum(counts, 0, codes)));
            var regions = new LinkedHashMap<String, Long>();
            Stakeholder.regions().forEach(region -> regions.put(region, sum(counts, 1, List.of(region))));
            var byType = Figures.of(types);
            var byRegion = Figures.of(regions);
            // The total that one of the two hides could be added up from the other.
            return byType.total() == null || byRegion.total() == null
                    ? new Shares(byType.withheld(), byRegion.withheld())
                    : new Shares(byType, byRegion);
        }

        private static long sum(List<Object[]> counts, int column, List<String> codes) {
            return counts.stream()
                    .filter(row -> codes.contains((String) row[column]))
                    .mapToLong(row -> (Long) row[2])
                    .sum();
        }
    }

    /** A summary of the consultation. */
    @Schema(name = "ConsultationSummary", description = "From whom contributions and requests have come.")
    public record Summary(
            @Schema(
                    description = "The whole minute whose state of affairs this is, in UTC.",
                    examples = "2021-03-08T09:00:00Z")
            Instant asOf,

            @Schema(description = "Contributions, those that are not public as well.")
            Shares contributions,

            @Schema(description = "Requests for workshops that were handed in and not taken back.")
            Shares workshopRequests) {}

    /** From whom something came. */
    @GET
    @Path("summary")
    @PermitAll
    @Operation(
            operationId = "readConsultationSummary",
            summary = "From whom contributions and requests have come",
            description =
                    "By kind of stakeholder and by region. A group with fewer than five is hidden, and where it could be"
                            + " worked out, another group or the total with it.")
    @Fails("edition-not-found")
    public Summary summary(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        editions.require(edition);
        var asOf = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return new Summary(
                asOf, Shares.of(contributions.counts(edition, asOf)), Shares.of(requests.counts(edition, asOf)));
    }
}
