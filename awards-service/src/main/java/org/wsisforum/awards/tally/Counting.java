package org.wsisforum.awards.tally;

import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.jpa.HibernateHints;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.awards.ledger.LedgerHeader;
import org.wsisforum.awards.ledger.SealedLedgers;
import org.wsisforum.awards.review.NomineeList;
import org.wsisforum.awards.tally.TallyDocument.Ballots;
import org.wsisforum.awards.tally.TallyDocument.Line;
import org.wsisforum.awards.tally.TallyDocument.OfCategory;
import org.wsisforum.awards.tally.TallyDocument.Ruling;
import org.wsisforum.awards.tally.TallyDocument.SetApart;
import org.wsisforum.awards.tally.TallyDocument.Votes;

/**
 * Counts the votes of a sealed ledger.
 *
 * <p>Which ballots count is for the edition: where it wants a vote in every category, a ballot that lacks one counts nowhere.
 * A vote for a project that was taken out afterwards is worth nothing, but its voter did vote in that category, so the ballot
 * is as complete as it was when it was cast.
 */
@ApplicationScoped
class Counting {

    /** Whose votes were set apart and are not to count, beside the row of a quarantine {@code q}. */
    private static final String SET_APART = "q.decision is distinct from 'counted'";

    /**
     * Votes by project, in one pass over them beside the list of those whose ballots do not count, which PostgreSQL looks up in
     * memory; as a join it would rather hash the votes, on the disk.
     */
    private static final String GROUPED = """
            select category, project, count(*) from %s where edition = :edition and voter not in (
                select b.voter from ballot b where b.edition = :edition and b.categories < :needed
                union all
                select q.voter from quarantine q where q.edition = :edition and %s
            ) group by category, project""";

    @Inject
    EntityManager database;

    @Inject
    SealedLedgers ledgers;

    @Inject
    NomineeList nominees;

    /** So many votes of these voters for a project. */
    record Count(int category, UUID project, long votes) {

        Count less(Count other) {
            return new Count(category, project, votes - other.votes);
        }
    }

    /** How many ballots and votes there are, and how many of them do not count for which reason. */
    record Sums(
            long ballots,
            long votes,
            long superseded,
            long ballotsSetApart,
            long votesSetApart,
            long ballotsIncomplete,
            long votesIncomplete) {}

    /** A voter whose votes were set apart, and what was decided. */
    record Suspect(byte[] mailbox, String decision, String reason, String by) {}

    /** What the votes come to, at one moment: all queries of the running transaction see the same. */
    TallyDocument count(String edition) {
        var ledger = ledgers.of(edition);
        var rules = ledger.header().rules();
        var counts = counts(edition, rules);
        var sums = sums(edition, rules);
        var rulings = rulings(edition);
        var standing = nominees.of(edition);
        var categories = rules.categories().stream()
                .map(category -> ofCategory(
                        category, standing.getOrDefault(category, List.of()), counts, rules, rulings.get(category)))
                .toList();
        var counted = categories.stream()
                .flatMap(category -> category.nominees().stream())
                .mapToLong(Line::votes)
                .sum();
        var all = counts.values().stream().mapToLong(Count::votes).sum();
        if (sums.votes() - sums.superseded() - sums.votesSetApart() - sums.votesIncomplete() != all
                || sums.votes() != ledger.header().votes()) {
            throw new IllegalStateException("The votes of " + edition + " do not add up: " + sums + " and " + all);
        }
        return new TallyDocument(
                "wsis-tally",
                1,
                edition,
                ledger.head(),
                rules,
                setApart(edition),
                rulings.values().stream()
                        .sorted(Comparator.comparingInt(Ruling::category))
                        .toList(),
                new Ballots(
                        sums.ballots(),
                        sums.ballotsSetApart(),
                        sums.ballotsIncomplete(),
                        sums.ballots() - sums.ballotsSetApart() - sums.ballotsIncomplete()),
                new Votes(
                        sums.votes(),
                        sums.superseded(),
                        sums.votesSetApart(),
                        sums.votesIncomplete(),
                        all - counted,
                        counted),
                categories);
    }

