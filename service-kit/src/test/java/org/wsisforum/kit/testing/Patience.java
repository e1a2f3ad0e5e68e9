package org.wsisforum.kit.testing;

import java.time.Duration;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import org.awaitility.Awaitility;

/** What is bound to happen is awaited for longer than usual: a machine that builds other things as well is slow, not wrong. */
public class Patience implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> test) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }
}
