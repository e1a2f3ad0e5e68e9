/**
 * Delegations to an edition, how many places each has, and the focal points who act for them. Who may see and decide is asked of
 * {@link org.wsisforum.registration.delegation.DelegationAccess}; a place is taken by {@link
 * org.wsisforum.registration.delegation.Places}.
 */
package org.wsisforum.registration.delegation;
