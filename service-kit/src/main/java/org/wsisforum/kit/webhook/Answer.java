package org.wsisforum.kit.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of sending a message.
 *
 * @param startedAt when sending began
 * @param took how long it took
 * @param outcome what became of it
 * @param status what was answered; null without an answer
 * @param notFor how long the address asks to be left alone; null if it does not
 * @param body the beginning of what was answered; empty without an answer
 */
record Answer(Instant startedAt, Duration took, DeliveryOutcome outcome, Integer status, Duration notFor, String body) {

    /** The same answer, seen otherwise. */
    Answer as(DeliveryOutcome other) {
        return new Answer(startedAt, took, other, status, notFor, body);
    }
}
