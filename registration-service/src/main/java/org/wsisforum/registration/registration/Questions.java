package org.wsisforum.registration.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.resource.DisallowSchemaLoader;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.registration.edition.RegistrationRules;

/** What an edition asks besides what every edition asks, and whether answers are answers to it. */
@ApplicationScoped
class Questions {

    /** Nothing is read from elsewhere: what an edition's schema refers to stands in it. */
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();

    /** As {@link org.wsisforum.kit.text.PlainText}, which stands on fields alone. */
    private static final Pattern TEXT = Pattern.compile("[\\n\\t[^\\p{Cc}\\p{Cs}\\u202d\\u202e\\ufffe\\uffff]]*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final Map<Map<String, Object>, JsonSchema> schemas = new ConcurrentHashMap<>();

    @Inject
    ObjectMapper json;

    /**
     * What is wrong with the answers.
     *
     * @param complete whether something may be missing no longer
     */
    List<FieldError> faults(RegistrationRules rules, Map<String, Object> answers, boolean complete) {
        if (rules.questions() == null) {
            return answers == null || answers.isEmpty()
                    ? List.of()
                    : List.of(FieldError.at("/answers", "not-asked", "The edition asks nothing besides."));
        }
        if (answers == null && !complete) {
            return List.of();
        }
        JsonNode given = json.valueToTree(answers == null ? Map.of() : answers);
        var unfit = new ArrayList<FieldError>();
        collectUnfit(given, "/answers", unfit);
        if (!unfit.isEmpty()) {
            return unfit;
        }
        var schema = schemas.computeIfAbsent(
                rules.questions(), asked -> SCHEMAS.getSchema(json.<JsonNode>valueToTree(asked), CONFIG));
        return schema.validate(given).stream()
                .filter(message -> complete || !message.getType().equals("required"))
                .map(message -> FieldError.at(
                        "/answers" + message.getInstanceLocation()
                                + (message.getProperty() == null ? "" : "/" + escaped(message.getProperty())),
                        message.getType(),
                        message.getError()))
                .sorted(java.util.Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
    }

    /** What a schema says nothing of: texts are held to what all texts are held to. */
    private static void collectUnfit(JsonNode node, String at, List<FieldError> unfit) {
        if (node.isTextual() && !TEXT.matcher(node.textValue()).matches()) {
            unfit.add(FieldError.at(at, "text", "Without control characters and directional overrides."));
        }
        for (var field : node.properties()) {
            if (!NAME.matcher(field.getKey()).matches()) {
                unfit.add(FieldError.at(at, "name", "Names of answers are letters, digits, - and _."));
            } else {
                collectUnfit(field.getValue(), at + "/" + field.getKey(), unfit);
            }
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            collectUnfit(node.get(i), at + "/" + i, unfit);
        }
    }

    private static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }
}
