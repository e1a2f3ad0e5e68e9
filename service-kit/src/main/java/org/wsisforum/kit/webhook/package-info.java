/**
 * Webhooks: the public part of the change feed, pushed to addresses that partners name.
 *
 * <p>An owner subscribes an address to kinds of change and to what they happen to, answers a challenge there, and from then on
 * is sent each matching change as a CloudEvent, signed by the rules of Standard Webhooks 1.0.0 with a secret of this
 * subscription alone. The secret is shown once; while it is being changed, messages carry both signatures.
 *
 * <p>What is promised: every change since the subscription was made is sent until it is taken (any 2xx), one at a time, in the
 * order of the feed, and a change that is sent again has the same {@code webhook-id}. What was sent is a place in the feed and
 * nothing more, stored in one transaction with the log of deliveries, so that a copy of the service which dies between a commit
 * and a delivery, or in the middle of one, takes nothing with it. A copy claims a subscription for a minute at a time; no other
 * copy touches it meanwhile, so no message is on its way twice at once. Each claimed subscription is a virtual thread of its
 * own, so that a dead address slows nobody.
 *
 * <p>What is not taken is sent again, later each time, over three days ({@link org.wsisforum.kit.webhook.WebhookConfig}); then
 * the subscription is suspended and keeps its place until its owner has it verified anew. 410 ends it for good. {@code
 * Retry-After} is kept to, redirects are not followed, and only public addresses are connected to: the name is looked up once
 * for each message, each of its addresses is checked, and the connection goes to what was checked ({@link
 * org.wsisforum.kit.webhook.PublicAddresses}).
 *
 * <p>Only public changes are sent, which hold nothing personal by their form. Secrets stand in the service's schema as they
 * are: whoever signs needs them, and who can read the schema can do worse.
 */
package org.wsisforum.kit.webhook;
