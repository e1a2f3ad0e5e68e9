/**
 * Figures about people and organizations that everybody may read. A count below {@value
 * org.wsisforum.kit.statistics.Figures#LEAST} is not shown, so that nobody is recognized by it, nor is what would let it be worked
 * out by subtracting the others from the total.
 */
package org.wsisforum.kit.statistics;
