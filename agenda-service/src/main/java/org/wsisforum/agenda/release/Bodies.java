package org.wsisforum.agenda.release;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What releases store of things. */
@Singleton
class Bodies {

    private final ObjectMapper json;

    @Inject
    Bodies(ObjectMapper json) {
        // What a release of years ago says and nobody reads any more does not make it unreadable.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String write(Record body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + body.getClass().getSimpleName() + " is no JSON", e);
        }
    }

    <B extends Record> B read(Shown<B> kind, String body) {
        try {
            return json.readValue(body, kind.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was released of " + kind.kind() + " cannot be read", e);
        }
    }
}
