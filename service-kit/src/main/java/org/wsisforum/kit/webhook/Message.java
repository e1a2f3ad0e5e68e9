package org.wsisforum.kit.webhook;

/**
 * What is sent to an address.
 *
 * @param id the same each time it is sent
 * @param sequence the cursor of the change; null for a challenge
 * @param body the bytes that are signed, as JSON text
 */
record Message(String id, String type, String subject, String sequence, String body) {}
