package org.wsisforum.kit.openapi;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeEvent;
import org.wsisforum.kit.changes.ChangeType;

/** Describes what a subscriber is sent: one webhook for each kind of change that everybody may read, and for no other. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WebhookFilter implements OASFilter {

    private static final String TAG = "Webhooks";
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String CHANGE = "Change";
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final IndexView index;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Quarkus hands over the index of the service's classes. */
    public WebhookFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var types = IndexedEnums.constants(index, ChangeType.class)
                .filter(type -> type.audiences().contains(Audience.PUBLIC))
                .sorted(Comparator.comparing(ChangeType::what))
                .toList();
        if (types.isEmpty()) {
            return;
        }
        if (api.getComponents() == null
                || api.getComponents().getSchemas() == null
                || !api.getComponents().getSchemas().containsKey(CHANGE)) {
            throw new IllegalStateException("Webhooks refer to the schema " + CHANGE + ", which the document has not.");
        }
        var service = ConfigProvider.getConfig().getValue("wsis.service", String.class);
        api.addTag(OASFactory.createTag()
                .name(TAG)
                .description("What this service sends to those who subscribed to its public changes: the same"
                        + " events as in the feed, each in a request of its own."));
        types.forEach(type -> api.addWebhook(type.what(), webhook(service, type)));
    }

    private PathItem webhook(String service, ChangeType type) {
        var body = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(CHANGE))
                .example(json.convertValue(ChangeEvent.example(service, type), FIELDS));
        return OASFactory.createPathItem()
                .POST(OASFactory.createOperation()
                        .operationId(operationId(type))
                        .summary(type.meaning())
                        .description(
                                "Names what changed, not what it is now: read the `subject` again. Events come in the order"
                                        + " of the feed, one at a time; one that comes again has the same `webhook-id`.")
                        .addTag(TAG)
                        .addParameter(header(
                                "webhook-id",
                                "Names the message: the same on every retry, so that one that was taken can be told.",
                                string(),
                                "0190b0a2-5c7a-7000-8000-0000000000c1"))
                        .addParameter(header(
                                "webhook-timestamp",
                                "When this attempt was made, in Unix seconds; what is old may be a replay.",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .format("int64"),
                                BigInteger.valueOf(1_614_589_200L)))
                        .addParameter(header(
                                "webhook-signature",
                                "`v1,` and the base64 of an HMAC-SHA256 over id, timestamp and body with a full stop between"
                                        + " (Standard Webhooks); once for each secret that is valid, with a space between. One"
                                        + " that fits is enough.",
                                string(),
                                "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="))
                        .requestBody(OASFactory.createRequestBody()
                                .description("The change.")
                                .required(true)
                                .content(OASFactory.createContent().addMediaType(CLOUD_EVENT, body)))
                        .responses(OASFactory.createAPIResponses()
                                .addAPIResponse(
                                        "2XX", OASFactory.createAPIResponse().description("Taken"))
                                .addAPIResponse(
                                        "410",
                                        OASFactory.createAPIResponse()
                                                .description("Wants no more: ends the subscription"))
                                .addAPIResponse(
                                        "default",
                                        OASFactory.createAPIResponse()
                                                .description("Not taken: comes again, not before `Retry-After`"))));
    }

    /** {@code onSessionMoved}: generators make the name of a method of it, and no operation of a service begins so. */
    private static String operationId(ChangeType type) {
        return Arrays.stream(type.what().split("[.-]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "on", ""));
    }

    private static Parameter header(String name, String description, Schema schema, Object example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(schema)
                .example(example);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
