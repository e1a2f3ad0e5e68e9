package org.wsisforum.kit.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The codes of the feature's own problems that an operation can answer; the build refuses codes that do not exist. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fails {
    /** Codes of problem types, for example {@code slot-taken}. */
    String[] value();
}
