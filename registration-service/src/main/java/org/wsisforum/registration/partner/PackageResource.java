package org.wsisforum.registration.partner;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.registration.edition.Editions;

/** What an edition offers to partners. */
@Path("editions/{edition}/partner-packages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Partners", description = "Who supports an edition: packages, offers, pledges and what became of them.")
public class PackageResource {

    private static final String EXAMPLE = """
            {
              "code": "gold",
              "name": { "en": { "value": "Gold partner", "status": "official" } },
              "tier": 2,
              "contribution": { "amount": "50000.00", "currency": "CHF" },
              "places": 5,
              "benefits": [
                { "en": { "value": "Logo on the website of the Forum", "status": "official" } }
              ],
              "confirmed": false
            }""";

    @Inject
    Editions editions;

    @Inject
    Packages packages;

    @Inject
    Partners partners;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** The packages of an edition. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listPartnerPackages",
            summary = "What an edition offers to partners",
            description = "Packages by tier, the foremost first. Money is in decimal strings, with its currency.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<PackageView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(PartnerPackage.class)
                .where("edition = :edition", "edition", edition)
                .orderedBy("tier", Integer.class, PartnerPackage::tier)
                .orderedBy("code", String.class, PartnerPackage::code);
        return pages.read(list, page, PackageView::of);
    }

    /** One package. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readPartnerPackage",
            summary = "A package for partners",
            description = "What is asked for, what a partner gets, and how many can have it.")
    @Fails("edition-not-found")
    public PackageView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The package.", example = "0190b0a2-5c7a-7000-8000-000000000101")
                    UUID id) {
        editions.require(edition);
        return PackageView.of(packages.require(edition, id, LockModeType.NONE));
    }

    /** Adds or replaces a package. */
    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "putPartnerPackage",
            summary = "Add or replace a package for partners",
            description =
                    "With `If-None-Match: *` a package is added under an id that the caller chooses (a UUID, best of version"
                            + " 7); with `If-Match` it is replaced whole. Partners who have it move to its new tier; fewer"
                            + " places than are taken do not take any away.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "Gold", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The package as it is now.",
            content = @Content(schema = @Schema(implementation = PackageView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The package was added.",
            content = @Content(schema = @Schema(implementation = PackageView.class)))
    @Fails({
        "edition-not-found",
        "stale-version",
        "already-exists",
        "package-code-taken",
        "package-in-use",
        "language-not-of-edition"
    })
    public RestResponse<PackageView> put(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The package.", example = "0190b0a2-5c7a-7000-8000-000000000101")
                    UUID id,
            @Valid @NotNull PackageInput input) {
        var year = editions.require(edition);
        var present = packages.find(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (present.isEmpty()) {
            preconditions.requireToCreate();
            RequestProblem.requireNone(input.faults(year));
            var added = new PartnerPackage(edition, id, input);
            packages.persist(added);
            changes.record(Change.of(PartnerChange.PACKAGE_ADDED, edition, "partner-packages/" + id));
            return RestResponse.ResponseBuilder.<PackageView>create(201, null)
                    .header(HttpHeaders.LOCATION, "/registration/v1/editions/" + edition + "/partner-packages/" + id)
                    .entity(PackageView.of(added))
                    .build();
        }
        preconditions.requireAbsent();
        preconditions.requireSeen(present.get().version());
        RequestProblem.requireNone(input.faults(year));
        return RestResponse.ok(replace(edition, present.get(), input));
    }

    private PackageView replace(String edition, PartnerPackage present, PackageInput input) {
        if (!present.code().equals(input.code())) {
            // Offers name the package by its code.
            partners.requireNoneWith(present);
        }
        var tier = present.tier();
        var fields = present.replace(input);
        if (!fields.isEmpty()) {
            if (tier != present.tier()) {
                partners.moveTo(present);
            }
            changes.record(Change.of(
                    PartnerChange.PACKAGE_CHANGED,
                    edition,
                    "partner-packages/" + present.id(),
                    fields.toArray(String[]::new)));
        }
        return PackageView.of(present);
    }

    /** Takes a package out. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "deletePartnerPackage",
            summary = "Take a package for partners out",
            description = "Not while anybody has it or ever offered to take it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Fails({"edition-not-found", "stale-version", "package-in-use"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The package.", example = "0190b0a2-5c7a-7000-8000-000000000101")
                    UUID id) {
        editions.require(edition);
        var present = packages.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(present.version());
        packages.delete(present);
        changes.record(Change.of(PartnerChange.PACKAGE_REMOVED, edition, "partner-packages/" + id));
    }
}