    /** Votes that count, by project: all of the voters whose ballots count, less those whose place another has taken. */
    private Map<UUID, Count> counts(String edition, LedgerHeader.Terms rules) {
        var counts = new HashMap<UUID, Count>();
        for (var count : grouped("vote", edition, rules)) {
            counts.put(count.project(), count);
        }
        for (var count : grouped("superseded_vote", edition, rules)) {
            counts.computeIfPresent(count.project(), (project, all) -> all.less(count));
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    private List<Count> grouped(String votes, String edition, LedgerHeader.Terms rules) {
        return database.createNativeQuery(GROUPED.formatted(votes, SET_APART), Count.class)
                .setParameter("edition", edition)
                .setParameter("needed", needed(rules))
                .getResultList();
    }

    private Sums sums(String edition, LedgerHeader.Terms rules) {
        var setApart = "filter (where q.voter is not null and " + SET_APART + ")";
        var incomplete = "filter (where (q.voter is null or q.decision = 'counted') and categories < :needed)";
        return (Sums) database.createNativeQuery(
                        "select count(*), coalesce(sum(votes), 0), coalesce(sum(superseded), 0),"
                                + " count(*) " + setApart + ", coalesce(sum(votes - superseded) " + setApart + ", 0),"
                                + " count(*) " + incomplete + ", coalesce(sum(votes - superseded) " + incomplete
                                + ", 0)"
                                + " from ballot b left join quarantine q on q.voter = b.voter"
                                + " where b.edition = :edition",
                        Sums.class)
                .setParameter("edition", edition)
                .setParameter("needed", needed(rules))
                .getSingleResult();
    }

    /** In how many categories a voter has to have voted. */
    private static int needed(LedgerHeader.Terms rules) {
        return switch (rules.ballot()) {
            case Rules.Completeness.ALL_CATEGORIES -> rules.categories().size();
            case Rules.Completeness.ANY_CATEGORIES -> 0;
        };
    }

    @SuppressWarnings("unchecked")
    private List<SetApart> setApart(String edition) {
        List<Suspect> rows = database.createNativeQuery(
                        "select w.mailbox, q.decision, q.reason, q.decided_by from quarantine q"
                                + " join voter w on w.id = q.voter join ballot b on b.voter = q.voter"
                                + " where q.edition = :edition order by w.mailbox",
                        Suspect.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new SetApart(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(row.mailbox()),
                        row.decision() == null ? "undecided" : row.decision(),
                        row.reason(),
                        row.by()))
                .toList();
    }

    private Map<Integer, Ruling> rulings(String edition) {
        return database.createQuery("from TieDecision where edition = :edition", TieDecision.class)
                .setParameter("edition", edition)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultStream()
                .map(TieDecision::ruling)
                .collect(Collectors.toMap(Ruling::category, Function.identity()));
    }

    private static OfCategory ofCategory(
            int category, List<UUID> standing, Map<UUID, Count> counts, LedgerHeader.Terms rules, Ruling ruling) {
        var nominees = standing.stream()
                .map(project -> new Line(
                        project,
                        counts.containsKey(project) ? counts.get(project).votes() : 0))
                .toList();
        var others = counts.values().stream()
                .filter(count ->
                        count.category() == category && count.votes() > 0 && !standing.contains(count.project()))
                .map(count -> new Line(count.project(), count.votes()))
                .toList();
        return switch (rules.tie()) {
            case Rules.Decision.EXPERT_GROUP_DECIDES ->
                Ranking.of(
                        category,
                        nominees,
                        others,
                        rules.championsPerCategory(),
                        ruling == null ? List.of() : ruling.projects());
        };
    }
}
