package org.wsisforum.awards.category;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;

/** What other features ask of the categories of an edition. */
@ApplicationScoped
public class CategoryList {

    @Inject
    Categories categories;

    @Inject
    EditionRules editions;

    /**
     * Refuses a category that the edition does not have, with 422; the edition itself with 404.
     *
     * @param pointer where the number stands in the body
     */
    public void require(String edition, int number, String pointer) {
        editions.requireEdition(edition);
        if (categories.find(edition, number).isEmpty()) {
            throw RequestProblem.VALIDATION_FAILED.because(
                    "One field breaks a rule.",
                    List.of(FieldError.at(pointer, "unknown", "The edition has no category " + number + ".")));
        }
    }

    /** The numbers of all categories, in their order. */
    public List<Integer> numbers(String edition) {
        editions.requireEdition(edition);
        return categories.list("edition", edition).stream()
                .map(Category::number)
                .sorted()
                .toList();
    }

    /** The names of all categories by number, in their order. */
    public SortedMap<Integer, Text> names(String edition) {
        editions.requireEdition(edition);
        return categories.list("edition", edition).stream()
                .collect(Collectors.toMap(Category::number, Category::name, (a, b) -> a, TreeMap::new));
    }

    /** Refuses a category in an address that the edition does not have, with 404. */
    public void requirePresent(String edition, int number) {
        categories.require(edition, number);
    }

    /** The name of a category; 404 for one that the edition does not have. */
    public Text name(String edition, int number) {
        return categories.require(edition, number).name();
    }
}
