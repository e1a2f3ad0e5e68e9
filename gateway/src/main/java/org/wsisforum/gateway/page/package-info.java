/**
 * How the gateway answers for itself: GET and HEAD, an ETag on each page, no script or style of others, and no way to be
 * framed.
 */
package org.wsisforum.gateway.page;
