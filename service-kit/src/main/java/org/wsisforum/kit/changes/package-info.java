/**
 * What changed: the one record that deltas, live updates, webhooks, the traffic between services and the audit trail are made
 * of.
 *
 * <p>A feature announces a change with one call of {@link org.wsisforum.kit.changes.Changes#record} in the transaction of the
 * change itself, so that there is never one without the other. What it may say is fixed by its {@link
 * org.wsisforum.kit.changes.ChangeType}: a subject made of identifiers and the names of fields, never their content, so that
 * nothing personal can get into it. It is read as CloudEvents 1.0.2 from {@code GET …/changes?since=cursor}, which can wait for
 * news, and as server-sent events from {@code …/changes/stream} with the same cursor as {@code id}, by whoever is in its
 * audience: everybody, or holders of a role, one delegation, one person. Who did it is told to the holders of a role alone, whose
 * work it is. The catalogue of all kinds is at {@code change-types} and, as {@code webhooks}, in the OpenAPI document.
 *
 * <p>The cursor is safe against commit order: it follows (transaction, position), and only transactions below the oldest one
 * still at work are shown, so that a change which commits late is shown late but never skipped. The price: one transaction that
 * writes for minutes holds the feed back for as long. It is written enciphered, since it would else count the transactions of the
 * whole database for whoever asks. Every list names the cursor at which it was true. Changes are kept for
 * good as the audit trail, which {@link org.wsisforum.kit.changes.Changes#history} reads for one thing; a cursor that lies more
 * than 90 days back is refused with 410, and its holder reads the lists anew.
 */
package org.wsisforum.kit.changes;
