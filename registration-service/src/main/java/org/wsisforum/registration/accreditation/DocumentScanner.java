package org.wsisforum.registration.accreditation;

import java.util.Optional;

/**
 * Looks at a document before it is kept. Every bean of this type is asked, and one objection is enough: whoever runs the Forum adds
 * one that asks a scanner for malware, as a bean of a jar on the class path.
 */
public interface DocumentScanner {

    /**
     * Why the document must not be kept; empty where nothing speaks against it. It is called outside a transaction and may take
     * its time. An exception refuses the document too.
     *
     * @param mediaType what it was sent as
     * @param bytes the document
     * @return a sentence for whoever sent it
     */
    Optional<String> objection(String mediaType, byte[] bytes);
}
