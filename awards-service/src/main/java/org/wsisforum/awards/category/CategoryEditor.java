package org.wsisforum.awards.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;

/** Stores categories: the one way in for requests and for data files. */
@ApplicationScoped
class CategoryEditor {

    @Inject
    Categories categories;

    @Inject
    EditionRules editions;

    @Inject
    Changes changes;

    Category create(String edition, CategoryInput input) {
        editions.requireSpoken(edition, "/name", input.name());
        var category = new Category(edition, input);
        categories.persist(category);
        changes.record(Change.of(CategoryChange.CREATED, edition, subject(category), "number", "actionLine", "name"));
        return category;
    }

    void replace(String edition, Category category, CategoryInput input) {
        editions.requireSpoken(edition, "/name", input.name());
        var changed = category.replaceBy(input);
        if (!changed.isEmpty()) {
            changes.record(
                    Change.of(CategoryChange.CHANGED, edition, subject(category), changed.toArray(String[]::new)));
        }
    }

    private static String subject(Category category) {
        return "categories/" + category.number();
    }
}
