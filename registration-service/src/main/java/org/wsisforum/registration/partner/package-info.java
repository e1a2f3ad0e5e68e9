/** Who supports the Forum: packages with their benefits, offers of partnership, pledges and what became of them. */
package org.wsisforum.registration.partner;
