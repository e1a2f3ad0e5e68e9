package org.wsisforum.awards.winner;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;

/** What a champion receives, whether it wins or not. */
@Path("editions/{edition}/champions/{project}/certificate")
@Produces(Certificates.PDF)
@RunOnVirtualThread
@Tag(name = "Certificates")
public class ChampionCertificateResource {

    @Inject
    Laureates laureates;

    @Inject
    Certificates certificates;

    @Inject
    EditionRules editions;

    @Inject
    Embargoes embargoes;

    @GET
    @PermitAll
    @Operation(operationId = "readChampionCertificate", summary = "The certificate of a champion", description = """
                    A page to print and sign, in the language that `lang` asks for if the edition speaks it, else in English. The \
                    same whether the champion has won or not. Not found for anybody until the edition's `embargo.championsAt`.""")
    @APIResponse(
            responseCode = "200",
            description = "The certificate.",
            content =
                    @Content(
                            mediaType = Certificates.PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Fails({"edition-not-found", "language-not-available"})
    public RestResponse<Tagged> read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The project.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID project,
            @RestQuery @Parameter(description = "The language: ar, zh, en, fr, ru or es.", example = "en")
                    String lang) {
        var language = certificates.language(edition, lang);
        if (!embargoes.isOver(editions.of(edition).embargo().championsAt())) {
            throw noChampion(edition, project);
        }
        var champion = laureates.champion(edition, project).orElseThrow(() -> noChampion(edition, project));
        return certificates.print(Kind.CHAMPION, champion, language);
    }

    private static RuntimeException noChampion(String edition, UUID project) {
        return RequestProblem.NOT_FOUND.because("The edition " + edition + " has no champion " + project + ".");
    }
}
