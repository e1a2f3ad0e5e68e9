package org.wsisforum.kit.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** No language of the text has more characters (Unicode code points) than this. */
@Constraint(validatedBy = TextSize.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.TYPE_USE
})
public @interface TextSize {
    /** The most code points in any one language. */
    int max();

    String message() default "At most {max} characters in each language.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts code points, so that a text is not longer in one script than in another. */
    class Validator implements ConstraintValidator<TextSize, Text> {

        private int max;

        @Override
        public void initialize(TextSize annotation) {
            max = annotation.max();
        }

        @Override
        public boolean isValid(Text text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var tooLong = text.words().entrySet().stream()
                    .filter(e -> e.getValue() != null && e.getValue().value() != null)
                    .filter(e -> e.getValue()
                                    .value()
                                    .codePointCount(0, e.getValue().value().length())
                            > max)
                    .map(e -> e.getKey().tag())
                    .toList();
            if (!tooLong.isEmpty()) {
                context.disableDefaultConstraintViolation();
            }
            for (var language : tooLong) {
                context.buildConstraintViolationWithTemplate("At most " + max + " characters.")
                        .addPropertyNode(language)
                        .addPropertyNode("value")
                        .addConstraintViolation();
            }
            return tooLong.isEmpty();
        }
    }
}
