/** The categories in which prizes are given: in 2021 the 18 columns of WSIS Action Lines. */
package org.wsisforum.awards.category;
