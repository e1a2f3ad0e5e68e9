package org.wsisforum.agenda.edition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.text.Text;

/** The years of the Forum. */
@Path("editions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Editions")
public class EditionResource {

    @Inject
    Editions editions;

    /** All editions. */
    @Schema(name = "EditionList", description = "The years of the Forum.")
    public record EditionList(
            @Schema(description = "The editions, the latest first.")
            List<EditionSummary> items) {}

    /** An edition as a list names it. */
    @Schema(description = "A year of the Forum, in short.")
    public record EditionSummary(
            @Schema(description = "As addresses name it.", examples = "2021")
            String code,

            @Schema(description = "The official name.") Text title,

            @Schema(type = SchemaType.STRING, description = "Where people meet.", examples = "Europe/Zurich")
            ZoneId zone,

            @Schema(description = "The first day.", examples = "2021-01-25")
            LocalDate startsOn,

            @Schema(description = "The last day.", examples = "2021-05-21")
            LocalDate endsOn) {

        static EditionSummary of(Edition edition) {
            return new EditionSummary(
                    edition.code(), edition.title(), edition.zone(), edition.startsOn(), edition.endsOn());
        }
    }

    /** All editions, in short. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listAgendaEditions",
            summary = "The years of the Forum",
            description = "All editions whose programme this service holds, the latest first.")
    public EditionList list() {
        return new EditionList(editions.all().stream().map(EditionSummary::of).toList());
    }

    /** One edition with all that holds in it. */
    @GET
    @Path("{edition}")
    @PermitAll
    @Operation(
            operationId = "readAgendaEdition",
            summary = "A year of the Forum with its phases, tracks and rules",
            description =
                    "What programs need to know of an edition before they show its programme: its days and zone, the"
                            + " languages of its texts, its phases and tracks, and the rules for policy statements.")
    @Fails("edition-not-found")
    public Edition read(@RestPath @Parameter(description = "The edition.", example = "2021") String edition) {
        return editions.require(edition);
    }
}
