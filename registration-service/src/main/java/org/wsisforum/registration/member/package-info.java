/**
 * Who stands in a delegation: who leads it, in what order its members are named, in which class of honour each is received, the
 * nominal list in all its forms, and entering many members at once.
 */
package org.wsisforum.registration.member;
