/**
 * Projects: what is handed in, by whom, and until when.
 *
 * <p>A project is a draft as long as its owners like, may be submitted while the submission phase lasts, to the second, and may
 * be edited until its end. What counts is the moment at which a request has arrived whole: what is still on its way when the
 * phase ends is late, and is told so. The form's rules are those that the contest publishes; how many words a description has
 * and whether an entity may hand in several projects a category are rules of the edition. Two people who submit the same project
 * at the same moment find that the database lets one of them.
 */
package org.wsisforum.awards.project;
