package org.wsisforum.agenda.edition;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.seed.SeedFiles;

/** Stores the editions that the service ships with, once; what is stored already stays as it is. */
@ApplicationScoped
class EditionLoader {

    @Inject
    SeedFiles files;

    @Inject
    Editions editions;

    @ConfigProperty(name = "wsis.editions")
    List<String> codes;

    /** Before everything that belongs to an edition. */
    @Transactional
    void load(@Observes @Priority(100) StartupEvent started) {
        codes.forEach(this::load);
    }

    void load(String code) {
        var file = "editions/" + code + "/edition.json";
        files.oneAtATime(file);
        if (editions.find(code).isPresent()) {
            return;
        }
        var edition = files.read(file, Edition.class);
        var faults = edition.faults();
        if (!edition.code().equals(code) || !faults.isEmpty()) {
            throw new IllegalStateException(file + " breaks its rules: "
                    + (faults.isEmpty() ? "it is of edition " + edition.code() : String.join("; ", faults)));
        }
        editions.add(edition);
    }
}
