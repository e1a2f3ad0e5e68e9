package org.wsisforum.kit.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** Each language of a text is one of the Forum's and has words, and the words hold nothing invisible that changes how they read. */
@Constraint(validatedBy = WellFormedText.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WellFormedText {
    String message() default "Each language has words, without control characters and directional overrides.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks each language apart, so that the answer can point to the one at fault. */
    class Validator implements ConstraintValidator<WellFormedText, Text> {

        /** Control characters but line feed and tab, and U+202D, U+202E: the directional overrides. */
        private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202d\\u202e\\ufffe\\uffff]");

        @Override
        public boolean isValid(Text text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            for (var tag : text.foreign()) {
                context.buildConstraintViolationWithTemplate(
                                "No language of the Forum. They are ar, zh, en, fr, ru and es; an edition may have fewer.")
                        .addPropertyNode(tag)
                        .addConstraintViolation();
            }
            if (!text.foreign().isEmpty()) {
                return false;
            }
            if (text.words().isEmpty()) {
                context.buildConstraintViolationWithTemplate("At least one language is needed.")
                        .addConstraintViolation();
                return false;
            }
            var valid = true;
            for (var entry : text.words().entrySet()) {
                var value = entry.getValue() == null ? null : entry.getValue().value();
                var fault = value == null || value.isBlank()
                        ? "A language that is named has words."
                        : UNFIT.matcher(value).find()
                                ? "Control characters and directional overrides are not taken."
                                : null;
                if (fault != null) {
                    valid = false;
                    context.buildConstraintViolationWithTemplate(fault)
                            .addPropertyNode(entry.getKey().tag())
                            .addPropertyNode("value")
                            .addConstraintViolation();
                }
            }
            return valid;
        }
    }
}
