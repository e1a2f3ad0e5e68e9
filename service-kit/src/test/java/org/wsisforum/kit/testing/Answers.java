package org.wsisforum.kit.testing;

import io.restassured.response.Response;

/** What answers say, to be compared. */
public final class Answers {

    private Answers() {}

    /** The body without the ids by which a problem names the request, of which each has one of its own. */
    public static String said(Response answer) {
        return said(answer.asString());
    }

    /** The same of a body that was read already. */
    public static String said(String body) {
        return body.replaceAll("\"(requestId|traceId)\":\"[0-9a-f]+\"", "");
    }
}
