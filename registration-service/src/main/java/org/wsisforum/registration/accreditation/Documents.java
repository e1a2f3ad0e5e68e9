package org.wsisforum.registration.accreditation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The documents of accreditations. Whoever changes them holds the accreditation. */
@ApplicationScoped
class Documents {

    private static final int MOST = 10;

    @Inject
    EntityManager database;

    /** Those of one accreditation in the order in which they came, without their bytes. */
    List<DocumentView> of(UUID accreditation) {
        return database.createQuery(
                        "select id, name, mediaType, size, digest, storedAt from Document"
                                + " where accreditation = :accreditation order by storedAt, id",
                        DocumentView.class)
                .setParameter("accreditation", accreditation)
                .getResultList();
    }

    Optional<Document> find(UUID accreditation, UUID id) {
        return database.createQuery("from Document where accreditation = :accreditation and id = :id", Document.class)
                .setParameter("accreditation", accreditation)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    DocumentView add(UUID accreditation, String name, String mediaType, byte[] bytes, Instant now) {
        var taken = database.createQuery(
                        "select position from Document where accreditation = :accreditation", Integer.class)
                .setParameter("accreditation", accreditation)
                .getResultList();
        var free = IntStream.rangeClosed(1, MOST)
                .filter(position -> !taken.contains(position))
                .findFirst()
                .orElseThrow(() -> AccreditationProblem.TOO_MANY_DOCUMENTS.because("Take one out first."));
        var document = new Document(accreditation, free, name, mediaType, bytes, now);
        database.persist(document);
        return document.view();
    }

    /** @return whether it was there */
    boolean remove(UUID accreditation, UUID id) {
        return database.createQuery("delete from Document where accreditation = :accreditation and id = :id")
                        .setParameter("accreditation", accreditation)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    void removeAll(UUID accreditation) {
        database.createQuery("delete from Document where accreditation = :accreditation")
                .setParameter("accreditation", accreditation)
                .executeUpdate();
    }

    /** What was proved for one edition is proved for the next; the bytes do not leave the database. */
    void copy(UUID from, UUID to, Instant now) {
        database.createNativeQuery("insert into accreditation_document"
                        + " (id, accreditation, position, name, media_type, size, digest, bytes, stored_at)"
                        + " select uuidv7(), :to, position, name, media_type, size, digest, bytes, :now"
                        + " from accreditation_document where accreditation = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", now)
                .executeUpdate();
    }
}
