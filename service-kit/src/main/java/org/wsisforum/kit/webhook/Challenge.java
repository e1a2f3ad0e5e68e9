package org.wsisforum.kit.webhook;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds out whether whoever answers at an address wants to be sent changes: it has to repeat a random word. */
record Challenge(String word) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Challenge random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Challenge(HexFormat.of().formatHex(bytes));
    }

    /** A CloudEvent like those that follow, signed like them. */
    Message message(ObjectMapper json, String service, Webhook webhook) {
        var id = UUID.randomUUID().toString();
        var type = "org.wsisforum." + service + ".webhook.challenged.v1";
        var subject = "webhooks/" + webhook.id();
        var event = new TreeMap<String, Object>(Map.of(
                "specversion",
                "1.0",
                "id",
                id,
                "source",
                "/" + service,
                "type",
                type,
                "subject",
                subject,
                "time",
                Instant.now(),
                "edition",
                webhook.edition(),
                "data",
                Map.of("challenge", word)));
        try {
            return new Message(id, type, subject, null, json.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A challenge is no JSON", e);
        }
    }

    /** What the answer says of the one who gave it. */
    Answer judge(ObjectMapper json, Answer answer) {
        return answer.outcome() == DeliveryOutcome.DELIVERED && !isRepeatedIn(json, answer.body())
                ? answer.as(DeliveryOutcome.WRONG_ANSWER)
                : answer;
    }

    private boolean isRepeatedIn(ObjectMapper json, String body) {
        try {
            JsonNode answered = json.readTree(body);
            return answered != null && word.equals(answered.path("challenge").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
