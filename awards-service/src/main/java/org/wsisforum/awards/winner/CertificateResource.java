package org.wsisforum.awards.winner;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;

/** Where the code on a certificate leads to. */
@Path("editions/{edition}/certificates/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Certificates", description = "For champions and winners, and for whoever is shown one.")
public class CertificateResource {

    @Inject
    Laureates laureates;

    @Inject
    EditionRules editions;

    @Inject
    Embargoes embargoes;

    /** What a genuine certificate says. */
    @Schema(name = "Certificate", description = "What the certificate of this number says.")
    record CertificateView(
            @Schema(description = "Its number.", examples = "W10-3F2A9C01BE")
            String number,

            @Schema(description = "The name of the edition.")
            Text edition,

            Kind kind,

            @Schema(description = "The number of the category.", examples = "10")
            int category,

            @Schema(description = "The Action Line of the category.", examples = "C7-e-health")
            String actionLine,

            UUID project,

            @Schema(description = "What that is called.", examples = "Telemedicine for islands")
            String title,

            @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
            String entity,

            @Schema(description = "Where that is, ISO 3166 alpha-2.", examples = "KI")
            String country,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "The day of the ceremony.", examples = "2021-05-18")
            LocalDate ceremonyOn,

            @Schema(description = "Where the certificate is, a PDF.")
            String certificate) {}

    @GET
    @PermitAll
    @Operation(operationId = "readCertificate", summary = "Whether a certificate is genuine", description = """
                    Whom the certificate of this number was made out to; not found if there is none, or as long as everybody may \
                    not know.""")
    @Fails("edition-not-found")
    public CertificateView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The number of the certificate.", example = "W10-3F2A9C01BE")
                    String number) {
        var embargo = editions.of(edition).embargo();
        return CertificateNumber.read(number)
                .filter(read ->
                        embargoes.isOver(read.kind() == Kind.WINNER ? embargo.winnersAt() : embargo.championsAt()))
                .flatMap(read -> laureates.champions(edition, read.category()).stream()
                        .filter(laureate -> read.isOf(laureate))
                        .findFirst()
                        .map(laureate -> view(edition, read, laureate)))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "The edition " + edition + " has no certificate " + number + "."));
    }

    private CertificateView view(String edition, CertificateNumber number, Laureate laureate) {
        return new CertificateView(
                number.toString(),
                editions.title(edition),
                number.kind(),
                laureate.category(),
                laureate.actionLine(),
                laureate.project(),
                laureate.title(),
                laureate.entity(),
                laureate.country(),
                LocalDate.ofInstant(editions.of(edition).embargo().winnersAt(), editions.zone(edition)),
                number.kind().certificateOf(laureate));
    }
}
