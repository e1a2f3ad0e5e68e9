/**
 * The open consultation: what stakeholders contribute to an edition, and the thematic workshops they ask for. In which phases what
 * is taken, which topics and formats there are, and when what is due is data of the edition.
 *
 * <p><b>Contributions</b> are made by whoever is signed in, changed while their form is open, and taken off the public list or
 * back at any time, which deletes them. Everybody reads those whose authors agree, unless they are about a person who was not asked,
 * or a reviewer takes them off the list; figures about all of them hide small groups.
 *
 * <p><b>Requests</b> are drafted, handed in while the edition takes them, and bind whoever hands them in. Before that they are
 * nobody's business: others neither see them nor are told of them, and a draft that is thrown away is deleted. Reviewers recommend
 * and decide, none of them on an own request, whenever they want: acceptance is rolling. An accepted request becomes a draft session
 * under the same id, in the same transaction, so that it becomes one only once; should that be taken out of the programme, it is
 * decided on anew.
 *
 * <p><b>Deliverables</b> are due at times that follow from the session, wherever it is moved to, and from the acceptance, where that
 * came late; at none while the session is postponed. Whoever the session names hands them in, or a programme manager, who also says
 * what need not be. A reminder is stored before it is sent, so that of all copies of the service one sends it; one whose sending
 * failed is tried again for as long as it helps, and one that a copy died over is not, since nobody knows whether it went out.
 */
package org.wsisforum.agenda.consultation;
