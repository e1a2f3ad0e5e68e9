/**
 * What changed: the one record that deltas, live updates, webhooks, the traffic between services and the audit trail are made
 * of.
 *
 * <p>A feature announces a change with one call of {@link org.wsisforum.kit.changes.Changes#record} in the transaction of the
 * change itself, so that there is never one without the other. It is read as CloudEvents 1.0.2 from {@code GET
 * …/changes?since=cursor}, by whoever is in its audience: everybody, or holders of a role, one delegation, one person. A
 * change is thin: subject, names of the changed fields, never their content and never personal data. The cursor is safe
 * against commit order: it follows (transaction, position), and only transactions below the oldest one still at work are
 * shown, so that a change which commits late is shown late but never skipped. Changes are kept for good as the audit trail; a
 * cursor that lies more than 90 days back is refused with 410, and its holder reads the lists anew.
 */
package org.wsisforum.kit.changes;
