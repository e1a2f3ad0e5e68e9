package org.wsisforum.gateway.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How tokens are checked. */
@ConfigMapping(prefix = "wsis.gateway.identity")
interface IdentityConfig {

    /** Whether they are; otherwise it is left to the services. */
    @WithDefault("true")
    boolean check();

    /** Where the keys of the sign-in are read (RFC 7517). */
    Optional<URI> keys();

    /** Who must have issued a token, as it stands in it. */
    Optional<String> issuer();

    /** How far the clocks of the sign-in and of this machine may be apart. */
    @WithDefault("5S")
    Duration leeway();

    /** How long until the keys are read again. A key that is taken out of use at the sign-in is good for no longer. */
    @WithDefault("5M")
    Duration renewal();

    /** How long at least between two reads, whoever names keys that are not known. */
    @WithDefault("5S")
    Duration pause();

    /** How many tokens are remembered as good. */
    @WithDefault("50000")
    int remembered();

    /** How the sign-in is asked whether tokens were ended before their time. */
    Revocation revocation();

    /** How the sign-in is asked whether tokens were ended before their time. */
    interface Revocation {

        /** Where it answers (RFC 7662). */
        Optional<URI> questions();

        /** As which client it is asked, about tokens that name it in their audience. */
        @WithDefault("gateway")
        String client();

        /** The secret of that client; without it nothing is asked. */
        Optional<String> secret();

        /** How long an answer is believed. A token that was ended is good for no longer. */
        @WithDefault("10S")
        Duration believed();

        /** How long a request waits for it. */
        @WithDefault("1S")
        Duration patience();

        /** How many questions it is asked at once; further tokens are good by their signature. */
        @WithDefault("50")
        int atOnce();

        /** How long it is left in peace when it did not answer. */
        @WithDefault("5S")
        Duration pause();
    }
}
