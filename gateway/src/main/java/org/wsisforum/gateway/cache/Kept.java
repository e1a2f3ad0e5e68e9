package org.wsisforum.gateway.cache;

import io.vertx.core.http.HttpServerRequest;

/** An answer to give, and where it comes from (RFC 9211). */
public final class Kept implements Decision {

    private final Stored stored;
    private final String from;
    private final boolean isFromMemory;

    private Kept(Stored stored, String from, boolean isFromMemory) {
        this.stored = stored;
        this.from = from;
        this.isFromMemory = isFromMemory;
    }

    /** From memory, without asking. */
    static Kept hit(Stored stored) {
        var left = stored.lifetime().fresh().minus(stored.age());
        return new Kept(stored, "wsis; hit; ttl=" + left.toSeconds(), true);
    }

    /** As the service just gave it. */
    static Kept fetched(Stored stored, boolean inPlaceOfAnother) {
        return new Kept(
                stored,
                inPlaceOfAnother ? "wsis; fwd=stale; fwd-status=200; stored" : "wsis; fwd=uri-miss; stored",
                false);
    }

    /** From memory, as the service just confirmed. */
    static Kept confirmed(Stored stored) {
        return new Kept(stored, "wsis; fwd=stale; fwd-status=304", false);
    }

    /** From memory, because the service failed. */
    static Kept inPlaceOfAnError(Stored stored) {
        return new Kept(stored, "wsis; fwd=stale; detail=stale-if-error", true);
    }

    /** The same for somebody who waited for it. */
    Kept shared() {
        return new Kept(stored, from + "; collapsed", isFromMemory);
    }

    Stored stored() {
        return stored;
    }

    /** Gives it to this client, or tells it that it has it already. */
    public void write(HttpServerRequest request) {
        stored.write(request, from, isFromMemory);
    }
}
