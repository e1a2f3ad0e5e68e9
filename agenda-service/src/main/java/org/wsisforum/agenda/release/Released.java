package org.wsisforum.agenda.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A thing as a release shows it.
 *
 * @param id the thing
 * @param sequence how often it had changed between releases by then, from 0: the SEQUENCE of a calendar
 * @param changedAt when the release came out with which it came to stand so
 * @param body what is shown of it
 */
public record Released<B extends Record>(UUID id, int sequence, Instant changedAt, B body) {}
