/**
 * Who comes to an edition: people register, the focal point of their delegation approves, an accreditation officer decides. Names
 * no feature but the edition, the delegations and the accreditations, so that what follows from a registration can look at it from outside.
 */
package org.wsisforum.registration.registration;
