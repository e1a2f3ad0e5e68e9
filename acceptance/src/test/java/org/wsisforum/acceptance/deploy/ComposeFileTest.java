package org.wsisforum.acceptance.deploy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.acceptance.deploy.ComposeFile.Service;
import org.wsisforum.acceptance.deploy.ComposeFile.Variable;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docker-compose.yml} promises, read without an engine. */
class ComposeFileTest {

    private static final Set<String> OURS =
            Set.of("registration-service", "agenda-service", "awards-service", "gateway");

    private final ComposeFile compose = ComposeFile.read();
    private final Map<String, Service> services = compose.services();

    @Test
    void it_runs_the_whole_system() {
        assertThat(services)
                .containsOnlyKeys(
                        "postgres", "keycloak", "registration-service", "agenda-service", "awards-service", "gateway");
    }

    @Test
    void its_images_are_of_the_versions_that_the_project_is_built_and_tested_with() {
        assertThat(services.get("postgres").image())
                .isEqualTo("postgres:" + pom("postgres.version").split("\\.")[0]);
        assertThat(services.get("keycloak").image()).isEqualTo("keycloak/keycloak:" + pom("keycloak.version"));
        for (var name : OURS) {
            assertThat(services.get(name).image())
                    .isEqualTo("wsis-forum/" + name + ":${WSIS_VERSION:-" + pom("version") + "}");
        }
        assertThat(ComposeFile.textOf("deploy/Dockerfile"))
                .contains("\nFROM eclipse-temurin:" + pom("maven.compiler.release") + "-jre\n");
    }

    @Test
    void each_of_our_images_holds_the_module_of_its_name() {
        for (var name : OURS) {
            assertThat(services.get(name).module()).isEqualTo(name);
            assertThat(ComposeFile.at(services.get(name).node(), "build"))
                    .containsEntry("context", ".")
                    .containsEntry("dockerfile", "deploy/Dockerfile");
            assertThat(ComposeFile.CHECKOUT.resolve(name).resolve("pom.xml")).exists();
        }
    }

    @Test
    void no_secret_stands_in_the_file() {
        for (var service : services.values()) {
            service.environment().forEach((key, value) -> {
                if (ComposeFile.isSecretName(key)) {
                    assertThat(value).as(service.name() + " " + key).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                }
            });
        }
        assertThat(compose.variables())
                .filteredOn(Variable::isSecret)
                .isNotEmpty()
                .allMatch(Variable::isRequired);
    }

    @Test
    void what_has_no_default_is_asked_for_with_a_word_about_it() {
        assertThat(compose.variables()).allMatch(v -> v.isRequired() || "-".equals(v.operator()));
        assertThat(compose.text().replaceAll("\\$\\{[^}]*}", "")).doesNotContain("$");
    }

    @Test
    void the_example_of_the_environment_names_every_variable_and_no_secret() {
        var example = ComposeFile.textOf("deploy/compose.env.example");
        var set = new HashMap<String, String>();
        var optional = new HashSet<String>();
        for (var line : example.split("\n")) {
            var assignment = Pattern.compile("(#?)([A-Z_]+)=(.*)").matcher(line);
            if (assignment.matches()) {
                if (assignment.group(1).isEmpty()) {
                    set.put(assignment.group(2), assignment.group(3));
                } else {
                    optional.add(assignment.group(2));
                }
            }
        }
        assertThat(set.keySet()).isEqualTo(names(Variable::isRequired));
        assertThat(optional).isEqualTo(names(v -> !v.isRequired()));
        set.forEach((name, value) -> {
            if (ComposeFile.isSecretName(name)) {
                assertThat(value).as(name).isEmpty();
            }
        });
    }

