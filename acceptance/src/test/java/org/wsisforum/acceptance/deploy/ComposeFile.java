package org.wsisforum.acceptance.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml} as it stands in the checkout. */
final class ComposeFile {

    static final Path CHECKOUT = Path.of(System.getProperty("wsis.checkout"));

    /** {@code ${NAME}}, {@code ${NAME:-default}} or {@code ${NAME:?what it is}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    private final String text;
    private final Map<String, Object> root;

    private ComposeFile(String text) {
        this.text = text;
        this.root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    static ComposeFile read() {
        return new ComposeFile(textOf("docker-compose.yml"));
    }

    static String textOf(String file) {
        try {
            return Files.readString(CHECKOUT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A variable of the environment, as one place of the file asks for it. */
    record Variable(String name, String operator, String operand) {
        boolean isRequired() {
            return "?".equals(operator) && !operand.isBlank();
        }

        boolean isSecret() {
            return isSecretName(name);
        }
    }

    static boolean isSecretName(String name) {
        return name.matches("(.*_)?(PASSWORD|SECRET|KEY|TOKEN)");
    }

    /** Everything in the file's own words that asks for a variable. */
    List<Variable> variables() {
        return variables(text);
    }

    static List<Variable> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(m -> new Variable(m.group(1), m.group(2), m.group(3)))
                .toList();
    }

    String text() {
        return text;
    }

    Map<String, Service> services() {
        var services = new TreeMap<String, Service>();
        at(root, "services").forEach((name, service) -> services.put(name, new Service(name, map(service))));
        return services;
    }

    Map<String, Object> volumes() {
        return at(root, "volumes");
    }

    /** One service of the file. */
    record Service(String name, Map<String, Object> node) {

        String image() {
            return (String) node.get("image");
        }

        /** The module whose program the image holds; null for images of others. */
        String module() {
            return (String) at(node, "build", "args").get("SERVICE");
        }

        /** As written, with its variables. */
        Map<String, String> environment() {
            var environment = new TreeMap<String, String>();
            at(node, "environment").forEach((key, value) -> environment.put(key, String.valueOf(value)));
            return environment;
        }

        /** As the container sees it; the values of variables are asked of the given environment, as compose does. */
        Map<String, String> environment(Map<String, String> given) {
            var environment = environment();
            environment.replaceAll((key, value) -> interpolate(value, given));
            return environment;
        }

        /** The services that this one waits for, with the condition. */
        Map<String, String> dependsOn() {
            var conditions = new TreeMap<String, String>();
            at(node, "depends_on")
                    .forEach((other, how) -> conditions.put(other, String.valueOf(map(how).get("condition"))));
            return conditions;
        }

        List<String> list(String key) {
            var list = new ArrayList<String>();
            if (node.get(key) instanceof List<?> entries) {
                entries.forEach(entry -> list.add(entry.toString()));
            }
            return list;
        }
    }

    static String interpolate(String value, Map<String, String> given) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            var set = given.getOrDefault(found.group(1), "");
            if (!set.isEmpty()) {
                return Matcher.quoteReplacement(set);
            }
            if ("-".equals(found.group(2))) {
                return Matcher.quoteReplacement(found.group(3));
            }
            throw new IllegalArgumentException("required variable " + found.group(1) + " is missing a value");
        });
    }

    /** The map at a path of keys; empty where there is none. */
    static Map<String, Object> at(Map<String, Object> from, String... keys) {
        var here = from;
        for (var key : keys) {
            here = map(here.get(key));
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The arguments of the image's ENTRYPOINT, one a quoted string. */
    static List<String> entrypoint() {
        var text = textOf("deploy/Dockerfile").replace("\\\n", "");
        var line = Stream.of(text.split("\n"))
                .filter(l -> l.startsWith("ENTRYPOINT"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(line)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
