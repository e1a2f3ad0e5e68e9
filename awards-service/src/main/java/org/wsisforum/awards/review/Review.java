package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.kit.problem.RequestProblem;

/** What an expert thinks of a project. Counts while the expert is assigned to it and nothing stands between them. */
@Entity
@IdClass(Assignment.Key.class)
class Review {

    @Id
    private UUID project;

    @Id
    private String expert;

    @Version
    private long version;

    private String edition;
    private int category;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Integer> scores;

    private String remark;
    private Instant scoredAt;

    protected Review() {}

    Review(Submission project, String expert, ReviewInput input, Rules.Review rules, Instant now) {
        this.project = project.id();
        this.expert = expert;
        this.edition = project.edition();
        this.category = project.category();
        write(input, rules, now);
    }

    /**
     * Thinks otherwise.
     *
     * @return the names of the fields that are different now
     */
    List<String> replaceBy(ReviewInput input, Rules.Review rules, Instant now) {
        var changed = new ArrayList<String>();
        requireFitting(input, rules);
        if (!scores.equals(whole(input))) {
            changed.add("scores");
        }
        if (!Objects.equals(remark, input.remark())) {
            changed.add("remark");
        }
        if (!changed.isEmpty()) {
            write(input, rules, now);
        }
        return changed;
    }

    private void write(ReviewInput input, Rules.Review rules, Instant now) {
        requireFitting(input, rules);
        scores = whole(input);
        remark = input.remark();
        scoredAt = now;
    }

    private static void requireFitting(ReviewInput input, Rules.Review rules) {
        RequestProblem.requireNone(input.faults(rules));
    }

    private static Map<String, Integer> whole(ReviewInput input) {
        var whole = new TreeMap<String, Integer>();
        input.scores().forEach((code, score) -> whole.put(code, score.intValueExact()));
        return whole;
    }

    /** The scores in one number, each criterion by its weight. */
    double weighted(Rules.Review rules) {
        var sum = 0.0;
        var weights = 0;
        for (var criterion : rules.criteria()) {
            sum += criterion.weight() * scores.getOrDefault(criterion.code(), 0);
            weights += criterion.weight();
        }
        return sum / weights;
    }

    Assignment.Key key() {
        return new Assignment.Key(project, expert);
    }

    UUID project() {
        return project;
    }

    String expert() {
        return expert;
    }

    long version() {
        return version;
    }

    Map<String, Integer> scores() {
        return scores;
    }

    String remark() {
        return remark;
    }

    Instant scoredAt() {
        return scoredAt;
    }
}
