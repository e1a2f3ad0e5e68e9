package org.wsisforum.kit.follow;

/** Something that another service told cannot be applied, however often it is asked again. */
public final class Unfit extends RuntimeException {

    public Unfit(String reason) {
        super(reason);
    }
}
