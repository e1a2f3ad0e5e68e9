package org.wsisforum.awards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestIdentityAssociation;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may call what: every operation is tried by everybody. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class OperationsByRoleTest {

    private static final Set<String> EVERYBODY = Set.of("everybody");

    /** An operation of the service, a request that reaches it, and who may send it. */
    private enum Operation {
        LIST_PROBLEM_KINDS("listProblemKinds", "GET", "/awards/v1/problems", "", EVERYBODY),
        READ_CHANGES("readChanges", "GET", "/awards/v1/editions/2021/changes", "", EVERYBODY),
        LIST_EDITIONS("listAwardsEditions", "GET", "/awards/v1/editions", "", EVERYBODY),
        READ_EDITION("readAwardsEdition", "GET", "/awards/v1/editions/2021", "", EVERYBODY),
        LIST_CATEGORIES("listCategories", "GET", "/awards/v1/editions/2021/categories", "", EVERYBODY),
        READ_CATEGORY("readCategory", "GET", "/awards/v1/editions/2021/categories/10", "", EVERYBODY),
        PUT_CATEGORY(
                "putCategory",
                "PUT",
                "/awards/v1/editions/2021/categories/10",
                "awards:tally",
                Set.of(Role.AWARDS_MANAGER)),
        PATCH_CATEGORY(
                "patchCategory",
                "PATCH",
                "/awards/v1/editions/2021/categories/10",
                "awards:tally",
                Set.of(Role.AWARDS_MANAGER));

        private final String id;
        private final String method;
        private final String path;
        private final String scope;
        private final Set<String> allowed;

        Operation(String id, String method, String path, String scope, Set<String> allowed) {
            this.id = id;
            this.method = method;
            this.path = path;
            this.scope = scope;
            this.allowed = allowed;
        }

        /** Without a precondition, so that whoever gets past the door changes nothing. */
        Response send(RequestSpecification request) {
            var withBody =
                    switch (method) {
                        case "PUT" -> request.contentType("application/json").body("""
                        {"number":10,"actionLine":"C7-e-health","name":{"en":{"value":"E-health"}}}""");
                        case "PATCH" ->
                            request.contentType("application/merge-patch+json").body("{}");
                        default -> request;
                    };
            return withBody.request(method, path);
        }

        boolean isOpenTo(String who) {
            return allowed.equals(EVERYBODY) || allowed.contains(who);
        }

        int statusForThoseWhoMay() {
            return method.equals("GET") ? 200 : 428;
        }
    }

    @Inject
    TestIdentityAssociation signedIn;

    @AfterEach
    void sign_out() {
        signedIn.setTestIdentity(null);
    }

    @Test
    void the_table_is_complete() {
        var paths = new JsonPath(when().get("/awards/v1/openapi.json").asString())
                .<Map<String, Map<String, ?>>>get("paths");
        var described = paths.values().stream()
                .flatMap(path -> path.values().stream())
                .filter(operation -> operation instanceof Map<?, ?> o && o.containsKey("operationId"))
                .map(operation -> ((Map<?, ?>) operation).get("operationId").toString());
        assertThat(Stream.of(Operation.values()).map(o -> o.id))
                .containsExactlyInAnyOrderElementsOf(described.toList());
    }

    @Test
    void every_role_may_do_what_the_table_says_and_nothing_else() {
        var expected = new HashMap<String, Integer>();
        var answered = new HashMap<String, Integer>();
        for (var operation : Operation.values()) {
            for (var role : Role.OF_THE_REALM) {
                signIn(role, operation.scope);
                expected.put(role + " " + operation, operation.isOpenTo(role) ? operation.statusForThoseWhoMay() : 403);
                answered.put(role + " " + operation, operation.send(given()).statusCode());
            }
        }
        assertThat(answered).isEqualTo(expected);
    }

    @Test
    void without_the_scope_no_role_helps() {
        for (var operation : Operation.values()) {
            if (!operation.scope.isEmpty()) {
                signIn(operation.allowed.iterator().next(), "awards:submit");
                var answer = operation.send(given()).then().statusCode(403).extract();
                assertThat(answer.<String>path("code")).isEqualTo("insufficient-scope");
                assertThat(answer.header("WWW-Authenticate")).contains("scope=\"" + operation.scope + "\"");
            }
        }
    }

    @Test
    void whoever_does_not_sign_in_reads_what_is_public() {
        for (var operation : Operation.values()) {
            assertThat(operation.send(given()).statusCode())
                    .as(operation.name())
                    .isEqualTo(operation.isOpenTo("nobody") ? 200 : 401);
        }
    }

    @Test
    void the_link_of_a_letter_opens_nothing_here() {
        for (var operation : Operation.values()) {
            var holder =
                    given().header("Authorization", "Link " + LinkKey.random().secret());
            assertThat(operation.send(holder).statusCode())
                    .as(operation.name())
                    .isEqualTo(operation.isOpenTo(Role.LINK_HOLDER) ? 200 : 403);
        }
    }

    private void signIn(String role, String scope) {
        signedIn.setTestIdentity(identity(role, scope.isEmpty() ? List.of() : List.of(scope)));
    }

    private static SecurityIdentity identity(String role, List<String> scopes) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(role))
                .addRole(role);
        scopes.stream().map(s -> s.split(":")).forEach(s -> identity.addPermission(new StringPermission(s[0], s[1])));
        return identity.build();
    }
}
