package org.wsisforum.registration.partner;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.registration.edition.Editions;

/** Who supports an edition, as everybody sees it. */
@Path("editions/{edition}/partners")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Partners")
public class PartnerResource {

    @Inject
    Editions editions;

    @Inject
    Partners partners;

    @Inject
    Packages packages;

    @Inject
    Logos logos;

    @Inject
    Pages pages;

    /** The partners of an edition. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listPartners",
            summary = "Who supports an edition",
            description =
                    "Accepted partners in the order of their tiers, the foremost first; within a tier by name, with"
                            + " accents and case counting last.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<PartnerView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(Partner.class)
                .where("edition = :edition", "edition", edition)
                .where("state = ACCEPTED and listed")
                .orderedBy("tier", Integer.class, Partner::tier)
                .orderedBy("nameKey", String.class, Partner::nameKey)
                .orderedBy("id", UUID.class, Partner::id);
        return pages.readAll(list, page, shown -> views(edition, shown));
    }

    /** One partner. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readPartner",
            summary = "A partner",
            description = "Only accepted partners that are on the list; offers are read at `partner-offers`.")
    @Fails("edition-not-found")
    public PartnerView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = "0190b0a2-5c7a-7000-8000-000000000201")
                    UUID id) {
        editions.require(edition);
        return views(edition, List.of(partners.requireShown(edition, id))).getFirst();
    }

    private List<PartnerView> views(String edition, List<Partner> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var offered = packages.list("edition", edition).stream()
                .collect(Collectors.toMap(PartnerPackage::id, Function.identity()));
        var withLogo = logos.present(shown.stream().map(Partner::id).toList());
        return shown.stream()
                .map(partner -> PartnerView.of(
                        partner,
                        offered.get(partner.packageId()),
                        withLogo.contains(partner.id()) ? logo(edition, partner.id()) : null))
                .toList();
    }

    /** Where the logo of a partner is. */
    static String logo(String edition, UUID partner) {
        return "/registration/v1/editions/" + edition + "/partners/" + partner + "/logo";
    }

    /** The logo of a partner. */
    @GET
    @Path("{id}/logo")
    @Produces({"image/png", "image/jpeg"})
    @PermitAll
    @Operation(
            operationId = "readPartnerLogo",
            summary = "The logo of a partner",
            description = "Its bytes, PNG or JPEG.")
    @APIResponse(
            responseCode = "200",
            description = "The logo.",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Fails("edition-not-found")
    public Response readLogo(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The partner.", example = "0190b0a2-5c7a-7000-8000-000000000201")
                    UUID id) {
        editions.require(edition);
        partners.requireShown(edition, id);
        var logo = logos.find(id)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The partner " + id + " has sent no logo."));
        return Response.ok(logo.answer(), logo.mediaType())
                // A browser takes it for what it is said to be, and for nothing that could run.
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
