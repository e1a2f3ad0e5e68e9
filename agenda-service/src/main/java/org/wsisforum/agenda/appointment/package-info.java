/** Appointments: who holds a function of the high-level track, by which instrument, from when and until when. */
package org.wsisforum.agenda.appointment;
