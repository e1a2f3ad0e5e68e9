package org.wsisforum.registration.partner;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.seed.SeedFiles;

/** Loads the packages that the service ships with, once: what was changed or taken out since is left alone. */
@ApplicationScoped
class PackageLoader {

    @Inject
    SeedFiles files;

    @Inject
    Packages packages;

    @Inject
    Changes changes;

    @ConfigProperty(name = "wsis.editions")
    List<String> editions;

    /** A package as it stands in the file. */
    record Entry(
            @NotNull UUID id,
            @NotNull @Valid @JsonProperty("package") PackageInput content) {}

    @Transactional
    void load(@Observes @Priority(3000) StartupEvent afterTheEditions) {
        for (var edition : editions) {
            files.oneAtATime("partner-packages/" + edition);
            for (var entry : files.readList("editions/" + edition + "/partner-packages.json", Entry.class)) {
                var subject = "partner-packages/" + entry.id();
                if (!changes.tellOf(edition, subject)) {
                    packages.persist(new PartnerPackage(edition, entry.id(), entry.content()));
                    changes.record(Change.of(PartnerChange.PACKAGE_ADDED, edition, subject));
                }
            }
        }
    }
}
