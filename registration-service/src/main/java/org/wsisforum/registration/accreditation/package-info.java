/**
 * Who comes without a Member State expresses interest, proves who it is, and is accredited or refused; a refusal is appealed once,
 * and another officer decides on that.
 */
package org.wsisforum.registration.accreditation;
