/**
 * Policy statements: what an accepted invitation opens. Its office books a slot in a session, hands in the text, and stands in
 * the programme; the text is shown to everybody when it has been delivered.
 */
package org.wsisforum.agenda.statement;
