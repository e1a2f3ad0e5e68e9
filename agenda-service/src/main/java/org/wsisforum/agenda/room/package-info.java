/** Where sessions take place: halls with their building and floor, and virtual rooms with their platform. */
package org.wsisforum.agenda.room;
