package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
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
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.agenda.edition.Consultation;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.StakeholderType;

/** What stakeholders have contributed to the open consultation, for everybody to read. */
@Path("editions/{edition}/consultation/contributions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Open consultation")
public class ContributionListResource {

    @Inject
    Editions editions;

    @Inject
    Contributions contributions;

    @Inject
    ConsultationAccess access;

    @Inject
    Pages pages;

    /** Which contributions are wanted. */
    record Filter(
            @RestQuery @Parameter(description = "Only of this form.", example = "views-on-themes")
            String form,

            @RestQuery
            @Parameter(description = "Only from this kind of stakeholder, its code.", example = "civil-society")
            String stakeholderType,

            @RestQuery
            @Parameter(
                    description = "Only from this region: the code of an ITU region, or `international`.",
                    example = "AFR")
            String region,

            @RestQuery @Parameter(description = "Only about this Action Line, in any usual spelling.", example = "C2")
            String actionLine,

            @RestQuery @Parameter(description = "Only about this goal, 1 to 17.", example = "9")
            String goal,

            @RestQuery
            @Parameter(description = "Only about this topic of the consultation.", example = "interactive-formats")
            String topic,

            @RestQuery @Parameter(description = "`true` for the caller's own.", example = "true")
            boolean mine) {

        String knownForm(Edition edition) {
            return form == null
                    ? null
                    : edition.consultation()
                            .form(form)
                            .map(Consultation.Form::code)
                            .orElseThrow(() -> unknown("form", form));
        }

        String knownType() {
            return stakeholderType == null
                    ? null
                    : StakeholderType.of(stakeholderType)
                            .map(StakeholderType::code)
                            .orElseThrow(() -> unknown("stakeholderType", stakeholderType));
        }

        String knownRegion() {
            if (region != null && !Stakeholder.regions().contains(region)) {
                throw unknown("region", region);
            }
            return region;
        }

        String knownLine() {
            return actionLine == null
                    ? null
                    : ActionLine.of(actionLine)
                            .map(ActionLine::code)
                            .orElseThrow(() -> unknown("actionLine", actionLine));
        }

        Integer knownGoal() {
            return goal == null ? null : Goal.of(goal).map(Goal::number).orElseThrow(() -> unknown("goal", goal));
        }

        String knownTopic(Edition edition) {
            if (topic != null && !edition.consultation().hasTopic(topic)) {
                throw unknown("topic", topic);
            }
            return topic;
        }

        private static RuntimeException unknown(String parameter, String value) {
            return RequestProblem.VALIDATION_FAILED.because(
                    "One parameter breaks a rule.",
                    List.of(FieldError.of(parameter, "unknown", "There is no \"" + value + "\".")));
        }
    }

    /** Contributions. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listContributions",
            summary = "Contributions to the open consultation",
            description =
                    "Those whose authors agree that everybody reads them; with `mine` the own alone, which takes a token with the"
                            + " scope agenda:read; all of them for reviewers, the secretariat and programme managers. The oldest"
                            + " first.")
    @Fails({"edition-not-found", "cursor-not-valid", "insufficient-scope"})
    public PageOf<ContributionView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        var year = editions.require(edition);
        if (filter.mine()) {
            access.requireToReadOwn();
        }
        var list = Keyset.of(Contribution.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("owner = :owner", "owner", filter.mine() ? access.subject() : null)
                .whereIfGiven("form = :form", "form", filter.knownForm(year))
                .whereIfGiven("stakeholderType = :type", "type", filter.knownType())
                .whereIfGiven("region = :region", "region", filter.knownRegion())
                .whereIfGiven("array_contains(actionLines, :line)", "line", filter.knownLine())
                .whereIfGiven("array_contains(goals, :goal)", "goal", filter.knownGoal())
                .whereIfGiven("array_contains(topics, :topic)", "topic", filter.knownTopic(year))
                .orderedBy("contributedAt", Instant.class, Contribution::contributedAt)
                .orderedBy("id", UUID.class, Contribution::id);
        if (!filter.mine() && !access.readsAll()) {
            list.where("shown");
        }
        return pages.read(list, page, this::view);
    }

    /** One contribution. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readContribution",
            summary = "A contribution to the open consultation",
            description = "One that everybody reads, one's own, or any for those who handle them.")
    @Fails("edition-not-found")
    public ContributionView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The contribution.", example = "0190b0a2-5c7a-7000-8000-000000000301")
                    UUID id) {
        editions.require(edition);
        return view(contributions.requireReadable(edition, id));
    }

    private ContributionView view(Contribution contribution) {
        return contributions.seesAllOf(contribution)
                ? ContributionView.whole(contribution)
                : ContributionView.published(contribution);
    }
}
