package org.wsisforum.awards.edition;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static org.wsisforum.awards.edition.EditionProblem.EDITION_NOT_FOUND;

/** The editions that are stored. */
@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, String> {

    Edition require(String code) {
        return findByIdOptional(code)
                .orElseThrow(() -> EDITION_NOT_FOUND.because("There is no edition " + code + " of the WSIS Prizes."));
    }

    /** The codes of those of later years than this one. */
    List<String> later(String year) {
        return find("left(code, 4) > ?1 order by code", year).stream()
                .map(Edition::code)
                .toList();
    }
}
