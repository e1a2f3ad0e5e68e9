package org.wsisforum.kit.idempotency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.RestResponse;

/** Does the work once and answers the same again; runs inside the method's transaction. */
@Idempotent
@Interceptor
// The transaction interceptor stands at PLATFORM_BEFORE + 200; this one must be inside of it.
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    /** Answers of which a stored copy says something: where the new thing is. */
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.CONTENT_LOCATION);

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Inject
    SecurityIdentity identity;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    Request request;

    @Inject
    RequestFingerprint body;

    /** The part of an answer that is stored. */
    record StoredAnswer(int status, Map<String, String> headers, JsonNode body) {}

    @AroundInvoke
    Object once(InvocationContext work) throws Exception {
        var key = IdempotencyKey.read(
                headers.getHeaderString(Idempotent.HEADER),
                identity.getPrincipal().getName());
        if (!lock(key)) {
            throw IdempotencyProblem.REQUEST_IN_PROGRESS
                    .because("Wait for its answer, or send it again a little later.")
                    .with(HttpHeaders.RETRY_AFTER, "1");
        }
        var fingerprint = fingerprint();
        @SuppressWarnings("unchecked")
        List<Object[]> stored = database.createNativeQuery(
                        "select fingerprint, answer from idempotent_answer where key_hash = :key")
                .setParameter("key", key.hash())
                .getResultList();
        if (!stored.isEmpty()) {
            if (!Arrays.equals((byte[]) stored.getFirst()[0], fingerprint)) {
                throw IdempotencyProblem.IDEMPOTENCY_KEY_REUSED.because("Take a fresh key for each new request.");
            }
            return replay(json.readValue(key.open((byte[]) stored.getFirst()[1]), StoredAnswer.class));
        }
        var answer = (RestResponse<?>) work.proceed();
        store(key, fingerprint, answer);
        return answer;
    }

    private boolean lock(IdempotencyKey key) {
        return (boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                .setParameter("key", key.lock())
                .getSingleResult();
    }

    private byte[] fingerprint() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(
                (request.getMethod() + ' ' + uri.getRequestUri().getRawPath() + '\n').getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body.body());
        return IdempotencyKey.sha256(all.toByteArray());
    }

    private void store(IdempotencyKey key, byte[] fingerprint, RestResponse<?> answer) throws Exception {
        var kept = new TreeMap<String, String>();
        for (var header : KEPT_HEADERS) {
            var value = answer.getHeaderString(header);
            if (value != null) {
                kept.put(header, value);
            }
        }
        var content = json.writeValueAsBytes(
                new StoredAnswer(answer.getStatus(), kept, json.valueToTree(answer.getEntity())));
        database.createNativeQuery("insert into idempotent_answer (key_hash, fingerprint, answer, stored_at)"
                        + " values (:key, :fingerprint, :answer, now())")
                .setParameter("key", key.hash())
                .setParameter("fingerprint", fingerprint)
                .setParameter("answer", key.seal(content))
                .executeUpdate();
    }

    private static RestResponse<JsonNode> replay(StoredAnswer stored) {
        var answer = RestResponse.ResponseBuilder.<JsonNode>create(stored.status(), null)
                .header("Idempotency-Replayed", "true");
        stored.headers().forEach(answer::header);
        if (stored.body() != null && !stored.body().isNull()) {
            answer.entity(stored.body());
        }
        return answer.build();
    }

    /** Forgets answers after their 24 hours. */
    @jakarta.inject.Singleton
    static class Forgetting {

        @Inject
        EntityManager database;

        @Scheduled(every = "1h", delayed = "5m", identity = "forget-idempotent-answers")
        @jakarta.transaction.Transactional
        void forget() {
            database.createNativeQuery("delete from idempotent_answer where stored_at < now() - interval '24 hours'")
                    .executeUpdate();
        }
    }
}
