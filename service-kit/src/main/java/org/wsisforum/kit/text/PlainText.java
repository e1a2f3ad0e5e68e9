package org.wsisforum.kit.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A reason, a message or the like: lines in any script, held to what the words of a {@link Text} are held to. */
@Pattern(regexp = "[\\n\\t[^\\p{Cc}\\u202d\\u202e\\ufffe\\uffff]]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
public @interface PlainText {
    String message() default "Text, without control characters and directional overrides.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
