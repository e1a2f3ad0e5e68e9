package org.wsisforum.kit.follow;

/**
 * A change in another service, as far as a follower can rely on it; any part may be missing or be something unheard of.
 *
 * @param type what happened; may be null
 * @param subject what it happened to; may be null
 * @param sequence the cursor after it; null if the event has none
 */
public record FeedEvent(String type, String subject, String sequence) {}
