/**
 * Invitations of ministers and what becomes of them: a letter with a link that needs no account, and the answer: accepted,
 * declined, or represented by somebody else. An answer comes through the link or, on paper, through the secretariat; the
 * edition says until when, and only the secretariat may take one later, with a reason that is kept.
 */
package org.wsisforum.registration.invitation;
