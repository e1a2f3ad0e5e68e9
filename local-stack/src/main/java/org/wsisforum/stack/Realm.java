package org.wsisforum.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm that the local Keycloak imports: the production realm of {@code deploy/keycloak/wsis-realm.json}, and on top
 * of it what only this machine may have (sample accounts, the client with the password grant), from
 * {@code local-realm.json} beside this class.
 */
final class Realm {

    /** Of every sample account. */
    static final String SAMPLE_PASSWORD = "wsis";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode tree;

    private Realm(ObjectNode tree) {
        this.tree = tree;
    }

    static Realm production(Path checkout) {
        var file = checkout.resolve("deploy/keycloak/wsis-realm.json");
        try {
            return new Realm((ObjectNode) JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw StackFailure.of("reading " + file, e);
        }
    }

    static Realm local(Path checkout) {
        var realm = production(checkout);
        realm.add(overlay());
        return realm;
    }

    /** The names of the sample accounts, in the order of the file. */
    static List<String> sampleAccounts() {
        return StreamSupport.stream(overlay().get("users").spliterator(), false)
                .map(user -> user.get("username").asText())
                .toList();
    }

    JsonNode tree() {
        return tree;
    }

    String text() {
        return tree.toPrettyString();
    }

    private static ObjectNode overlay() {
        try (var in = Realm.class.getResourceAsStream("local-realm.json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(ObjectNode overlay) {
        for (Map.Entry<String, JsonNode> field : overlay.properties()) {
            switch (field.getKey()) {
                case "clients" -> field.getValue().forEach(client -> addClient((ObjectNode) client));
                case "users" -> field.getValue().forEach(user -> addAccount((ObjectNode) user));
                default -> tree.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Fields of a client that the production realm has replace its own; an unknown client is added whole. */
    private void addClient(ObjectNode client) {
        var clients = (ArrayNode) tree.get("clients");
        for (var known : clients) {
            if (known.get("clientId").equals(client.get("clientId"))) {
                ((ObjectNode) known).setAll(client);
                return;
            }
        }
        clients.add(client);
    }

    private void addAccount(ObjectNode account) {
        var name = account.get("username").asText();
        // Made of the name, so that the account is the same person after Keycloak's database was made anew.
        account.put(
                "id",
                UUID.nameUUIDFromBytes(("wsis sample account " + name).getBytes(StandardCharsets.UTF_8))
                        .toString());
        account.put("email", name + "@sample.invalid");
        account.put("emailVerified", true);
        account.put("enabled", true);
        account.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", SAMPLE_PASSWORD)
                .put("temporary", false);
        ((ArrayNode) tree.get("users")).add(account);
    }
}
