package org.wsisforum.kit.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.kit.problem.Problem.FieldError;

/** Says where in the request a broken rule lies: a pointer into the body, or the name of a parameter. */
final class ViolationPointers {

    private static final Set<Class<? extends Annotation>> OUTSIDE_THE_BODY = Set.of(
            RestQuery.class,
            RestPath.class,
            RestHeader.class,
            QueryParam.class,
            PathParam.class,
            HeaderParam.class,
            CookieParam.class);

    private ViolationPointers() {}

    static List<FieldError> of(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(ViolationPointers::of)
                .sorted(Comparator.comparing((FieldError error) -> String.valueOf(error.pointer()))
                        .thenComparing(error -> String.valueOf(error.parameter()))
                        .thenComparing(FieldError::code))
                .toList();
    }

    private static FieldError of(ConstraintViolation<?> violation) {
        var code = code(violation);
        var pointer = new StringBuilder();
        Class<?> container = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                var parameter = parameter(violation, node.getName());
                if (isOutsideTheBody(parameter)) {
                    return FieldError.of(node.getName(), code, violation.getMessage());
                }
                container = parameter.getType();
                continue;
            }
            if (container != null && isParameterOf(container, node.getName())) {
                return FieldError.of(node.getName(), code, violation.getMessage());
            }
            container = null;
            append(pointer, node);
        }
        return FieldError.at(pointer.toString(), code, violation.getMessage());
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(node.getKey());
        }
        // Elements of lists and maps are nodes without a field name of their own, such as "<list element>".
        if (node.getName() != null && !node.getName().startsWith("<")) {
            pointer.append('/').append(node.getName().replace("~", "~0").replace("/", "~1"));
        }
    }

    /** By name: a constraint on a parameter that points to a part of it makes a node without an index. */
    private static Parameter parameter(ConstraintViolation<?> violation, String name) {
        return Stream.of(method(violation).getParameters())
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No parameter " + name));
    }

    private static Method method(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().iterator().next().as(Path.MethodNode.class);
        var types = path.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                var method = type.getDeclaredMethod(path.getName(), types);
                if (Stream.of(method.getParameters()).allMatch(Parameter::isNamePresent)) {
                    return method;
                }
            } catch (NoSuchMethodException inherited) {
                // A generated subclass need not repeat the method, nor the names of its parameters.
            }
        }
        throw new IllegalStateException("No method " + path.getName() + " in " + violation.getRootBeanClass());
    }

    private static boolean isParameterOf(Class<?> container, String component) {
        return container.isRecord()
                && Stream.of(container.getDeclaredFields())
                        .filter(field -> field.getName().equals(component))
                        .anyMatch(ViolationPointers::isOutsideTheBody);
    }

    private static boolean isOutsideTheBody(AnnotatedElement element) {
        return OUTSIDE_THE_BODY.stream().anyMatch(element::isAnnotationPresent);
    }

    private static String code(ConstraintViolation<?> violation) {
        var name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
