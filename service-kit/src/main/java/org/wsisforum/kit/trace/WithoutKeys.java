package org.wsisforum.kit.trace;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Takes the keys of links, and tokens, out of the lines of the log: parts of the server log whole addresses or headers when they
 * fail.
 */
@LoggingFilter(name = "without-keys")
public final class WithoutKeys implements Filter {

    private static final Pattern KEY = Pattern.compile("([?&]key=)[^&\\s\"']+|((?:Bearer|Link)\\s+)[\\w.~+/=-]{8,}");

    private static final ExtFormatter WORDS = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord line) {
            return formatMessage(line);
        }
    };

    @Override
    public boolean isLoggable(LogRecord record) {
        var line = ExtLogRecord.wrap(record);
        var words = WORDS.format(line);
        if (words != null) {
            var found = KEY.matcher(words);
            if (found.find()) {
                line.setMessage(
                        found.replaceAll(secret -> (secret.group(1) == null ? secret.group(2) : secret.group(1)) + "…"),
                        ExtLogRecord.FormatStyle.NO_FORMAT);
                line.setParameters(null);
            }
        }
        return true;
    }
}
