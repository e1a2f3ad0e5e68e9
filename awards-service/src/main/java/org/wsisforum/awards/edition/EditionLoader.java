package org.wsisforum.awards.edition;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.seed.SeedFiles;

/** Stores the editions that the service ships with, once. */
@ApplicationScoped
class EditionLoader {

    @Inject
    SeedFiles files;

    @Inject
    Editions editions;

    @Inject
    Changes changes;

    @ConfigProperty(name = "wsis.editions")
    List<String> shipped;

    /** Runs before whatever belongs to an edition is loaded. */
    @Transactional
    void load(@Observes @Priority(100) StartupEvent start) {
        shipped.forEach(this::loadIfMissing);
    }

    private void loadIfMissing(String code) {
        files.oneAtATime("editions/" + code);
        if (editions.findByIdOptional(code).isPresent()) {
            return;
        }
        var file = "editions/" + code + "/edition.json";
        var input = files.read(file, EditionInput.class);
        if (!input.code().equals(code)) {
            throw new IllegalStateException(file + " holds the edition " + input.code() + ".");
        }
        editions.persist(new Edition(input));
        changes.record(
                Change.of(EditionChange.CREATED, code, "edition", "title", "zone", "languages", "phases", "rules"));
    }
}
