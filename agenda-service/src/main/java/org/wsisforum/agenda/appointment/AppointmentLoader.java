package org.wsisforum.agenda.appointment;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.seed.SeedFiles;

/**
 * Adds the appointments that an edition ships with, where none is on record: the file is where the record begins, not where it
 * is kept.
 */
@ApplicationScoped
class AppointmentLoader {

    @Inject
    SeedFiles files;

    @Inject
    Editions editions;

    @Inject
    Appointments appointments;

    @Inject
    Changes changes;

    @ConfigProperty(name = "wsis.editions")
    List<String> codes;

    /** After the editions themselves. */
    @Transactional
    void load(@Observes @Priority(200) StartupEvent started) {
        codes.forEach(this::load);
    }

    void load(String code) {
        var file = "editions/" + code + "/appointments.json";
        files.oneAtATime(file);
        if (appointments.count("edition", code) > 0) {
            return;
        }
        var edition = editions.require(code);
        for (var input : files.readList(file, AppointmentInput.class)) {
            input.requireFit(edition);
            var appointment = new Appointment(code, appointments.requireSeat(edition, input), input);
            appointments.persistAndFlush(appointment);
            changes.record(AppointmentChange.MADE.to(appointment));
        }
    }
}
