package org.wsisforum.registration.invitation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How letters and reminders are mailed. */
@ConfigMapping(prefix = "wsis.mailings")
interface MailingConfig {

    /** How often it is looked for what is due; {@code off} for never. Read by the scheduler. */
    @WithDefault("1m")
    String every();

    /** Whether there is a mail server; without one nothing is sent, and nothing is taken for sent. */
    @WithDefault("false")
    boolean enabled();

    /** How often the sending of one mail is tried in all. */
    @WithDefault("6")
    int attempts();

    /** After how long it is tried for the second time; from then on four times as long each time, four hours at most. */
    @WithDefault("1M")
    Duration pause();

    /** What was being sent for longer is not being sent any more. */
    @WithDefault("10M")
    Duration lease();
}
