package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to delegations: told to the secretariat, the accreditation officers and whoever acts for the delegation. */
enum DelegationChange implements ChangeType {
    ADDED("delegation.added", Set.of(), "A delegation is to come."),
    CHANGED(
            "delegation.changed",
            DelegationDetails.FIELDS,
            "What is known of a delegation, or its quota, was changed."),
    REMOVED("delegation.removed", Set.of(), "A delegation that nobody acted for or registered with was taken out."),
    FOCAL_POINT_APPOINTED(
            "delegation.focal-point-appointed", Set.of("focalPoints"), "Somebody acts for a delegation from now on."),
    FOCAL_POINT_ENDED(
            "delegation.focal-point-ended", Set.of("focalPoints"), "Somebody does not act for a delegation any more."),
    HANDED_OVER(
            "delegation.handed-over", Set.of("focalPoints"), "The focal point of a delegation handed over to another.");

    private final String what;
    private final Set<String> fields;
    private final String meaning;

    DelegationChange(String what, Set<String> fields, String meaning) {
        this.what = what;
        this.fields = fields;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "delegations/{id}";
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT), Audience.role(Role.ACCREDITATION_OFFICER));
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
