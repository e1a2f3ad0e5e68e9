package org.wsisforum.agenda.acceptance;

/** Something that registration-service told cannot be applied, however often it is asked again. */
final class Unfit extends RuntimeException {

    Unfit(String reason) {
        super(reason);
    }
}
