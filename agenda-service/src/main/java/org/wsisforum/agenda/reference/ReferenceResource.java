package org.wsisforum.agenda.reference;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.MatrixCell;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.reference.ReferenceList;
import org.wsisforum.kit.reference.Region;
import org.wsisforum.kit.reference.SessionType;
import org.wsisforum.kit.reference.StakeholderType;
import org.wsisforum.kit.text.WantedLanguage;

/** The code lists that all services share, for those who build forms and filters. */
@Path("reference")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reference")
public class ReferenceResource {

    @Inject
    HttpHeaders headers;

    /** The Action Lines. */
    @GET
    @Path("action-lines")
    @PermitAll
    @Operation(
            operationId = "listActionLines",
            summary = "The 18 columns in which the Forum counts Action Lines",
            description = "C1 to C11, with C7 apart in its eight fields, in the order of the prize categories.")
    public ReferenceList<ActionLine> actionLines() {
        return Reference.actionLines();
    }

    /** The goals. */
    @GET
    @Path("goals")
    @PermitAll
    @Operation(
            operationId = "listGoals",
            summary = "The 17 Sustainable Development Goals",
            description = "By number, with their short names.")
    public ReferenceList<Goal> goals() {
        return Reference.goals();
    }

    /** The matrix. */
    @GET
    @Path("matrix")
    @PermitAll
    @Operation(
            operationId = "readMatrix",
            summary = "The WSIS–SDG Matrix",
            description = "Which Action Line serves which goal. It is guidance: a session may link a line to any goal.")
    public ReferenceList<MatrixCell> matrix() {
        return Reference.matrix();
    }

    /** The countries. */
    @GET
    @Path("countries")
    @PermitAll
    @Operation(
            operationId = "listCountries",
            summary = "The countries, as ITU counts them",
            description = "By code; where one language is asked for, in the order of the names in that language.")
    public ReferenceList<Country> countries(
            @RestQuery
                    @Parameter(
                            description =
                                    "One language for the names, and for their order: ar, zh, en, fr, ru or es. `*`, or"
                                            + " nothing here and in `Accept-Language`: all languages, ordered by code.",
                            example = "fr")
                    String lang) {
        var list = Reference.countries();
        return WantedLanguage.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .map(language -> new ReferenceList<>(list.version(), list.asOf(), Country.inOrderOf(language)))
                .orElse(list);
    }

    /** The regions. */
    @GET
    @Path("regions")
    @PermitAll
    @Operation(
            operationId = "listRegions",
            summary = "The six regions of ITU",
            description = "By code. Each country lies in one of them.")
    public ReferenceList<Region> regions() {
        return Reference.regions();
    }

    /** The kinds of stakeholder. */
    @GET
    @Path("stakeholder-types")
    @PermitAll
    @Operation(
            operationId = "listStakeholderTypes",
            summary = "The kinds of stakeholder",
            description = "With the groups under which figures are published.")
    public ReferenceList<StakeholderType> stakeholderTypes() {
        return Reference.stakeholderTypes();
    }

    /** The kinds of session. */
    @GET
    @Path("session-types")
    @PermitAll
    @Operation(
            operationId = "listSessionTypes",
            summary = "The kinds of session in the programme",
            description = "The codes that the `type` of a session takes.")
    public ReferenceList<SessionType> sessionTypes() {
        return Reference.sessionTypes();
    }
}
