package org.wsisforum.registration.edition;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.seed.SeedFiles;

/** Loads the editions that the service ships with. What is stored already may have been edited, and stays. */
@ApplicationScoped
class EditionLoader {

    @Inject
    SeedFiles files;

    @Inject
    Editions editions;

    @ConfigProperty(name = "wsis.editions")
    List<String> codes;

    @Transactional
    void load(@Observes StartupEvent start) {
        for (var code : codes) {
            files.oneAtATime("editions/" + code);
            if (editions.findByIdOptional(code).isEmpty()) {
                editions.persist(new Edition(files.read("editions/" + code + "/edition.json", EditionRules.class)));
            }
        }
    }
}
