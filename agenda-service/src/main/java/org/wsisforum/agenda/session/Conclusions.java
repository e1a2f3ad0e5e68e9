package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.changes.Change;

/** What sessions themselves say came of them, which comes to be read when they end, without a release. */
@ApplicationScoped
public class Conclusions {

    @Inject
    Sessions sessions;

    /**
     * What everybody is to be told by now, each once. It is marked as told, and nobody else is given it until the running
     * transaction ends.
     *
     * @param concluded the sessions of which everybody reads what came of them
     */
    public List<Change> toTell(String edition, Set<UUID> concluded) {
        var turned = sessions.heldToTell(edition, concluded);
        var told = sessions.toldLast(edition, turned);
        turned.forEach(Session::turnOutcome);
        return turned.stream()
                .filter(session -> session.isOutcomeTold() && !told.contains(session.id()))
                .map(session -> SessionChange.CHANGED.released(edition, session.id(), List.of("outcome")))
                .toList();
    }
}
