package org.wsisforum.kit.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The main class of every service. */
@QuarkusMain
public final class ServiceMain {

    private ServiceMain() {}

    /** Looks at the environment, then starts the service. */
    public static void main(String[] arguments) {
        var properties = applicationProperties();
        var settings = new Settings(properties, System.getenv());
        var faults = LaunchMode.current().isDevOrTest() ? "" : String.join(" ", settings.faults());
        if (!faults.isEmpty()) {
            // The log is not configured yet, and this line must not drown in a stack.
            System.err.println(properties.getProperty("wsis.service") + "-service does not start: " + faults
                    + " Its application.properties says what each setting is.");
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    private static Properties applicationProperties() {
        var properties = new Properties();
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The service's application.properties cannot be read", e);
        }
        return properties;
    }
}
