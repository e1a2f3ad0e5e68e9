package org.wsisforum.agenda.personal;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The secret addresses of all people. */
@ApplicationScoped
class Feeds implements PanacheRepositoryBase<Feed, Feed.Key> {

    Optional<Feed> of(String subject, String edition) {
        return findByIdOptional(new Feed.Key(subject, edition));
    }

    Optional<Feed> openedBy(String keyHash, String edition) {
        return find("keyHash = ?1 and edition = ?2", keyHash, edition).singleResultOptional();
    }

    /** Not through the entity: an address that is replaced at this moment is not brought back. */
    void noteRead(String keyHash, Instant at) {
        update("readAt = ?1 where keyHash = ?2", at, keyHash);
    }

    boolean remove(String subject, String edition) {
        return delete("subject = ?1 and edition = ?2", subject, edition) > 0;
    }
}
