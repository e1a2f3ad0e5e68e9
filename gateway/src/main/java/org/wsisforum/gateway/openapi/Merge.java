package org.wsisforum.gateway.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Unites OpenAPI documents into one.
 *
 * <p>Components that are equal in all parts that have them, with all that they refer to, are shared. Those that differ get
 * the name of their part in front ({@code agenda.Session}), and every reference follows. The same holds for operation ids
 * and webhooks that more than one part has. Tags always carry their part's name. Paths, webhooks and components are sorted, so
 * that the same parts give the same bytes.
 */
final class Merge {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final SequencedMap<String, ObjectNode> parts;
    private final Map<Component, Set<String>> owners = new HashMap<>();
    private final Set<Component> differing;
    private final Set<String> repeatedOperations;
    private final Set<String> repeatedWebhooks;

    private Merge(SequencedMap<String, ObjectNode> parts) {
        this.parts = parts;
        parts.forEach((part, document) -> components(document)
                .forEach(component ->
                        owners.computeIfAbsent(component, c -> new TreeSet<>()).add(part)));
        this.differing = differing();
        this.repeatedOperations = repeated(parts.values().stream()
                .flatMap(document -> pathItems(document).stream())
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.path("operationId").asText(null))
                .filter(Objects::nonNull));
        this.repeatedWebhooks = repeated(parts.values().stream()
                .flatMap(document -> document.path("webhooks").properties().stream())
                .map(Map.Entry::getKey));
    }

    /**
     * Unites the parts.
     *
     * @param frame what is said about the whole: {@code openapi}, {@code info}, {@code servers}
     * @param parts the documents by the name of their part, in the order in which their tags are shown
     */
    static ObjectNode of(ObjectNode frame, SequencedMap<String, ObjectNode> parts) {
        return new Merge(parts).into(frame.deepCopy());
    }

    private ObjectNode into(ObjectNode whole) {
        var tags = whole.putArray("tags");
        var paths = new TreeMap<String, JsonNode>();
        var webhooks = new TreeMap<String, JsonNode>();
        var components = new TreeMap<String, TreeMap<String, JsonNode>>();
        parts.forEach((part, document) -> {
            var rewritten = new Part(part, document).rewritten();
            rewritten.path("tags").forEach(tags::add);
            rewritten.path("paths").properties().forEach(path -> paths.putIfAbsent(path.getKey(), path.getValue()));
            rewritten
                    .path("webhooks")
                    .properties()
                    .forEach(hook -> webhooks.put(
                            repeatedWebhooks.contains(hook.getKey()) ? part + "." + hook.getKey() : hook.getKey(),
                            hook.getValue()));
            rewritten.path("components").properties().forEach(section -> section.getValue()
                    .properties()
                    .forEach(component -> components
                            .computeIfAbsent(section.getKey(), s -> new TreeMap<>())
                            .putIfAbsent(component.getKey(), component.getValue())));
        });
        whole.set("paths", object(paths));
        if (!webhooks.isEmpty()) {
            whole.set("webhooks", object(webhooks));
        }
        var sections = whole.putObject("components");
        components.forEach((section, entries) -> sections.set(section, object(entries)));
        return whole;
    }

    private static ObjectNode object(Map<String, JsonNode> fields) {
        var object = JsonNodeFactory.instance.objectNode();
        object.setAll(fields);
        return object;
    }

    /** Something that can be referred to: {@code #/components/section/name}. */
    private record Component(String section, String name) {

        /** Reads a reference; empty when it leads elsewhere. */
        static Optional<Component> of(String reference) {
            var steps = reference.split("/", 5);
            return reference.startsWith("#/components/") && steps.length >= 4
                    ? Optional.of(
                            new Component(steps[2], steps[3].replace("~1", "/").replace("~0", "~")))
                    : Optional.empty();
        }

        JsonNode in(ObjectNode document) {
            return document.path("components").path(section).path(name);
        }
    }

    private static Set<Component> components(ObjectNode document) {
        return document.path("components").properties().stream()
                .flatMap(section -> section.getValue().properties().stream()
                        .map(component -> new Component(section.getKey(), component.getKey())))
                .collect(Collectors.toSet());
    }

    /** Names that stand for different things in different parts, directly or by what they refer to. */
    private Set<Component> differing() {
        var shared = owners.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var found = shared.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .map(part -> entry.getKey().in(parts.get(part)))
                                .distinct()
                                .count()
                        > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        // Equal text that refers to something that differs is not equal; that spreads until nothing is added.
        boolean spread;
        do {
            spread = shared.entrySet().stream()
                    .filter(entry -> !found.contains(entry.getKey()))
                    .filter(entry -> entry.getValue().stream()
                            .flatMap(part -> references(entry.getKey().in(parts.get(part))))
                            .anyMatch(found::contains))
                    .map(Map.Entry::getKey)
                    .toList()
                    .stream()
                    .map(found::add)
                    .reduce(false, Boolean::logicalOr);
        } while (spread);
        return found;
    }

    private static Stream<Component> references(JsonNode node) {
        var found = new HashSet<Component>();
        new Walk() {
            @Override
            String reference(String reference) {
                Component.of(reference).ifPresent(found::add);
                return reference;
            }

            @Override
            String mapping(String target) {
                Component.of(target)
                        .or(() -> Optional.of(new Component("schemas", target)))
                        .ifPresent(found::add);
                return target;
            }
        }.keywords(node);
        return found.stream();
    }

    /** What has operations: paths, and webhooks, whose operation ids and tags are names like all others. */
    private static List<JsonNode> pathItems(ObjectNode document) {
        return Stream.of("paths", "webhooks")
                .flatMap(section -> document.path(section).valueStream())
                .toList();
    }

    private static Set<String> repeated(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** One part on its way into the whole. */
    private final class Part extends Walk {

        private final String name;
        private final ObjectNode document;

        Part(String name, ObjectNode document) {
            this.name = name;
            this.document = document;
        }

        ObjectNode rewritten() {
            var result = (ObjectNode) keywords(document);
            renameComponents(result);
            var tags = result.putArray("tags");
            var described = new HashSet<String>();
            for (var tag : document.path("tags")) {
                var renamed = ((ObjectNode) tag)
                        .deepCopy()
                        .put("name", tag(tag.path("name").asText()));
                if (described.add(renamed.path("name").asText())) {
                    tags.add(renamed);
                }
            }
            for (var item : pathItems(result)) {
                for (var operation : item.properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        complete((ObjectNode) operation.getValue(), result.get("security"));
                        operation.getValue().path("tags").forEach(tag -> {
                            if (described.add(tag.asText())) {
                                tags.addObject().put("name", tag.asText());
                            }
                        });
                    }
                }
            }
            return result;
        }

        /** What an operation took from its own document it must now say itself. */
        private void complete(ObjectNode operation, JsonNode security) {
            if (security != null && !operation.has("security")) {
                operation.set("security", security.deepCopy());
            }
            var own = operation.path("tags").valueStream().map(JsonNode::asText).toList();
            var tags = operation.putArray("tags");
            (own.isEmpty() ? List.of(name) : own.stream().map(this::tag).toList()).forEach(tags::add);
        }

        private String tag(String tag) {
            return tag.equalsIgnoreCase(name) ? name : name + ": " + tag;
        }

        private void renameComponents(ObjectNode result) {
            for (var section : result.path("components").properties()) {
                var renamed = JsonNodeFactory.instance.objectNode();
                section.getValue()
                        .properties()
                        .forEach(entry -> renamed.set(
                                renamed(new Component(section.getKey(), entry.getKey())), entry.getValue()));
                section.setValue(renamed);
            }
        }

        private String renamed(Component component) {
            if (!differing.contains(component) || component.in(document).isMissingNode()) {
                return component.name();
            }
            var candidate = name + "." + component.name();
            while (owners.containsKey(new Component(component.section(), candidate))) {
                candidate += "_";
            }
            return candidate;
        }

        @Override
        String reference(String reference) {
            return Component.of(reference)
                    .filter(differing::contains)
                    .map(component -> {
                        var steps = reference.split("/", 5);
                        var rest = steps.length == 5 ? "/" + steps[4] : "";
                        var name = renamed(component).replace("~", "~0").replace("/", "~1");
                        return "#/components/" + component.section() + "/" + name + rest;
                    })
                    .orElse(reference);
        }

        @Override
        String mapping(String target) {
            if (Component.of(target).isPresent()) {
                return reference(target);
            }
            return renamed(new Component("schemas", target));
        }

        @Override
        String securityScheme(String scheme) {
            return renamed(new Component("securitySchemes", scheme));
        }

        @Override
        String operationId(String id) {
            return repeatedOperations.contains(id) ? name + "." + id : id;
        }
    }

    /**
     * Copies a document and lets every name that refers to something be replaced. Knows where a field is a keyword of OpenAPI
     * and where it is a name that somebody chose, and leaves alone what is data: examples, defaults, constants, extensions.
     */
    private abstract static class Walk {

        /** Keywords under which the fields are names and the values are objects with keywords. */
        private static final Set<String> NAMED = Set.of(
                "paths",
                "webhooks",
                "schemas",
                "responses",
                "requestBodies",
                "headers",
                "securitySchemes",
                "links",
                "callbacks",
                "pathItems",
                "content",
                "encoding",
                "variables",
                "properties",
                "patternProperties",
                "dependentSchemas",
                "$defs",
                "definitions");

        /** Keywords that are names of objects, or lists, or data, depending on what they hold. */
        private static final Set<String> DATA = Set.of("example", "default", "const", "enum", "value");

        abstract String reference(String reference);

        abstract String mapping(String target);

        String securityScheme(String scheme) {
            return scheme;
        }

        String operationId(String id) {
            return id;
        }

        /** Copies a node whose fields are keywords. */
        JsonNode keywords(JsonNode node) {
            if (node.isArray()) {
                var copy = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> copy.add(keywords(element)));
                return copy;
            }
            if (!node.isObject()) {
                return node;
            }
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), keyword(field.getKey(), field.getValue())));
            return copy;
        }

        private JsonNode keyword(String name, JsonNode value) {
            if (name.startsWith("x-") || DATA.contains(name)) {
                return value.deepCopy();
            }
            if (value.isTextual()) {
                return switch (name) {
                    case "$ref" -> text(reference(value.asText()));
                    case "operationId" -> text(operationId(value.asText()));
                    default -> value;
                };
            }
            return switch (name) {
                // In a schema a list of data; elsewhere objects by name, of which only the value is data.
                case "examples" -> value.isObject() ? named(value) : value.deepCopy();
                // In components objects by name; in an operation a list; in a link data by name.
                case "parameters" -> value.isObject() ? named(value) : keywords(value);
                case "mapping" -> mappings(value);
                case "security" -> requirements(value);
                default -> NAMED.contains(name) ? named(value) : keywords(value);
            };
        }

        private JsonNode named(JsonNode value) {
            if (!value.isObject()) {
                return keywords(value);
            }
            var copy = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> copy.set(field.getKey(), keywords(field.getValue())));
            return copy;
        }

        private JsonNode mappings(JsonNode value) {
            var copy = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field ->
                            copy.put(field.getKey(), mapping(field.getValue().asText())));
            return copy;
        }

        private JsonNode requirements(JsonNode value) {
            var copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(alternative -> {
                var requirement = copy.addObject();
                alternative
                        .properties()
                        .forEach(field -> requirement.set(securityScheme(field.getKey()), field.getValue()));
            });
            return copy;
        }

        private static JsonNode text(String value) {
            return JsonNodeFactory.instance.textNode(value);
        }
    }
}
