package org.wsisforum.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RealmTest {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> HUMAN_ROLES = List.of(
            "participant",
            "focal-point",
            "secretariat",
            "accreditation-officer",
            "programme-manager",
            "session-organizer",
            "consultation-reviewer",
            "expert",
            "awards-manager",
            "check-in",
            "analyst",
            "privacy-officer");
    private static final List<String> SCOPES = List.of(
            "agenda:read",
            "agenda:write",
            "statements:write",
            "registration:read",
            "registration:read.pii",
            "registration:write",
            "accreditation:decide",
            "badge:redeem",
            "awards:submit",
            "awards:review",
            "awards:tally",
            "votes:cast",
            "webhooks:manage",
            "stats:read");

    private final JsonNode production = Realm.production(CHECKOUT).tree();
    private final JsonNode local = Realm.local(CHECKOUT).tree();

    @Test
    void every_role_and_every_scope_is_there() {
        assertThat(texts(production.at("/roles/realm"), "name"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(HUMAN_ROLES.stream(), Stream.of("partner", "service"))
                                .toList());
        assertThat(texts(production.get("clientScopes"), "name")).containsAll(SCOPES);
        for (var scope : SCOPES) {
            assertThat(scope(scope).at("/attributes/include.in.token.scope").asText())
                    .as(scope)
                    .isEqualTo("true");
        }
    }

    @Test
    void production_has_no_person_no_password_and_no_password_grant() {
        assertThat(production.get("users")).allSatisfy(user -> assertThat(user.has("serviceAccountClientId"))
                .isTrue());
        assertThat(production.findValues("credentials")).isEmpty();
        assertThat(production.get("clients"))
                .noneMatch(client -> client.get("clientId").asText().equals("local-cli"))
                .noneMatch(client -> client.get("directAccessGrantsEnabled").asBoolean());
    }

    @Test
    void a_client_secret_is_never_written_down_for_production() {
        var secrets = production.findValuesAsText("secret");
        assertThat(secrets)
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("\\$\\{WSIS_[A-Z_]+}"));
    }

    @Test
    void production_asks_for_tls_long_passwords_and_slows_guessing_down() {
        assertThat(production.get("sslRequired").asText()).isEqualTo("external");
        assertThat(production.get("passwordPolicy").asText()).contains("length(12)");
        assertThat(production.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(production.get("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile-app", "dashboard"})
    void a_client_in_the_hands_of_a_person_uses_the_code_flow_with_a_proof_key(String id) {
        var client = client(production, id);
        assertThat(client.get("publicClient").asBoolean()).isTrue();
        assertThat(client.get("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-demo", "registration-service", "agenda-service", "awards-service"})
    void a_program_signs_in_with_its_own_account_and_in_no_other_way(String id) {
        var client = client(production, id);
        assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("standardFlowEnabled").asBoolean()).isFalse();
        var account = account(production, "service-account-" + id);
        assertThat(values(account.get("realmRoles")))
                .containsExactly(id.equals("partner-demo") ? "partner" : "service");
    }

    @Test
    void the_gateway_only_asks_and_gets_no_token() {
        var client = client(production, "gateway");
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        for (var flow : List.of(
                "standardFlowEnabled",
                "implicitFlowEnabled",
                "directAccessGrantsEnabled",
                "serviceAccountsEnabled",
                "fullScopeAllowed")) {
            assertThat(client.get(flow).asBoolean()).as(flow).isFalse();
        }
    }

    @Test
    void every_client_that_gets_tokens_gets_the_audience_the_roles_and_the_subject() {
        assertThat(local.get("clients"))
                .filteredOn(client -> !client.get("clientId").asText().equals("gateway"))
                .allSatisfy(client -> assertThat(values(client.get("defaultClientScopes")))
                        .contains("basic", "roles", "forum-audience"));
        assertThat(texts(scope("forum-audience").get("protocolMappers"), "name"))
                .containsExactlyInAnyOrder("gateway", "registration-service", "agenda-service", "awards-service");
    }

    @Test
    void every_scope_that_a_client_names_is_defined() {
        var defined = texts(local.get("clientScopes"), "name");
        assertThat(local.get("clients")).allSatisfy(client -> assertThat(defined)
                .containsAll(values(client.get("defaultClientScopes")))
                .containsAll(values(client.get("optionalClientScopes"))));
    }

    @Test
    void a_person_cannot_change_the_delegation_they_act_for() throws Exception {
        var profile = new ObjectMapper()
                .readTree(production
                        .at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        var delegation = profile.get("attributes")
                .valueStream()
                .filter(attribute -> attribute.get("name").asText().equals("delegation"))
                .findFirst()
                .orElseThrow();
        assertThat(values(delegation.at("/permissions/edit"))).containsExactly("admin");
    }

    static Stream<String> humanRoles() {
        return HUMAN_ROLES.stream();
    }

    @ParameterizedTest
    @MethodSource("humanRoles")
    void each_role_has_a_sample_account_of_its_name_here(String role) {
        var account = account(local, role);
        assertThat(values(account.get("realmRoles"))).containsExactly(role);
        assertThat(account.at("/credentials/0/value").asText()).isEqualTo("wsis");
        // What Keycloak would otherwise ask for before it gives a token.
        assertThat(account.get("emailVerified").asBoolean()).isTrue();
        assertThat(account.hasNonNull("firstName") && account.hasNonNull("lastName"))
                .isTrue();
    }

    @Test
    void several_participants_experts_and_focal_points_have_a_number() {
        for (var number = 1; number <= 5; number++) {
            for (var role : List.of("participant", "expert", "focal-point")) {
                assertThat(values(account(local, role + number).get("realmRoles")))
                        .containsExactly(role);
            }
        }
        assertThat(focalPoints())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "focal-point", "FR",
                        "focal-point1", "CH",
                        "focal-point2", "KE",
                        "focal-point3", "QA",
                        "focal-point4", "BR",
                        "focal-point5", "RU"));
    }

    @Test
    void a_sample_account_is_the_same_person_whenever_the_realm_is_made() {
        assertThat(account(local, "secretariat").get("id"))
                .isEqualTo(account(Realm.local(CHECKOUT).tree(), "secretariat").get("id"));
        assertThat(local.get("users")
                        .valueStream()
                        .map(user -> user.path("id").asText(null))
                        .filter(Objects::nonNull))
                .doesNotHaveDuplicates()
                .hasSize(Realm.sampleAccounts().size());
    }

    @Test
    void the_command_line_client_may_use_the_password_grant_and_has_every_scope() {
        var client = client(local, "local-cli");
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(values(client.get("defaultClientScopes"))).containsAll(SCOPES);
    }

    @Test
    void the_overlay_changes_only_what_it_names() {
        assertThat(client(local, "partner-demo").get("secret").asText()).isEqualTo("partner-demo");
        assertThat(client(local, "partner-demo").get("defaultClientScopes"))
                .isEqualTo(client(production, "partner-demo").get("defaultClientScopes"));
        assertThat(client(local, "agenda-service")).isEqualTo(client(production, "agenda-service"));
        assertThat(local.get("roles")).isEqualTo(production.get("roles"));
    }

    private Map<String, String> focalPoints() {
        return local.get("users")
                .valueStream()
                .filter(user -> user.has("attributes"))
                .collect(Collectors.toMap(
                        user -> user.get("username").asText(),
                        user -> user.at("/attributes/delegation/0").asText()));
    }

    private JsonNode scope(String name) {
        return only(production.get("clientScopes"), "name", name);
    }

    private static JsonNode client(JsonNode realm, String id) {
        return only(realm.get("clients"), "clientId", id);
    }

    private static JsonNode account(JsonNode realm, String name) {
        return only(realm.get("users"), "username", name);
    }

    private static JsonNode only(JsonNode array, String field, String value) {
        var found = array.valueStream()
                .filter(node -> node.get(field).asText().equals(value))
                .toList();
        assertThat(found).as(value).hasSize(1);
        return found.getFirst();
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(node -> node.get(field).asText()).toList();
    }

    private static List<String> values(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
