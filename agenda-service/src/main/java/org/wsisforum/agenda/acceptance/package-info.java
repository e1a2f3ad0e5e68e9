/** The agenda's ear at registration-service: follows the answers to invitations, which open and withdraw statements. */
package org.wsisforum.agenda.acceptance;
