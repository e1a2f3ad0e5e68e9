package org.wsisforum.kit.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A name, a place or the like: one line in any script, held to what the words of a {@link Text} are held to. */
@Pattern(regexp = "[^\\p{Cc}\\u202d\\u202e\\u2028\\u2029\\ufffe\\uffff]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
public @interface OneLine {
    String message() default "One line, without control characters and directional overrides.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The form in which such a line is kept, however it was typed; that of {@link Words}. */
    final class Kept {

        private Kept() {}

        /** Unicode NFC without space around it; null for what is empty. */
        public static String of(String typed) {
            return typed == null || typed.isBlank()
                    ? null
                    : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        }
    }
}
