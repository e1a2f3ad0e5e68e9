/** What the signed-in person is to registration. */
package org.wsisforum.registration.me;
