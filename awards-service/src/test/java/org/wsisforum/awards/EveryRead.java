package org.wsisforum.awards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Answers;
import org.wsisforum.kit.testing.Api;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address of an edition that can be read, and everybody who may read it: what all of them are told, to be compared with what
 * they are told when something has happened that they may not know of.
 */
public final class EveryRead {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> callers;
    private final List<Read> reads;

    /** One address to read. */
    private record Read(String operation, String address) {}

    /**
     * All operations that read but for the stream, which never ends.
     *
     * @param callers their credentials, null for none
     * @param filled puts something that is there into the braces of a path
     */
    public EveryRead(String edition, int category, Map<String, String> callers, UnaryOperator<String> filled) {
        this.callers = callers;
        this.reads = reads(edition, category, filled);
    }

    /** One of each role, who has nothing to do with anything, and somebody without any. */
    public static Map<String, String> strangers() {
        var all = new LinkedHashMap<String, String>();
        Role.OF_THE_REALM.forEach(role -> all.put(role, TestCredentials.of("someone", role, Api.ALL_SCOPES)));
        all.put(Role.LINK_HOLDER, "Link " + LinkKey.random().secret());
        all.put("anonymous", null);
        return all;
    }

    private static List<Read> reads(String edition, int category, UnaryOperator<String> filled) {
        var document = new JsonPath(when().get("/awards/v1/openapi.json").asString());
        var since = given().queryParam("since", "now")
                .get("/awards/v1/editions/" + edition + "/changes")
                .then()
                .extract()
                .<String>path("cursor");
        var all = new ArrayList<Read>();
        document.<Map<String, Map<String, Map<String, Object>>>>get("paths").forEach((path, item) -> {
            var operation = item.get("get");
            if (operation == null || operation.get("operationId").equals("followChanges")) {
                return;
            }
            var address = filled.apply(path.replace("{edition}", edition)
                    .replace("{category}", "" + category)
                    .replace("categories/{number}", "categories/" + category));
            all.add(new Read(operation.get("operationId").toString(), address + query(operation, category, since)));
        });
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static String query(Map<String, Object> operation, int category, String since) {
        var query = new StringBuilder();
        for (var parameter : (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of())) {
            if ("query".equals(parameter.get("in"))) {
                switch (parameter.get("name").toString()) {
                    case "category" -> query.append("&category=").append(category);
                    case "limit" -> query.append("&limit=200");
                    case "count" -> query.append("&count=exact");
                    case "since" -> query.append("&since=").append(since);
                    default -> {}
                }
            }
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** What everybody is told, by caller and address. */
    public Map<String, String> told(Runnable time) {
        return told(time, callers.keySet());
    }

    /** What those who show nothing are told. */
    public Map<String, String> toldAnonymously(Runnable time) {
        return told(time, Set.of("anonymous"));
    }

    private Map<String, String> told(Runnable time, Set<String> whom) {
        var told = new TreeMap<String, String>();
        for (var read : reads) {
            for (var caller : whom) {
                told.put(
                        caller + ": " + read.operation() + " " + read.address(),
                        all(answerInTime(read.address(), callers.get(caller), time), read.operation()));
            }
        }
        return told;
    }

    /** Asked again where the machine was so slow that the second before was over before the answer came. */
    private HttpResponse<byte[]> answerInTime(String address, String credential, Runnable time) {
        for (var attempts = 0; ; attempts++) {
            time.run();
            var start = System.nanoTime();
            var answer = answer(address, credential);
            if (System.nanoTime() - start < 900_000_000 || attempts == 5) {
                return answer;
            }
        }
    }

    private HttpResponse<byte[]> answer(String address, String credential) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        if (credential != null) {
            request.header("Authorization", credential);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Status, headers and body, but for what says when it was asked and which request it was. */
    private static String all(HttpResponse<byte[]> answer, String operation) {
        assertThat(answer.statusCode()).as(operation).isLessThan(500);
        var headers = new TreeMap<>(answer.headers().map());
        // When it was asked, and the name that each request has of its own.
        headers.keySet().removeAll(Set.of("date", "x-request-id", "traceresponse"));
        if (headers.get("content-type").equals(List.of("application/pdf"))) {
            headers.remove("content-length");
            return answer.statusCode() + " " + headers + " " + words(answer.body());
        }
        var body = Answers.said(new String(answer.body(), StandardCharsets.UTF_8));
        if (operation.equals("readChanges")) {
            // Its cursor moves with whatever is written in the database.
            return answer.statusCode() + " " + new JsonPath(body).getList("items");
        }
        if (body.contains("\"asOf\"")) {
            headers.remove("etag");
            body = body.replaceFirst("\"asOf\":\"[^\"]*\"", "");
        }
        return answer.statusCode() + " " + headers + " " + body;
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who was told something else, by which operation. */
    public static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        var differences = new TreeSet<String>();
        before.forEach((read, answer) -> {
            if (!answer.equals(after.get(read))) {
                differences.add(read.substring(0, read.lastIndexOf(' ')));
            }
        });
        return differences;
    }
}
