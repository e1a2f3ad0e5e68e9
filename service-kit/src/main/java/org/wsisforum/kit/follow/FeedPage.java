package org.wsisforum.kit.follow;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Some changes in their order.
 *
 * @param events the changes
 * @param cursor where to go on
 * @param more whether there is more to read at once
 */
public record FeedPage(List<FeedEvent> events, String cursor, boolean more) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A page as services of the platform write it. Whatever else stands in it, or is missing in an event, is no matter. */
    public static FeedPage read(String answer) {
        try {
            var page = JSON.readTree(answer);
            var cursor = page.path("cursor").asText("");
            if (cursor.isEmpty()) {
                throw new Unreachable("the change feed answered without a cursor", null);
            }
            var events = StreamSupport.stream(page.path("items").spliterator(), false)
                    .map(event -> new FeedEvent(
                            event.path("type").asText(null),
                            event.path("subject").asText(null),
                            event.path("sequence").asText(null)))
                    .toList();
            return new FeedPage(events, cursor, page.path("more").asBoolean());
        } catch (JsonProcessingException e) {
            throw new Unreachable("an answer is no JSON", e);
        }
    }
}
