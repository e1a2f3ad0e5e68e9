package org.wsisforum.awards.winner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.problem.RequestProblem;

/** What the Expert Group has decided of a category. */
@Entity
@IdClass(WinnerDecision.Key.class)
class WinnerDecision {

    /** What was decided of. */
    record Key(String edition, int category) {}

    @Id
    private String edition;

    @Id
    private int category;

    @Version
    private long version;

    private UUID[] projects;
    private String reason;
    private Instant decidedAt;
    private boolean announced;

    protected WinnerDecision() {}

    WinnerDecision(
            String edition,
            int category,
            DecisionInput input,
            Rules.Bounds bounds,
            Collection<UUID> champions,
            Instant now) {
        this.edition = edition;
        this.category = category;
        write(input, bounds, champions, now);
    }

    /**
     * Decides otherwise.
     *
     * @return the names of the fields that are different now
     */
    List<String> replaceBy(DecisionInput input, Rules.Bounds bounds, Collection<UUID> champions, Instant now) {
        var before = asInput();
        var decidedBefore = decidedAt;
        write(input, bounds, champions, now);
        var changed = Change.differences(before, asInput());
        if (changed.isEmpty()) {
            decidedAt = decidedBefore;
        }
        return changed;
    }

    private void write(DecisionInput input, Rules.Bounds bounds, Collection<UUID> champions, Instant now) {
        RequestProblem.requireNone(input.faults(bounds, champions));
        projects = input.projects().stream().sorted().toArray(UUID[]::new);
        reason = input.reason();
        decidedAt = now;
    }

    /** Notes that everybody has been told; false if that was so already. */
    boolean announce() {
        var isNew = !announced;
        announced = true;
        return isNew;
    }

    DecisionInput asInput() {
        return new DecisionInput(List.of(projects), reason);
    }

    String edition() {
        return edition;
    }

    int category() {
        return category;
    }

    long version() {
        return version;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
