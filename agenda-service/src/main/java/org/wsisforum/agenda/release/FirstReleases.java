package org.wsisforum.agenda.release;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;

import org.wsisforum.agenda.edition.Editions;

/** Gives each edition its first release, so that there is always one to read. */
@ApplicationScoped
class FirstReleases {

    @Inject
    Editions editions;

    @Inject
    Publisher publisher;

    /** After the programme that an edition ships with, or that was public before there were releases. */
    @Transactional
    void make(@Observes @Priority(300) StartupEvent started) {
        editions.codes().forEach(publisher::publishFirst);
    }
}
