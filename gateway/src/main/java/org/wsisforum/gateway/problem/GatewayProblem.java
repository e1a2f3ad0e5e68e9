package org.wsisforum.gateway.problem;

import java.util.Locale;

/** What the gateway itself refuses. Codes are stable: one may be added, none changes its meaning. */
public enum GatewayProblem {
    MALFORMED_REQUEST(
            400, "The request cannot be read.", "Send the request in another form; as it stands it never passes."),
    UPGRADE_REFUSED(
            400, "WebSocket is not spoken here.", "Live updates come as server-sent events, over an ordinary GET."),
    UNAUTHENTICATED(
            401,
            "The request carries no valid credential.",
            "Sign in, or get a new token when the one that was sent is over. A request that needs no credential must be sent"
                    + " without one rather than with one that is not valid."),
    ORIGIN_NOT_REGISTERED(
            403,
            "Pages of this origin may not send this.",
            "Pages of any origin may read what needs no credential. For everything else the secretariat registers the origin of"
                    + " a partner's pages; programs that are no web pages need none."),
    NOT_FOUND(404, "There is nothing at this address.", "Check the address against the list of operations."),
    METHOD_NOT_ALLOWED(
            405, "This address does not answer to this method.", "The Allow header of the answer names the methods."),
    CONTENT_TOO_LARGE(413, "The body is larger than this address takes.", "Send a smaller body."),
    URI_TOO_LONG(414, "The address is too long.", "Shorten the query, for example by asking for fewer things at once."),
    HEADERS_TOO_LARGE(431, "The headers are too large.", "Drop headers or cookies that are not needed here."),
    QUOTA_EXCEEDED(
            429,
            "Too many requests in too short a time.",
            "Wait as Retry-After says. RateLimit tells with each answer how many requests are left, and in how many seconds"
                    + " all of them are again."),
    INTERNAL_ERROR(500, "The gateway failed.", "Try again later; the failure is in the log of the gateway."),
    BAD_GATEWAY(
            502,
            "The service broke off before it answered.",
            "A reading request may be repeated at once. One that changes something may have been carried out: repeat it"
                    + " with the same Idempotency-Key, or look first."),
    SERVICE_UNAVAILABLE(
            503,
            "The service cannot answer for the moment.",
            "Nothing was changed. Wait as Retry-After says, then repeat."),
    TEMPORARY_REDUCED_CAPACITY(
            503,
            "There is more to do than can be done at the moment.",
            "Nothing was changed. Wait as Retry-After says, then repeat, after each refusal for longer. What is refused last are"
                    + " votes and answers to invitations."),
    UPSTREAM_TIMEOUT(
            504,
            "The service did not answer in time.",
            "A reading request may be repeated. One that changes something may have been carried out: repeat it with the"
                    + " same Idempotency-Key, or look first.");

    private final int status;
    private final String title;
    private final String advice;

    GatewayProblem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The problem in one sentence. */
    public String title() {
        return title;
    }

    /** What a client can do about it. */
    public String advice() {
        return advice;
    }

    /** The stable code for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal as something to throw or to fail a future with. */
    public Refusal because(String detail) {
        return new Refusal(this, detail);
    }
}
