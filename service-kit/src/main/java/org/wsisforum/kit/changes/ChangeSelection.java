package org.wsisforum.kit.changes;

import java.util.HashSet;
import java.util.Set;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Which changes of a service somebody wants and may read.
 *
 * @param edition the edition they belong to
 * @param types full names of kinds of change; empty for all
 * @param subject what they happened to, below the edition: one thing ({@code sessions/0190…}), or all of a kind ({@code
 *     sessions/*}); null for everything
 * @param readers the audiences that the reader belongs to, as {@link Audience#name()}
 */
record ChangeSelection(String edition, Set<String> types, String subject, Set<String> readers) {

    private static final String ALL_BELOW = "/*";

    /** What this caller may read: everybody the public part, a token with the service's read scope what is for its holder too. */
    static Set<String> readers(SecurityIdentity caller, boolean isTrusted) {
        if (caller.isAnonymous() || !isTrusted) {
            return Set.of(Audience.PUBLIC.name());
        }
        var all = new HashSet<String>();
        all.add(Audience.PUBLIC.name());
        all.add(Audience.person(caller.getPrincipal().getName()).name());
        caller.getRoles().forEach(role -> all.add(Audience.role(role).name()));
        var delegation = caller.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>getClaim("delegation")
                : caller.<Object>getAttribute("delegation");
        if (delegation != null) {
            all.add(Audience.delegation(delegation.toString()).name());
        }
        return Set.copyOf(all);
    }

    /** Whether this change is one of them. */
    boolean matches(RecordedChange change) {
        return change.edition().equals(edition)
                && (types.isEmpty() || types.contains(change.type()))
                && (subject == null || isOfSubject(change.subject()))
                && change.isFor(readers);
    }

    private boolean isOfSubject(String other) {
        return isOfAKind() ? other.startsWith(subjectsBegin()) : other.equals(subject);
    }

    boolean isOfAKind() {
        return subject != null && subject.endsWith(ALL_BELOW);
    }

    /** What all subjects begin with, where all of a kind are meant. */
    String subjectsBegin() {
        return isOfAKind() ? subject.substring(0, subject.length() - 1) : "";
    }
}