    @Test
    void git_does_not_take_the_filled_in_environment() {
        assertThat(ComposeFile.textOf(".gitignore").lines()).contains(".env");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration-service", "agenda-service", "awards-service", "gateway"})
    void each_service_is_passed_what_it_reads_and_all_that_it_needs(String module) {
        var configuration = ComposeFile.textOf(module + "/src/main/resources/application.properties")
                + (module.equals("gateway")
                        ? ""
                        : ComposeFile.textOf("service-kit/src/main/resources/META-INF/microprofile-config.properties"));
        var passed = services.get(module).environment().keySet();
        assertThat(read(configuration, true)).containsAll(passed);
        assertThat(passed).containsAll(read(configuration, false));
    }

    @Test
    void the_gateway_knows_where_every_service_is() {
        var gateway = services.get("gateway").environment();
        for (var module : List.of("registration", "agenda", "awards")) {
            var service = services.get(module + "-service");
            assertThat(gateway)
                    .containsEntry(
                            "WSIS_" + module.toUpperCase(java.util.Locale.ROOT) + "_URLS",
                            "http://" + service.name() + ":"
                                    + service.environment().get("WSIS_PORT"));
        }
    }

    @Test
    void each_service_connects_as_the_role_of_its_name() {
        for (var role : List.of("registration", "agenda", "awards")) {
            var environment = services.get(role + "-service").environment();
            assertThat(environment)
                    .containsEntry("WSIS_DB_URL", "jdbc:postgresql://postgres:5432/wsis")
                    .containsEntry("WSIS_DB_USER", role);
            assertThat(environment.get("WSIS_DB_PASSWORD"))
                    .isEqualTo(services.get("postgres")
                            .environment()
                            .get("WSIS_" + role.toUpperCase(java.util.Locale.ROOT) + "_DB_PASSWORD"));
        }
    }

    @Test
    void nothing_lets_production_be_anything_else() {
        assertThat(compose.text()).doesNotContain("WSIS_FORUM_CLOCK_FILE").doesNotContain("QUARKUS_PROFILE");
    }

    @Test
    void keycloak_gets_every_value_that_the_realm_asks_for() {
        var asked = Pattern.compile("\\$\\{(WSIS_[A-Z0-9_]+)}")
                .matcher(ComposeFile.textOf("deploy/keycloak/wsis-realm.json"))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        assertThat(asked).isNotEmpty();
        assertThat(services.get("keycloak").environment()).containsKeys(asked.toArray(String[]::new));
        assertThat(services.get("keycloak").environment().get("WSIS_AGENDA_CLIENT_SECRET"))
                .isEqualTo(services.get("agenda-service").environment().get("WSIS_OIDC_CLIENT_SECRET"));
        assertThat(services.get("keycloak").environment().get("WSIS_GATEWAY_CLIENT_SECRET"))
                .isEqualTo(services.get("gateway").environment().get("WSIS_OIDC_CLIENT_SECRET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WSIS_AGENDA_CLIENT_SECRET", "KC_DB_PASSWORD", "KC_HOSTNAME", "WSIS_PUBLIC_URL"})
    void keycloak_without_what_it_needs_refuses_to_start_and_says_what_it_is(String variable) throws Exception {
        assertThat(services.get("keycloak").node()).containsEntry("entrypoint", List.of("sh", "/opt/wsis/start.sh"));
        var start = new ProcessBuilder(
                        "sh",
                        ComposeFile.CHECKOUT.resolve("deploy/keycloak/start.sh").toString())
                .redirectErrorStream(true);
        start.environment().putAll(services.get("keycloak").environment());
        start.environment().remove(variable);
        var process = start.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(said).isEqualTo("keycloak: " + variable + " is not set; nothing is started\n");
    }

    @Test
    void everything_has_a_health_check_a_limit_and_comes_back() {
        assertThat(ComposeFile.textOf("deploy/Dockerfile")).contains("\nHEALTHCHECK ");
        for (var service : services.values()) {
            if (service.module() == null) {
                assertThat(ComposeFile.at(service.node(), "healthcheck"))
                        .as(service.name())
                        .containsKeys("test", "interval", "timeout", "retries", "start_period");
            }
            assertThat(ComposeFile.at(service.node(), "deploy", "resources", "limits"))
                    .as(service.name())
                    .containsKeys("cpus", "memory");
            assertThat(service.node()).as(service.name()).containsEntry("restart", "unless-stopped");
        }
    }

    @Test
    void the_order_of_the_start_goes_by_health() {
        for (var service : services.values()) {
            assertThat(service.dependsOn().values()).as(service.name()).allMatch("service_healthy"::equals);
        }
        assertThat(everythingBefore("gateway"))
                .containsExactly("agenda-service", "awards-service", "keycloak", "postgres", "registration-service");
        assertThat(services.get("agenda-service").dependsOn()).containsKey("registration-service");
    }

    @Test
    void only_the_gateway_and_keycloak_can_be_reached_from_outside() {
        assertThat(services.values())
                .filteredOn(s -> !s.list("ports").isEmpty())
                .extracting(Service::name)
                .containsExactlyInAnyOrder("gateway", "keycloak");
        assertThat(services.get("postgres").list("networks")).containsExactly("data");
        assertThat(services.get("gateway").list("networks")).containsExactly("front");
    }

    @Test
    void our_containers_may_write_nothing_and_are_nobody() {
        for (var name : OURS) {
            assertThat(services.get(name).node()).as(name).containsEntry("read_only", true);
            assertThat(services.get(name).list("cap_drop")).as(name).containsExactly("ALL");
        }
        assertThat(ComposeFile.textOf("deploy/Dockerfile")).containsPattern("(?m)^USER [1-9]\\d*:0$");
    }

    @Test
    void the_gateway_can_run_what_it_waits_with() {
        assertThat(services.get("gateway").list("tmpfs")).containsExactly("/tmp:size=64m,exec");
    }

    @Test
    void data_outlives_its_container() {
        assertThat(compose.volumes()).containsOnlyKeys("postgres");
        assertThat(services.get("postgres").list("volumes")).contains("postgres:/var/lib/postgresql");
    }

    @Test
    void what_is_mounted_exists() {
        for (var service : services.values()) {
            for (var volume : service.list("volumes")) {
                if (volume.startsWith("./")) {
                    assertThat(ComposeFile.CHECKOUT.resolve(volume.substring(2, volume.indexOf(':'))))
                            .as(service.name())
                            .matches(Files::isRegularFile);
                    assertThat(volume).endsWith(":ro");
                }
            }
        }
    }

    private Set<String> everythingBefore(String service) {
        var before = new TreeSet<String>();
        services.get(service).dependsOn().keySet().forEach(other -> {
            before.add(other);
            before.addAll(everythingBefore(other));
        });
        return before;
    }

    private Set<String> names(java.util.function.Predicate<Variable> which) {
        return compose.variables().stream().filter(which).map(Variable::name).collect(Collectors.toSet());
    }

    /**
     * The variables that a service's configuration reads in production.
     *
     * @param all also those with a default
     */
    private static Set<String> read(String configuration, boolean all) {
        var read = new TreeSet<String>();
        for (var line : configuration.split("\n")) {
            var property = Pattern.compile("(?:%([a-z,]+)\\.)?[^#=%]+=(.*)").matcher(line);
            if (property.matches()
                    && (property.group(1) == null
                            || List.of(property.group(1).split(",")).contains("prod"))) {
                Pattern.compile("\\$\\{(WSIS_[A-Z0-9_]+)(:?)")
                        .matcher(property.group(2))
                        .results()
                        .filter(m -> all || m.group(2).isEmpty())
                        .forEach(m -> read.add(m.group(1)));
            }
        }
        return read;
    }

    /** A version that the root {@code pom.xml} names. */
    private static String pom(String element) {
        var found = Pattern.compile("<" + Pattern.quote(element) + ">([^<]+)</").matcher(ComposeFile.textOf("pom.xml"));
        assertThat(found.find()).as(element).isTrue();
        return found.group(1);
    }
}
