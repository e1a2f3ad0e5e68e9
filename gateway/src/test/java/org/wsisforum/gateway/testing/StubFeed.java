package org.wsisforum.gateway.testing;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;

/** A change feed of a service with one edition, 2031, which counts its changes: the cursor after the third is 3. */
public final class StubFeed {

    private static final Pattern NUMBER = Pattern.compile("(since|wait)=([0-9]+)");

    private final String service;
    private int changes;
    private boolean wakesReaders = true;
    private boolean works = true;

    public StubFeed(String service) {
        this.service = service;
    }

    /** Where it is read. */
    public String path() {
        return "/" + service + "/v1/editions/2031/changes";
    }

    /** Puts it, working, at a service, and the list of editions that leads to it. */
    public synchronized void at(StubService stub) {
        wakesReaders = true;
        works = true;
        notifyAll();
        stub.json("/" + service + "/v1/editions", "{\"items\":[{\"code\":\"2031\"}]}");
        stub.at(path(), this::answer);
    }

    /** Something has changed. */
    public synchronized void announce() {
        changes++;
        if (wakesReaders) {
            notifyAll();
        }
    }

    /** From now on whoever waits for a change is not told of it before the wait is over. */
    public synchronized void leaveReadersAsleep() {
        wakesReaders = false;
    }

    /** From now on it answers 503. */
    public synchronized void fail() {
        works = false;
        notifyAll();
    }

    /** It works again. */
    public synchronized void recover() {
        works = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var body = page(query == null ? "" : query);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        StubService.send(exchange, body == null ? 503 : 200, body == null ? "{}" : body);
    }

    private synchronized String page(String query) {
        var numbers = NUMBER.matcher(query)
                .results()
                .collect(java.util.stream.Collectors.toMap(
                        found -> found.group(1), found -> Integer.parseInt(found.group(2))));
        var since = numbers.getOrDefault("since", changes);
        waitForChange(since, numbers);
        if (!works) {
            return null;
        }
        var items = "{\"specversion\":\"1.0\"},".repeat(Math.max(0, changes - since));
        return "{\"items\":[" + items.replaceFirst(",$", "") + "],\"cursor\":\"" + changes + "\",\"more\":false}";
    }

    private void waitForChange(int since, Map<String, Integer> numbers) {
        var end = System.nanoTime() + numbers.getOrDefault("wait", 0) * 1_000_000_000L;
        try {
            while (works && (changes <= since || !wakesReaders) && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
