package org.wsisforum.awards.category;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.wsisforum.kit.reference.ActionLine;

/** The input names one of the 18 columns of Action Lines, however it is spelt. */
@Constraint(validatedBy = KnownActionLine.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@interface KnownActionLine {
    String message() default "One of C1 to C6, C8 to C11, or a field of C7 such as C7-e-health.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the code list. */
    class Validator implements ConstraintValidator<KnownActionLine, String> {
        @Override
        public boolean isValid(String input, ConstraintValidatorContext context) {
            return input == null || ActionLine.of(input).isPresent();
        }
    }
}
