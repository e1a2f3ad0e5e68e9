package org.wsisforum.awards.category;

import java.util.HashSet;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.seed.SeedFiles;

/** Stores the categories that the service ships with, once; what has been edited since stays as it is. */
@ApplicationScoped
class CategoryLoader {

    @Inject
    SeedFiles files;

    @Inject
    Categories categories;

    @Inject
    CategoryEditor editor;

    @ConfigProperty(name = "wsis.editions")
    List<String> shipped;

    /** Runs after the editions have been loaded. */
    @Transactional
    void load(@Observes @Priority(200) StartupEvent start) {
        shipped.forEach(this::loadMissing);
    }

    private void loadMissing(String edition) {
        files.oneAtATime("editions/" + edition);
        var file = "editions/" + edition + "/categories.json";
        var numbers = new HashSet<Integer>();
        for (var input : files.readList(file, CategoryInput.class)) {
            if (!numbers.add(input.number())) {
                throw new IllegalStateException(file + " has the category " + input.number() + " twice.");
            }
            if (categories.find(edition, input.number()).isEmpty()) {
                create(edition, file, input);
            }
        }
    }

    private void create(String edition, String file, CategoryInput input) {
        try {
            editor.create(edition, input);
        } catch (ProblemException refused) {
            throw new IllegalStateException(
                    file + ", category " + input.number() + ": " + refused.getMessage(), refused);
        }
    }
}
