/**
 * One form of error for every service: RFC 9457 {@code application/problem+json}.
 *
 * <p>A feature lists what it can refuse in an enum that implements {@link org.wsisforum.kit.problem.ProblemType} and throws
 * with a phrase: {@code throw SLOT_TAKEN.because("10:15 is given to another delegation.")}. A bean that implements
 * {@link org.wsisforum.kit.problem.ProblemCatalogue} makes the enum known, with the database constraints that stand behind
 * its types. {@code type} is stable and resolves to a page of the portal, {@code code} is what programs compare,
 * {@code errors[].pointer} is a JSON Pointer (RFC 6901) into the body that was sent. No answer ever shows a class name, a
 * statement or a stack; what was not foreseen is a 500 with an id that stands in the log too.
 */
package org.wsisforum.kit.problem;
