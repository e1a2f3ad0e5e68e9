package org.wsisforum.agenda.personal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The bookmarks of all people, each asked for by one person. */
@ApplicationScoped
class Bookmarks implements PanacheRepositoryBase<Bookmark, Bookmark.Key> {

    List<Bookmark> of(String subject, String edition) {
        return list("subject = ?1 and edition = ?2", subject, edition);
    }

    Optional<Bookmark> find(String subject, String edition, UUID session) {
        return findByIdOptional(new Bookmark.Key(subject, edition, session));
    }

    long count(String subject, String edition) {
        return count("subject = ?1 and edition = ?2", subject, edition);
    }

    boolean remove(String subject, String edition, UUID session) {
        return delete("subject = ?1 and edition = ?2 and session = ?3", subject, edition, session) > 0;
    }

    /** The devices of one person come one after the other until the running transaction ends. */
    void oneAtATime(String subject, String edition) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('bookmark ' || :edition || ' ' || :subject, 0))",
                        Integer.class)
                .setParameter("edition", edition)
                .setParameter("subject", subject)
                .getSingleResult();
    }
}
