package org.wsisforum.registration.partner;

import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import static org.wsisforum.registration.partner.PartnerProblem.PACKAGE_FULL;

/** The places of packages that have only so many. */
@ApplicationScoped
class Seats {

    @Inject
    Partners partners;

    /**
     * A free place in a package that the running transaction holds; null where it has as many as come, 409 where none is left.
     */
    Integer take(PartnerPackage wanted) {
        if (wanted.places() == null) {
            return null;
        }
        var taken = partners.seatsTaken(wanted.id());
        return IntStream.rangeClosed(1, wanted.places())
                .filter(seat -> !taken.contains(seat))
                .boxed()
                .findFirst()
                .orElseThrow(() -> PACKAGE_FULL.because(
                        "All " + wanted.places() + " places of the package " + wanted.code() + " are taken."));
    }
}
