package org.wsisforum.agenda.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.seed.SeedFiles;

/**
 * Adds the programme that an edition ships with. A session that is there already, whatever became of it since, is left alone:
 * the file is where the programme begins, not where it is kept.
 */
@ApplicationScoped
class SessionLoader {

    @Inject
    SeedFiles files;

    @Inject
    Editions editions;

    @Inject
    Sessions sessions;

    @Inject
    Changes changes;

    @ConfigProperty(name = "wsis.editions")
    List<String> codes;

    /** After the editions themselves. */
    @Transactional
    void load(@Observes @Priority(200) StartupEvent started) {
        codes.forEach(this::load);
    }

    /** What has been loaded once is not loaded again, nor what was taken out since. */
    void load(String code) {
        var file = "editions/" + code + "/sessions.json";
        files.oneAtATime(file);
        var edition = editions.require(code);
        for (var input : files.readList(file, SessionInput.class)) {
            var id = id(edition, input.code());
            if (!sessions.hasFromFile(code, input.code(), id) && !changes.tellOf(code, "sessions/" + id)) {
                requireFit(edition, file, input);
                sessions.persist(new Session(code, id, SessionState.SCHEDULED, input.normalised()));
                changes.record(Change.of(SessionChange.CREATED, code, "sessions/" + id));
            }
        }
    }

    /** Made of the code, so that every copy of an edition has the same addresses. */
    private static UUID id(Edition edition, String code) {
        return UUID.nameUUIDFromBytes(
                ("agenda/" + edition.code() + "/sessions/" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireFit(Edition edition, String file, SessionInput input) {
        input.requireLanguages(edition);
        var faults = input.faults(edition);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(file + ", " + input.code() + " breaks its rules: "
                    + faults.stream()
                            .map(fault -> fault.pointer() + ": " + fault.detail())
                            .collect(Collectors.joining("; ")));
        }
    }
}
