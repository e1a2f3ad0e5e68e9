package org.wsisforum.registration.registration;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the registration of one person has come, for what shows a person all that concerns them. */
@ApplicationScoped
public class OwnRegistrations {

    @Inject
    Registrations registrations;

    /** A registration, in brief. */
    @Schema(name = "OwnRegistration", description = "One's own registration, in brief.")
    public record Own(
            @Schema(description = "The registration.", examples = "0190b0a2-5c7a-7000-8000-000000000501")
            UUID id,

            RegistrationState state,

            @Schema(description = "The code of the category.", examples = "media")
            String category) {}

    /** The registration of this person for an edition. */
    public Optional<Own> of(String edition, String person) {
        return registrations.ofPerson(edition, person).map(own -> new Own(own.id(), own.state(), own.category()));
    }
}
