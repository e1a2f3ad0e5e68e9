/**
 * Who is calling, and what that lets them do.
 *
 * <p>The effective right is scope ∩ role ∩ row. The role is checked by {@code @RolesAllowed} with a constant of {@link
 * org.wsisforum.kit.access.Role}, the scope of the token by {@link org.wsisforum.kit.access.RequiresScope}, the row by the
 * feature that owns it, with {@link org.wsisforum.kit.access.Caller}. A method without a security annotation is closed.
 * Refusals carry the challenges of RFC 6750. Besides people and programs with a token there are holders of a link: whoever
 * received it by letter acts for the one thing it opens, without an account ({@link org.wsisforum.kit.access.LinkKey}).
 */
package org.wsisforum.kit.access;
