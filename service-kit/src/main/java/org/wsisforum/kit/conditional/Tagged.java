package org.wsisforum.kit.conditional;

import java.util.Optional;

import jakarta.ws.rs.core.StreamingOutput;

/**
 * An answer in any form whose bytes are known before they are written: two that are determined by the same are the same. Its
 * ETag is made of what determines it, so that whoever has it already is answered without its being written.
 */
public interface Tagged extends StreamingOutput {

    /** All that its bytes follow from: what is shown in which version, the form and the version of the form, the language. */
    String determinedBy();

    /** The bytes, where they are at hand; they are sent with their length. */
    default Optional<byte[]> atHand() {
        return Optional.empty();
    }
}
