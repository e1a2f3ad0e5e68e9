package org.wsisforum.registration.letter;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static org.wsisforum.registration.letter.LetterProblem.LETTER_NOT_FOUND;

/** The circular letters. */
@ApplicationScoped
public class Letters implements PanacheRepositoryBase<CircularLetter, UUID> {

    CircularLetter require(String edition, UUID id) {
        return findByIdOptional(id)
                .filter(letter -> letter.edition().equals(edition))
                .orElseThrow(() -> LETTER_NOT_FOUND.because("The edition " + edition + " has no letter " + id + "."));
    }

    /**
     * A letter to be sent; 404 for one that the edition has not. Nobody can rewrite it until the running transaction ends, and
     * then it is out.
     */
    public LetterView readToSend(String edition, UUID id) {
        findById(id, LockModeType.PESSIMISTIC_READ);
        return read(edition, id);
    }

    /** A letter to be read; 404 for one that the edition has not. */
    public LetterView read(String edition, UUID id) {
        return LetterView.of(require(edition, id));
    }
}
