package org.wsisforum.agenda.consultation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How organizers are reminded. */
@ConfigMapping(prefix = "wsis.reminders")
interface ReminderConfig {

    /** How often it is looked for what is due; {@code off} for never. Read by the scheduler. */
    @WithDefault("1m")
    String every();

    /** Whether there is a mail server; without one nothing is sent, and nothing is taken for sent. */
    @WithDefault("false")
    boolean enabled();
}
