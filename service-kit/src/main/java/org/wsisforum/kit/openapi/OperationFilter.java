package org.wsisforum.kit.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Produces;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.idempotency.IdempotencyProblem;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.PagingProblem;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem;
import org.wsisforum.kit.problem.ProblemType;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextProblem;

/** Completes the description of each operation from what its method says of itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationFilter implements OASFilter {

    private static final String TOKEN = "token";
    private static final String LINK = "link";
    private static final DotName ANSWER = DotName.createSimple(RestResponse.class);
    private static final DotName TEXT = DotName.createSimple(Text.class);

    private final IndexView index;

    /** Quarkus hands over the index of the service's classes. */
    public OperationFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var problems = problems();
        var methods = methods();
        addSecuritySchemes(api);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> Optional.ofNullable(methods.get(operation.getOperationId()))
                        .ifPresentOrElse(java -> complete(operation, method, path, java, problems), () -> {
                            throw new IllegalStateException(
                                    method + " " + path + " has no @Operation with an operationId.");
                        })));
        removeCircles(api);
    }

    /** A class of the JDK that is described in place leaves a schema behind which is nothing but a reference to itself. */
    private static void removeCircles(OpenAPI api) {
        var schemas = api.getComponents() == null ? null : api.getComponents().getSchemas();
        if (schemas != null) {
            List.copyOf(schemas.keySet()).stream()
                    .filter(name -> ("#/components/schemas/" + name)
                            .equals(schemas.get(name).getRef()))
                    .forEach(api.getComponents()::removeSchema);
        }
    }

    private void complete(
            org.eclipse.microprofile.openapi.models.Operation operation,
            PathItem.HttpMethod method,
            String path,
            MethodInfo java,
            Map<String, ProblemType> problems) {
        requireForm(operation, java);
        var codes = new LinkedHashSet<String>();
        values(java, Fails.class).forEach(codes::add);
        secure(operation, java, codes);
        if (path.contains("{")) {
            codes.add(RequestProblem.NOT_FOUND.code());
        }
        if (operation.getRequestBody() != null) {
            add(
                    codes,
                    RequestProblem.MALFORMED_REQUEST,
                    RequestProblem.CONTENT_TOO_LARGE,
                    RequestProblem.UNSUPPORTED_MEDIA_TYPE,
                    RequestProblem.VALIDATION_FAILED);
        }
        if (java.hasAnnotation(Idempotent.class)) {
            operation.addParameter(header(
                    Idempotent.HEADER,
                    true,
                    "A fresh UUID for each new request; the same one when a request is sent again. Kept for 24 hours.",
                    "\"5f7a3c1e-5ad5-4b7e-9f52-6d1f0a4b8a11\""));
            for (var problem : IdempotencyProblem.values()) {
                codes.add(problem.code());
            }
        }
        if (codes.contains(ConditionalProblem.STALE_VERSION.code())) {
            codes.add(ConditionalProblem.PRECONDITION_REQUIRED.code());
            var mayCreate = codes.contains(ConditionalProblem.ALREADY_EXISTS.code());
            operation.addParameter(header(
                    "If-Match",
                    !mayCreate,
                    "The ETag with which the thing was read (RFC 9110, 13.1.1).",
                    "\"v3-kq2Zb1\""));
            if (mayCreate) {
                operation.addParameter(header(
                        "If-None-Match",
                        false,
                        "`*` to create, and to leave alone what is there (RFC 9110, 13.1.2).",
                        "*"));
            }
        }
        if (method == PathItem.HttpMethod.GET) {
            completeRead(operation, java, codes);
        } else {
            // Any two changes can stand in each other's way.
            add(codes, RequestProblem.CONFLICT);
        }
        add(codes, RequestProblem.INTERNAL_ERROR, RequestProblem.SERVICE_UNAVAILABLE);
        addProblems(operation, codes, problems);
    }

    /**
     * Quarkus takes an answer for JSON without being told only where its class is one of the service's own. With a class of the
     * kit, such as a page, the form would be open until it is written: no ETag, no language, and a Java toString for browsers.
     */
    private static void requireForm(org.eclipse.microprofile.openapi.models.Operation operation, MethodInfo java) {
        var type = java.returnType();
        var answer = type.name().equals(ANSWER) && type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments().getFirst()
                : type;
        if (answer.name().toString().startsWith("org.wsisforum.kit.")
                && !java.hasAnnotation(Produces.class)
                && !java.declaringClass().hasDeclaredAnnotation(Produces.class)) {
            throw new IllegalStateException(operation.getOperationId() + " answers " + answer.name()
                    + " and does not say in which form: it needs @Produces(MediaType.APPLICATION_JSON).");
        }
    }

    private void completeRead(
            org.eclipse.microprofile.openapi.models.Operation operation, MethodInfo java, Set<String> codes) {
        var parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
        if (parameters.stream().anyMatch(p -> p.getIn() == Parameter.In.QUERY)) {
            add(codes, RequestProblem.MALFORMED_REQUEST, RequestProblem.VALIDATION_FAILED);
        }
        if (holdsText(java.returnType(), new HashSet<>())) {
            codes.add(TextProblem.LANGUAGE_NOT_AVAILABLE.code());
            if (parameters.stream().noneMatch(p -> "lang".equals(p.getName()))) {
                operation.addParameter(OASFactory.createParameter()
                        .name("lang")
                        .in(Parameter.In.QUERY)
                        .description(
                                "One language for all texts: ar, zh, en, fr, ru or es. Texts are plain strings then,"
                                        + " `Content-Language` says in which languages, and `fallbacks` lists the fields that were"
                                        + " not to be had in it. `*`, or nothing here and in `Accept-Language`: all languages.")
                        .schema(string())
                        .example("fr"));
            }
        }
        if (parameters.stream().anyMatch(p -> "cursor".equals(p.getName()))) {
            codes.add(PagingProblem.CURSOR_NOT_VALID.code());
        }
        if (!operation.getResponses().hasAPIResponse("304")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("Nothing changed since the `ETag` that was sent in `If-None-Match`."));
        }
    }

    private void secure(
            org.eclipse.microprofile.openapi.models.Operation operation, MethodInfo java, Set<String> codes) {
        var open = java.hasAnnotation(PermitAll.class);
        var roles = values(java, RolesAllowed.class).stream()
                .flatMap(role -> role.equals(Role.PERSON) ? Role.OF_PEOPLE.stream() : Stream.of(role))
                .toList();
        var scopes = values(java, RequiresScope.class);
        operation.setSecurity(null);
        if (open) {
            // Nothing is needed, a token may show more.
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(TOKEN));
            return;
        }
        if (roles.stream().anyMatch(role -> !role.equals(Role.LINK_HOLDER))) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(TOKEN, scopes));
        }
        if (roles.contains(Role.LINK_HOLDER)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(LINK));
            codes.add(AccessProblem.LINK_NOT_VALID.code());
        }
        operation.addExtension("x-roles", roles);
        var who = "**Who may:** " + String.join(", ", roles)
                + (scopes.isEmpty() ? "." : ", with the scope " + String.join(", ", scopes) + ".");
        operation.setDescription(operation.getDescription() == null ? who : operation.getDescription() + "\n\n" + who);
        add(codes, RequestProblem.UNAUTHENTICATED, RequestProblem.FORBIDDEN);
        if (!scopes.isEmpty()) {
            codes.add(AccessProblem.INSUFFICIENT_SCOPE.code());
        }
    }

    private static void addProblems(
            org.eclipse.microprofile.openapi.models.Operation operation,
            Set<String> codes,
            Map<String, ProblemType> problems) {
        var byStatus = codes.stream()
                .map(code -> Optional.ofNullable(problems.get(code))
                        .orElseThrow(() -> new IllegalStateException(
                                operation.getOperationId() + " names the problem " + code + ", which no enum has.")))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, types) -> {
            var media = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
            types.forEach(type -> media.addExample(
                    type.code(),
                    OASFactory.createExample()
                            .summary(type.title())
                            .value(Map.of(
                                    "type", "/problems/" + type.code(),
                                    "title", type.title(),
                                    "status", type.status(),
                                    "code", type.code()))));
            operation
                    .getResponses()
                    .addAPIResponse(
                            String.valueOf(status),
                            OASFactory.createAPIResponse()
                                    .description(types.stream()
                                            .map(type -> "`" + type.code() + "`: " + type.title())
                                            .collect(Collectors.joining(" ")))
                                    .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media)));
        });
    }

    private static void addSecuritySchemes(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the Forum's realm (OAuth 2.0, OpenID Connect)."))
                .addSecurityScheme(
                        LINK,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("Link")
                                .description(
                                        "The key of a link from a letter: `Authorization: Link KEY`, or `?key=KEY`."));
        api.getComponents()
                .addSchema(
                        "Problem",
                        Optional.ofNullable(api.getComponents().getSchemas())
                                .map(s -> s.get("Problem"))
                                .orElseGet(OperationFilter::problemSchema));
    }

    private static Schema problemSchema() {
        var error = object("One field of the body, or one parameter, that is at fault.")
                .addProperty("pointer", string("JSON Pointer (RFC 6901) into the body that was sent."))
                .addProperty("parameter", string("Name of the parameter, where no body field is meant."))
                .addProperty("code", string("Stable code of the rule that was broken."))
                .addProperty("detail", string("The rule in words."));
        return object("What went wrong, in the form of RFC 9457.")
                .addProperty(
                        "type",
                        string("Address of the kind of problem; a page explains it.")
                                .format("uri"))
                .addProperty("title", string("The kind of problem in one sentence."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status, repeated."))
                .addProperty("detail", string("What happened this time."))
                .addProperty("instance", string("The path that was called."))
                .addProperty("code", string("Stable code for programs."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The fields or parameters at fault.")
                                .items(error))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code");
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema string(String description) {
        return string().description(description);
    }

    private static Parameter header(String name, boolean required, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(required)
                .description(description)
                .schema(string())
                .example(example);
    }

    private static void add(Set<String> codes, ProblemType... types) {
        Stream.of(types).map(ProblemType::code).forEach(codes::add);
    }

    /** What the annotation of the method says, or that of its class. */
    private static List<String> values(MethodInfo method, Class<?> annotation) {
        var name = DotName.createSimple(annotation);
        var instance = method.hasAnnotation(name)
                ? method.annotation(name)
                : method.declaringClass().declaredAnnotation(name);
        if (instance == null) {
            return List.of();
        }
        var value = instance.value();
        return value.kind() == org.jboss.jandex.AnnotationValue.Kind.ARRAY
                ? Arrays.asList(value.asStringArray())
                : List.of(value.asString());
    }

    private Map<String, MethodInfo> methods() {
        return index.getAnnotations(Operation.class).stream()
                .filter(a -> a.value("operationId") != null)
                .collect(Collectors.toMap(
                        a -> a.value("operationId").asString(),
                        a -> a.target().asMethod(),
                        // A class may stand in more than one of the indexes that Quarkus puts together.
                        (a, again) -> a));
    }

    /** All refusals of the service. */
    private Map<String, ProblemType> problems() {
        return IndexedEnums.constants(index, ProblemType.class)
                .collect(Collectors.toMap(ProblemType::code, Function.identity(), (a, b) -> {
                    throw new IllegalStateException("Two problems have the code " + a.code() + ".");
                }));
    }

    private boolean holdsText(Type type, Set<DotName> seen) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.asParameterizedType().arguments().stream().anyMatch(t -> holdsText(t, seen))) {
            return true;
        }
        if (type.name().equals(TEXT)) {
            return true;
        }
        var info = index.getClassByName(type.name());
        if (info == null || !info.isRecord() || !seen.add(type.name())) {
            return false;
        }
        var fields = new ArrayList<Type>();
        info.fields().forEach(field -> fields.add(field.type()));
        return fields.stream().anyMatch(field -> holdsText(field, seen));
    }
}
