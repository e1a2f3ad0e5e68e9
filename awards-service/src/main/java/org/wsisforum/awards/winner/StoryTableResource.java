package org.wsisforum.awards.winner;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.csv.Csv;
import org.wsisforum.kit.problem.Fails;

/** The Success Stories as a file. */
@Path("editions/{edition}/success-stories.csv")
@Produces("text/csv")
@RunOnVirtualThread
@Tag(name = "Success Stories")
public class StoryTableResource {

    private static final List<String> COLUMNS = Stream.of(StoryView.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** Known by its own bytes. */
    private record Table(String rows) implements Tagged {

        @Override
        public String determinedBy() {
            return rows;
        }

        @Override
        public Optional<byte[]> atHand() {
            return Optional.of(rows.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Inject
    Laureates laureates;

    @Inject
    EditionRules editions;

    @Inject
    Embargoes embargoes;

    @GET
    @PermitAll
    @Operation(operationId = "exportSuccessStories", summary = "The Success Stories as a table", description = """
                    For spreadsheet programs: UTF-8 with a byte order mark, RFC 4180; an apostrophe stands before what would be \
                    taken for a formula. The head alone until the edition's `embargo.winnersAt`.""")
    @APIResponse(
            responseCode = "200",
            description = "The table.",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @Fails("edition-not-found")
    public RestResponse<Tagged> read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        // Ninety or so, which is why they are written at once.
        var all = embargoes.isOver(editions.of(edition).embargo().winnersAt())
                ? laureates.all(edition)
                : List.<Laureate>of();
        var table = all.stream().map(laureate -> row(StoryView.of(laureate))).collect(Collectors.joining());
        return RestResponse.ResponseBuilder.<Tagged>ok(new Table(Csv.START + Csv.row(COLUMNS.stream()) + table))
                .type(Csv.MEDIA_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"wsis-success-stories-" + edition + ".csv\"")
                .build();
    }

    private static String row(StoryView story) {
        return Csv.row(Stream.of(
                story.project(),
                story.category(),
                story.actionLine(),
                story.kind().json(),
                story.title(),
                story.entity(),
                story.country(),
                story.region(),
                story.stakeholderType(),
                story.goals().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                story.description(),
                story.website()));
    }
}
