package org.wsisforum.gateway.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** One question to a service on behalf of all who want to know the same. */
public final class Fill implements Decision {

    /** What the service must not answer to, since it would be an answer to one client. */
    private static final List<CharSequence> OF_ONE_CLIENT = List.of(
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.CACHE_CONTROL,
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto");

    /**
     * How it ended for those who waited.
     *
     * @param kept what all may have
     * @param again whether it came to nothing for a reason that does not concern them, so that they may ask together again
     */
    record Outcome(Optional<Kept> kept, boolean again) {}

    private final Answers answers;
    private final Reading.Key key;
    private final Reading first;
    private final Stored.Asked asked;
    private final Optional<Stored> before;
    private final Promise<Outcome> outcome = Promise.promise();

    /**
     * @param key by which others find it
     * @param first whose headers it is asked with
     * @param before what is kept already
     */
    Fill(Answers answers, Reading.Key key, Reading first, Address address, Optional<Stored> before) {
        this.answers = answers;
        this.key = key;
        this.first = first;
        this.asked = Stored.Asked.now(address);
        this.before = before;
    }

    Reading.Key key() {
        return key;
    }

    Reading first() {
        return first;
    }

    Future<Outcome> outcome() {
        return outcome.future();
    }

    /** Whether its answer will hold all that was heard of until now. */
    boolean isAsOf(Address now) {
        return asked.isAsOf(now);
    }

    boolean isYounger(Duration age) {
        return System.nanoTime() - asked.at() < age.toNanos();
    }

    /** Makes the headers of one client's request those of everybody's. */
    public void prepare(MultiMap headers) {
        OF_ONE_CLIENT.forEach(headers::remove);
        before.map(Stored::etag).ifPresent(etag -> headers.set(HttpHeaders.IF_NONE_MATCH, etag));
    }

    /**
     * Takes what the service answered, if it is for everybody.
     *
     * @param body reads it to its end
     * @return what to give instead of the service's answer; empty when that is to be passed on, and its body was not touched
     */
    public Future<Optional<Kept>> take(int status, MultiMap headers, Supplier<Future<Buffer>> body) {
        if (status == 304 && before.isPresent()) {
            var confirmed = before.get().confirmed(asked, headers);
            return Future.succeededFuture(Optional.of(end(confirmed, Kept.confirmed(confirmed))));
        }
        if (Stored.isForEverybody(status, headers) && answers.isSmallEnough(headers)) {
            return body.get()
                    .compose(bytes -> answers.compress(() -> Stored.of(asked, headers, bytes)))
                    .map(stored -> Optional.of(end(stored, Kept.fetched(stored, before.isPresent()))))
                    .onFailure(broken -> failed());
        }
        return Future.succeededFuture(status >= 500 ? failed() : notForAll(status < 400));
    }

    /** It need not be asked: another's question has brought this. */
    Kept answeredBy(Kept kept) {
        end(new Outcome(Optional.of(kept), false));
        return kept;
    }

    /** The service cannot be asked, or broke off; what is kept may be given in its place. */
    public Optional<Kept> failed() {
        var instead = before.filter(stored ->
                        stored.isUnchanged(asked.address()) && stored.lifetime().servesIfError(stored.age()))
                .map(Kept::inPlaceOfAnError);
        end(new Outcome(instead.map(Kept::shared), false));
        return instead;
    }

    /** The client that asked for all has gone away, and its question with it. */
    public void abandoned() {
        end(new Outcome(Optional.empty(), true));
    }

    /**
     * @param forSome whether it is an answer that others have one of their own of; a refusal says nothing of what comes next
     */
    private Optional<Kept> notForAll(boolean forSome) {
        answers.drop(key, forSome);
        end(new Outcome(Optional.empty(), false));
        return Optional.empty();
    }

    private Kept end(Stored stored, Kept kept) {
        if (stored.isForEverybody()) {
            answers.store(first, stored);
            end(new Outcome(Optional.of(kept.shared()), false));
        } else {
            notForAll(true);
        }
        return kept;
    }

    private void end(Outcome how) {
        answers.ended(this);
        outcome.tryComplete(how);
    }
}
