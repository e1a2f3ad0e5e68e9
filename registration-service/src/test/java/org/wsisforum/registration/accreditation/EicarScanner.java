package org.wsisforum.registration.accreditation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** A scanner as somebody who runs the Forum would add one; it knows the file with which scanners are tried. */
@ApplicationScoped
class EicarScanner implements DocumentScanner {

    @Override
    public Optional<String> objection(String mediaType, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("SCANNER-BREAKS")) {
            throw new IllegalStateException("The scanner is away");
        }
        return text.contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE")
                ? Optional.of("It holds malware.")
                : Optional.empty();
    }
}
