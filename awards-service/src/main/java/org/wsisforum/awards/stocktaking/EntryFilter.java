package org.wsisforum.awards.stocktaking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.reference.Region;
import org.wsisforum.kit.reference.StakeholderType;

/**
 * Which entries of the Stocktaking are wanted. A value that names nothing is refused: an empty list would look as if there were
 * no such entries.
 */
public record EntryFilter(
        @RestQuery
        @Parameter(
                description = "Only entries from this country, by ISO 3166 alpha-2, alpha-3 or UN M49.",
                example = "KI")
        String country,

        @RestQuery @Parameter(description = "Only entries from countries of this ITU region.", example = "ASP")
        String region,

        @RestQuery
        @Parameter(
                description = "Only entries of the category of this Action Line, in any usual spelling.",
                example = "C7-e-health")
        String actionLine,

        @RestQuery @Parameter(description = "Only entries that serve this goal.", example = "3")
        String goal,

        @RestQuery @Parameter(description = "Only entries of this kind of stakeholder.", example = "government")
        String stakeholderType,

        @RestQuery @Parameter(description = "Only entries of this category.", example = "10")
        String category,

        @RestQuery @Size(max = 200) @Parameter(description = """
                        Only entries with these words in their texts: all of them, in any form of an English word, with or \
                        without accents. `"a phrase"`, `or` and `-without` as search engines on the web know them; a star \
                        after a word means any that begins so, one of which must be there.""", example = "\"remote islands\" telemed* -agriculture")
        String q) {

    /** A word with a star after it that does not stand in a phrase, is not excluded, and is no alternative. */
    private static final Pattern BEGINNING = Pattern.compile("(?<![^\\s(])([\\p{L}\\p{M}\\p{N}]+)\\*");

    /** What PostgreSQL cannot store, and nobody types. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** A condition of HQL with its parameter. */
    record Condition(String hql, String parameter, Object value) {}

    /** All that the filter and the edition ask for. */
    List<Condition> conditions(String edition, List<Integer> categories) {
        var all = new ArrayList<Condition>();
        all.add(new Condition("edition = :edition", "edition", edition));
        if (country != null) {
            all.add(new Condition("country = :country", "country", knownCountry()));
        }
        if (region != null) {
            all.add(new Condition("country in :countries", "countries", countriesOfKnownRegion()));
        }
        if (actionLine != null) {
            all.add(new Condition("actionLine = :actionLine", "actionLine", knownLine()));
        }
        if (goal != null) {
            all.add(new Condition("array_contains(goals, :goal)", "goal", knownGoal()));
        }
        if (stakeholderType != null) {
            all.add(new Condition("stakeholderType = :stakeholderType", "stakeholderType", knownType()));
        }
        if (category != null) {
            all.add(new Condition("category = :category", "category", knownCategory(categories)));
        }
        if (q != null && !q.isBlank()) {
            all.addAll(wantedWords());
        }
        return all;
    }

    /**
     * The column of the view stands in no entity, since nothing is ever to be read from it. The query is worked out once and not
     * for each row, which is what the brackets with select are for.
     */
    private List<Condition> wantedWords() {
        var all = new ArrayList<Condition>();
        var typed = NO_TEXT.matcher(q).replaceAll(" ");
        // Within a phrase a star means nothing. What stands between quotation marks is every second part.
        var parts = typed.split("\"", -1);
        var rest = new StringBuilder();
        for (var i = 0; i < parts.length; i++) {
            rest.append(i == 0 ? "" : "\"");
            if (i % 2 == 1) {
                rest.append(parts[i]);
                continue;
            }
            var beginnings = BEGINNING.matcher(parts[i]);
            rest.append(beginnings.replaceAll(found -> {
                var name = "beginning" + all.size();
                all.add(new Condition(
                        "cast(sql('words @@ (select words_beginning(?))', :" + name + ") as Boolean)",
                        name,
                        found.group(1)));
                return " ";
            }));
        }
        if (all.isEmpty() || !rest.toString().isBlank()) {
            all.add(new Condition(
                    "cast(sql('words @@ (select wanted_words(?))', :q) as Boolean)", "q", rest.toString()));
        }
        return all;
    }

    private String knownCountry() {
        return Country.of(country)
                .map(Country::code)
                .orElseThrow(() -> unknown("country", "There is no country \"" + country + "\"."));
    }

    private List<String> countriesOfKnownRegion() {
        var known = Region.of(region)
                .orElseThrow(() -> unknown("region", "There is no region \"" + region + "\"."))
                .code();
        return Reference.countries().items().stream()
                .filter(one -> one.region().equals(known))
                .map(Country::code)
                .toList();
    }

    private String knownLine() {
        return ActionLine.of(actionLine)
                .map(ActionLine::code)
                .orElseThrow(() -> unknown("actionLine", "There is no Action Line \"" + actionLine + "\"."));
    }

    private Integer knownGoal() {
        return Goal.of(goal).map(Goal::number).orElseThrow(() -> unknown("goal", "There is no goal \"" + goal + "\"."));
    }

    private String knownType() {
        return StakeholderType.of(stakeholderType)
                .map(StakeholderType::code)
                .orElseThrow(
                        () -> unknown("stakeholderType", "There is no stakeholder type \"" + stakeholderType + "\"."));
    }

    private Integer knownCategory(List<Integer> categories) {
        return categories.stream()
                .filter(number -> number.toString().equals(category.strip()))
                .findFirst()
                .orElseThrow(() -> unknown("category", "The edition has no category \"" + category + "\"."));
    }

    private static RuntimeException unknown(String parameter, String detail) {
        return RequestProblem.VALIDATION_FAILED.because(detail, List.of(FieldError.of(parameter, "unknown", detail)));
    }
}
