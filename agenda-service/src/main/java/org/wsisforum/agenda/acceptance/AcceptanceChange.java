package org.wsisforum.agenda.acceptance;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens while answers to invitations are read. */
enum AcceptanceChange implements ChangeType {
    NOT_APPLIED;

    @Override
    public String what() {
        return "acceptance.not-applied";
    }

    @Override
    public String subject() {
        return "invitations/{code}";
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT), Audience.role(Role.PROGRAMME_MANAGER));
    }

    @Override
    public String meaning() {
        return "An answer to an invitation could not be applied to the statements; the service's log says why.";
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
