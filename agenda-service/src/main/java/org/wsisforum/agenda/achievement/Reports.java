package org.wsisforum.agenda.achievement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.achievement.ReportView.ContributionEntry;
import org.wsisforum.agenda.achievement.ReportView.Counts;
import org.wsisforum.agenda.achievement.ReportView.Links;
import org.wsisforum.agenda.achievement.ReportView.OutcomeEntry;
import org.wsisforum.agenda.achievement.ReportView.SessionEntry;
import org.wsisforum.agenda.achievement.ReportView.StatementEntry;
import org.wsisforum.agenda.consultation.PublishedContributions;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Served;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.agenda.session.Speaker;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.text.Text;

/** What was done about Action Lines and goals. */
@ApplicationScoped
class Reports {

    private static final int CONTRIBUTIONS = 200;

    @Inject
    Held held;

    @Inject
    Outcomes outcomes;

    @Inject
    PublishedContributions contributions;

    ReportView of(Edition year, ActionLine line) {
        return report(
                year,
                line.code(),
                null,
                line.fullName(),
                "actionLine=" + line.code(),
                serves -> serves.actionLines().contains(line.code()),
                contributions.about(year.code(), line.code(), CONTRIBUTIONS));
    }

    ReportView of(Edition year, Goal goal) {
        return report(
                year,
                null,
                goal.number(),
                goal.name(),
                "goal=" + goal.number(),
                serves -> serves.goals().contains(goal.number()),
                contributions.about(year.code(), goal.number(), CONTRIBUTIONS));
    }

    private ReportView report(
            Edition year,
            String line,
            Integer goal,
            Text name,
            String selection,
            Predicate<Served> about,
            PublishedContributions.Some contributed) {
        var all = held.sessions(year);
        var sessions =
                all.stream().filter(session -> about.test(session.serves())).toList();
        var statements = sessions.stream()
                .flatMap(session ->
                        Held.delivered(session).stream().map(speaker -> new StatementEntry(session.id(), speaker)))
                .toList();
        var came = outcomes(Held.over(all), Held.deliveredIn(all), about);
        return new ReportView(
                year.code(),
                line,
                goal,
                name,
                new Counts(sessions.size(), statements.size(), came.size(), contributed.count()),
                sessions.stream().map(SessionEntry::of).toList(),
                statements,
                came,
                contributed.newest().stream()
                        .map(contribution -> new ContributionEntry(
                                contribution.id(),
                                contribution.title(),
                                contribution.from().entity(),
                                contribution.from().stakeholderType()))
                        .toList(),
                new Links("/agenda/v1/editions/" + year.code() + "/consultation/contributions?" + selection));
    }

    /** What sessions that are over say came of them, and what was recorded of any of them that serves the same. */
    private List<OutcomeEntry> outcomes(Map<UUID, SessionView> over, Set<UUID> delivered, Predicate<Served> about) {
        var entries = new ArrayList<OutcomeEntry>();
        over.values().stream()
                .filter(session -> session.outcome() != null && about.test(session.serves()))
                .sorted(Comparator.comparing(SessionView::startsAt).thenComparing(SessionView::id))
                .forEach(session -> entries.add(new OutcomeEntry(
                        null, session.id(), session.title(), null, null, session.outcome(), List.of())));
        for (var outcome : outcomes.of(over.keySet())) {
            var session = over.get(outcome.session());
            if (!outcome.isOfAny(delivered) || !about.test(outcome.serves(session.serves()))) {
                continue;
            }
            var said = outcome.input();
            entries.add(new OutcomeEntry(
                    outcome.id(),
                    said.session(),
                    session.title(),
                    said.statement(),
                    speaker(session, said.statement()),
                    said.text(),
                    said.links()));
        }
        return entries;
    }

    private static Speaker speaker(SessionView session, UUID statement) {
        return Held.delivered(session).stream()
                .filter(speaker -> speaker.statement().equals(statement))
                .findFirst()
                .orElse(null);
    }
}
