package org.wsisforum.registration.member;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to the order of a delegation: told to the secretariat, the accreditation officers and whoever acts for it. */
enum MemberChange implements ChangeType {
    ORDER_CHANGED;

    @Override
    public String what() {
        return "delegation.order-changed";
    }

    @Override
    public String subject() {
        return "delegations/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of("head", "deputyHead", "order");
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT), Audience.role(Role.ACCREDITATION_OFFICER));
    }

    @Override
    public String meaning() {
        return "Another leads a delegation, or its members are named in another order.";
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
