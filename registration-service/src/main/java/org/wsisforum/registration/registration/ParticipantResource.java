package org.wsisforum.registration.registration;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.registration.edition.Editions;

/** Who takes part, as everybody sees it. */
@Path("editions/{edition}/participants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registrations")
public class ParticipantResource {

    @Inject
    Editions editions;

    @Inject
    Pages pages;

    /** The participants who agreed to be named. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listParticipants",
            summary = "Who takes part",
            description =
                    "Those who are accredited and agreed to be named, by family name and then given name, with accents"
                            + " and case counting last; only their name, entity and country.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<ParticipantView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var list = Keyset.of(Registration.class)
                .where("edition = :edition", "edition", edition)
                .where("state = ACCREDITED and listed")
                .orderedBy("nameKey", String.class, Registration::nameKey)
                .orderedBy("id", UUID.class, Registration::id);
        return pages.read(list, page, ParticipantView::of);
    }
}
