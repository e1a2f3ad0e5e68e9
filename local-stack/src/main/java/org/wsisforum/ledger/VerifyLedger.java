package org.wsisforum.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Checks the ledger of a vote for the WSIS Prizes. It needs a JDK and nothing else:
 *
 * <pre>{@code java VerifyLedger.java LEDGER [--key KEYS] [--receipt RECEIPT] [--tally TALLY]}</pre>
 *
 * <p>A ledger is a file of lines, each ended by a line feed. The first says by which rules the votes are counted, how many there
 * are and under which key the file is signed; the last holds the head of a chain of hashes and its signature; each line between
 * them is a vote. What is checked, in this order: that every line has the one form it may have; that votes stand in the order
 * in which they were cast; that nobody has two votes in a category, and that a vote which takes another's place takes that of
 * the same voter's last one in the category; that there are as many votes as the first line says; that the chain of hashes
 * leads from the first line to the head; that the head is signed.
 *
 * <p>With a receipt: that it is signed under the same key, and that its vote is in the ledger. With a tally: that counting the
 * ledger by the same rules and decisions comes to the same numbers and champions. With a file of keys: that the ledger is
 * signed under one of them. Without one, whoever made up a whole ledger could have signed it with a key of their own.
 *
 * <p>The exit code is 0 when everything is right, 1 when something is not, 2 when it could not be checked.
 */
public final class VerifyLedger {

    private static final String USAGE = "Usage: verify-ledger LEDGER [--key KEYS] [--receipt RECEIPT] [--tally TALLY]";
    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern VOTE =
            Pattern.compile("\\{\"vote\":\"(" + UUID_FORM + ")\",\"category\":([1-9][0-9]{0,8}),"
                    + "\"project\":\"(" + UUID_FORM
                    + ")\",\"voter\":\"([A-Za-z0-9_-]{1,100})\",\"castAt\":\"([0-9TZ:.-]{1,40})\""
                    + "(?:,\"supersedes\":\"(" + UUID_FORM + ")\")?}");
    private static final Pattern FOOTER =
            Pattern.compile("\\{\"head\":\"([A-Za-z0-9_-]{43})\",\"signature\":\"([A-Za-z0-9_-]{86})\"}");

    /** What stands before the 32 bytes of an Ed25519 key in the form that Java reads (RFC 8410). */
    private static final byte[] BEFORE_A_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    /** No line of a ledger comes near this. */
    private static final int LONGEST_LINE = 1 << 20;

    private final PrintStream out;

    private VerifyLedger(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    /** Checks what the arguments name, says what it found, and answers the exit code. */
    static int run(PrintStream out, String... arguments) {
        var files = new HashMap<String, Path>();
        for (var i = 0; i < arguments.length; i++) {
            var isOption = Set.of("--key", "--receipt", "--tally").contains(arguments[i]);
            var name = isOption ? arguments[i] : "LEDGER";
            i += isOption ? 1 : 0;
            if (i == arguments.length
                    || arguments[i].startsWith("--")
                    || files.put(name, Path.of(arguments[i])) != null) {
                out.println(USAGE);
                return 2;
            }
        }
        if (!files.containsKey("LEDGER")) {
            out.println(USAGE);
            return 2;
        }
        try {
            new VerifyLedger(out)
                    .verify(files.get("LEDGER"), files.get("--key"), files.get("--receipt"), files.get("--tally"));
            return 0;
        } catch (Wrong e) {
            out.println("REFUSED. " + e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("Cannot be read: " + e.getMessage());
            return 2;
        }
    }

    /** Something is not as it has to be. */
    private static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }

    private static void require(boolean right, String otherwise, Object... values) {
        if (!right) {
            throw new Wrong(otherwise.formatted(values));
        }
    }

    private void verify(Path ledgerFile, Path keyFile, Path receiptFile, Path tallyFile) throws IOException {
        var receipt = receiptFile == null ? null : Json.object(Files.readString(receiptFile), "The receipt");
        var tally = tallyFile == null ? null : Json.object(Files.readString(tallyFile), "The tally");
        var keys = keyFile == null ? null : Json.object(Files.readString(keyFile), "The file of keys");
        Ledger ledger;
        try (var lines = new Lines(Files.newInputStream(ledgerFile))) {
            ledger = Ledger.read(lines, receipt == null ? null : Json.text(receipt, "digest"));
        }
        out.printf("Ledger of %s: %d votes of %d voters.%n", ledger.edition, ledger.votes, ledger.voters.size());
        out.printf("Every line has its form and its place, nobody votes twice, and the chain is whole.%n");
        out.printf("Head: %s%n", ledger.head);
        out.printf("Signed under the key %s.%n", ledger.kid);
        if (keys != null) {
            verifyKey(ledger, keys);
            out.println("That is a key of the file of keys.");
        } else {
            out.println("Compare it with the Forum's, at /awards/v1/ledger-keys, or name them with --key.");
        }
        if (receipt != null) {
            verifyReceipt(ledger, receipt);
            out.printf("Receipt: signed, and its vote stands in line %d of the ledger.%n", ledger.found.number());
        }
        if (tally != null) {
            new Recount(ledger, tally).verify();
            out.printf("Tally: counting anew comes to the same, in %d categories.%n", ledger.categories.size());
        }
    }

    private static void verifyKey(Ledger ledger, Map<String, Object> keys) {
        var all = keys.containsKey("keys") ? Json.list(keys, "keys") : List.of(keys);
        require(
                all.stream().anyMatch(key -> key instanceof Map<?, ?> jwk && ledger.key.equals(jwk.get("x"))),
                "The ledger is signed under a key that the file of keys does not name: %s.",
                ledger.kid);
    }

    /** A receipt is signed together with others: its path leads from its digest to what is signed (a Merkle tree). */
    private static void verifyReceipt(Ledger ledger, Map<String, Object> receipt) {
        require(ledger.edition.equals(receipt.get("edition")), "The receipt is of another edition.");
        require(ledger.kid.equals(receipt.get("key")), "The receipt is signed under another key than the ledger.");
        var hash = unbase64(Json.text(receipt, "digest"), 32, "The receipt's digest");
        for (var step : Json.list(receipt, "path")) {
            var beside = Json.object(step, "A step of the receipt's path");
            require(
                    beside.containsKey("left") != beside.containsKey("right"),
                    "A step of the receipt's path goes neither left nor right.");
            var isLeft = beside.containsKey("left");
            var other = unbase64(Json.text(beside, isLeft ? "left" : "right"), 32, "A step of the receipt's path");
            hash = sha256(new byte[] {1}, isLeft ? other : hash, isLeft ? hash : other);
        }
        require(
                isSigned(
                        ledger.key,
                        "wsis-receipt/1\n" + ledger.edition + "\n" + base64(hash) + "\n",
                        Json.text(receipt, "signature")),
                "The receipt is not signed, or was changed.");
        require(ledger.found != null, "The receipt is signed, but its vote is not in the ledger.");
        require(
                ledger.found.vote().equals(receipt.get("vote"))
                        && Long.valueOf(ledger.found.category()).equals(receipt.get("category"))
                        && ledger.found.castAt().equals(receipt.get("castAt")),
                "The receipt says otherwise of its vote than line %d of the ledger.",
                ledger.found.number());
    }

    /** The line of the ledger that a receipt is for. */
    private record Found(long number, String vote, int category, String castAt) {}

    /** What a voter has done: for each category the last vote, and the project it was for. */
    private static final class Voter {

        private long[] votes = {};
        private int[] projects = {};
        private int superseded;

        /** Makes room; places of categories without a vote hold no project. */
        private void reach(int place) {
            if (place >= projects.length) {
                var before = projects.length;
                projects = Arrays.copyOf(projects, place + 1);
                votes = Arrays.copyOf(votes, 2 * (place + 1));
                Arrays.fill(projects, before, projects.length, -1);
            }
        }

        private boolean hasVoted(int place) {
            return place < projects.length && projects[place] >= 0;
        }

        private boolean isLast(int place, UUID vote) {
            return votes[2 * place] == vote.getMostSignificantBits()
                    && votes[2 * place + 1] == vote.getLeastSignificantBits();
        }

        private void put(int place, UUID vote, int project) {
            reach(place);
            votes[2 * place] = vote.getMostSignificantBits();
            votes[2 * place + 1] = vote.getLeastSignificantBits();
            projects[place] = project;
        }
    }

    /** A ledger that was read to its end and found right, with what each voter has done. */
    private static final class Ledger {

        private final String edition;
        private final Map<String, Object> rules;
        private final List<Integer> categories;
        private final boolean changeAllowed;
        private final long promised;
        private final String key;
        private final String kid;

        private long votes;
        private String head;
        private Found found;
        private final Map<String, Voter> voters = new HashMap<>();

        /** Numbers of categories and ids of projects, each with a small number of its own. */
        private final Map<Integer, Integer> places = new LinkedHashMap<>();

        private final Map<String, Integer> projects = new LinkedHashMap<>();

        private Ledger(String firstLine) {
            var header = Json.object(firstLine, "Line 1");
            require(
                    "wsis-ledger".equals(header.get("format"))
                            && Long.valueOf(1).equals(header.get("version")),
                    "Line 1: this is no ledger in a form that is known here.");
            edition = Json.text(header, "edition");
            rules = Json.object(header.get("rules"), "The rules in line 1");
            categories = Json.list(rules, "categories").stream()
                    .map(category -> small(category, "A category in line 1"))
                    .toList();
            changeAllowed = Boolean.TRUE.equals(rules.get("changeAllowed"));
            promised = Json.number(header, "votes");
            var jwk = Json.object(header.get("key"), "The key in line 1");
            key = Json.text(jwk, "x");
            kid = Json.text(jwk, "kid");
            require(
                    kid.equals(base64(sha256(utf8("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + key + "\"}")))),
                    "Line 1: the name of the key is not that of the key.");
        }

        private static Ledger read(Lines lines, String wanted) throws IOException {
            var first = lines.next();
            require(first != null, "The file is empty.");
            var ledger = new Ledger(text(first, 1));
            var hash = sha256(first);
            var line = lines.next();
            require(line != null, "The file ends after its first line.");
            var before = Instant.MIN;
            var idBefore = "";
            // A line is a vote if another one follows it.
            for (var next = lines.next(); next != null; line = next, next = lines.next()) {
                var number = ++ledger.votes + 1;
                var digest = sha256(line);
                hash = sha256(hash, digest);
                var vote = VOTE.matcher(text(line, number));
                require(vote.matches(), "Line %d: this is not how a vote is written.", number);
                var castAt = instant(vote.group(5), number);
                var order = castAt.compareTo(before);
                require(
                        order > 0 || order == 0 && vote.group(1).compareTo(idBefore) > 0,
                        "Line %d: the vote was cast before the one in the line above.",
                        number);
                before = castAt;
                idBefore = vote.group(1);
                ledger.add(number, vote.group(1), vote.group(2), vote.group(3), vote.group(4), vote.group(6));
                if (wanted != null && wanted.equals(base64(digest))) {
                    ledger.found = new Found(number, vote.group(1), Integer.parseInt(vote.group(2)), vote.group(5));
                }
            }
            ledger.end(line, hash);
            return ledger;
        }

        private void add(
                long number, String vote, String category, String project, String voterName, String supersedes) {
            var place = places.computeIfAbsent(Integer.valueOf(category), key -> places.size());
            var voter = voters.computeIfAbsent(voterName, name -> new Voter());
            if (supersedes == null) {
                require(
                        !voter.hasVoted(place),
                        "Line %d: the voter has voted in category %s before.",
                        number,
                        category);
            } else {
                require(changeAllowed, "Line %d: a vote may not take another's place here.", number);
                require(
                        voter.hasVoted(place) && voter.isLast(place, UUID.fromString(supersedes)),
                        "Line %d: the vote takes the place of one that is not the voter's last in category %s.",
                        number,
                        category);
                voter.superseded++;
            }
            voter.put(place, UUID.fromString(vote), projects.computeIfAbsent(project, key -> projects.size()));
        }

        private void end(byte[] line, byte[] hash) {
            var number = votes + 2;
            var footer = FOOTER.matcher(text(line, number));
            require(footer.matches(), "Line %d: this is not how a ledger ends.", number);
            head = footer.group(1);
            require(votes == promised, "There are %d votes, and line 1 says %d.", votes, promised);
            require(
                    base64(hash).equals(head),
                    "The chain of hashes does not end where the last line says: a line was changed, added, taken away or"
                            + " moved.");
            require(
                    isSigned(key, "wsis-ledger/1\n" + edition + "\n" + head + "\n", footer.group(2)),
                    "Line %d: the signature is not that of the key in line 1.",
                    number);
        }
    }

    /** Counts a ledger by the rules and decisions of a tally, and compares. */
    private static final class Recount {

        private final Ledger ledger;
        private final Map<String, Object> tally;

        private Recount(Ledger ledger, Map<String, Object> tally) {
            this.ledger = ledger;
            this.tally = tally;
        }

        private void verify() {
            require(
                    "wsis-tally".equals(tally.get("format")) && Long.valueOf(1).equals(tally.get("version")),
                    "The tally has a form that is not known here.");
            require(ledger.edition.equals(tally.get("edition")), "The tally is of another edition.");
            require(ledger.head.equals(tally.get("ledgerHead")), "The tally is of another ledger.");
            require(
                    ledger.rules.equals(tally.get("rules")),
                    "The tally was counted by other rules than the ledger says.");
            var counts = new TreeMap<Integer, Map<String, Long>>();
            ledger.places.keySet().forEach(category -> counts.put(category, new HashMap<>()));
            ledger.categories.forEach(category -> counts.putIfAbsent(category, new HashMap<>()));
            var sums = count(counts);
            var results = Json.list(tally, "categories");
            require(
                    results.stream()
                            .map(result -> Json.number(Json.object(result, "A category"), "category"))
                            .toList()
                            .equals(ledger.categories.stream()
                                    .map(Integer::longValue)
                                    .toList()),
                    "The tally has other categories than the ledger.");
            var nominated = 0L;
            for (var result : results) {
                nominated += compare(Json.object(result, "A category"), counts);
            }
            sums.put("notNominated", sums.get("counted") - nominated);
            sums.put("counted", nominated);
            compareSums(Json.object(tally.get("votes"), "The votes"), sums, "votes");
        }

        /** Counts the votes of those who count, and says how many there are of each kind. */
        private Map<String, Long> count(Map<Integer, Map<String, Long>> counts) {
            var setApart = new HashSet<String>();
            for (var entry : Json.list(tally, "quarantine")) {
                var suspect = Json.object(entry, "A voter set apart");
                if (!"counted".equals(suspect.get("decision"))) {
                    setApart.add(Json.text(suspect, "voter"));
                }
            }
            var needed =
                    switch (Json.text(ledger.rules, "ballot")) {
                        case "all-categories" -> ledger.categories.size();
                        case "any-categories" -> 0;
                        default -> throw new Wrong("The rule of ballots is not known here.");
                    };
            var categories = List.copyOf(ledger.places.keySet());
            var projects = List.copyOf(ledger.projects.keySet());
            var sums = new TreeMap<String, Long>();
            var ballots = new TreeMap<String, Long>();
            for (var kind : List.of("cast", "superseded", "setApart", "incomplete", "counted")) {
                sums.put(kind, 0L);
                ballots.put(kind, 0L);
            }
            ledger.voters.forEach((name, voter) -> {
                var votes = 0L;
                var complete = 0;
                for (var place = 0; place < voter.projects.length; place++) {
                    if (voter.hasVoted(place)) {
                        votes++;
                        complete += ledger.categories.contains(categories.get(place)) ? 1 : 0;
                    }
                }
                var kind = setApart.contains(name) ? "setApart" : complete < needed ? "incomplete" : "counted";
                sums.merge(kind, votes, Long::sum);
                sums.merge("superseded", (long) voter.superseded, Long::sum);
                sums.merge("cast", votes + voter.superseded, Long::sum);
                ballots.merge(kind, 1L, Long::sum);
                ballots.merge("cast", 1L, Long::sum);
                for (var place = 0; kind.equals("counted") && place < voter.projects.length; place++) {
                    if (voter.hasVoted(place)) {
                        counts.get(categories.get(place)).merge(projects.get(voter.projects[place]), 1L, Long::sum);
                    }
                }
            });
            ballots.remove("superseded");
            compareSums(Json.object(tally.get("ballots"), "The ballots"), ballots, "ballots");
            return sums;
        }

        private static void compareSums(Map<String, Object> said, Map<String, Long> counted, String what) {
            require(
                    said.equals(new TreeMap<String, Object>(counted)),
                    "Of the %s the tally says %s, and the ledger gives %s.",
                    what,
                    new TreeMap<>(said),
                    counted);
        }

        /** Compares the result of a category; how many votes there were for its nominees. */
        private long compare(Map<String, Object> result, Map<Integer, Map<String, Long>> counts) {
            var category = small(result.get("category"), "A category");
            var votes = counts.get(category);
            var nominees = lines(result, "nominees", category);
            var others = lines(result, "notNominated", category);
            nominees.forEach((project, said) -> {
                var counted = votes.getOrDefault(project, 0L);
                require(
                        said.equals(counted),
                        "Category %d: for the project %s the tally says %d votes, and the ledger gives %d.",
                        category,
                        project,
                        said,
                        counted);
            });
            var left = new HashMap<>(votes);
            left.keySet().removeAll(nominees.keySet());
            require(left.equals(others), "Category %d: the votes for projects that are no nominees differ.", category);
            require(
                    List.copyOf(nominees.keySet()).equals(ranked(nominees)),
                    "Category %d: the nominees do not stand by their votes.",
                    category);
            compareChampions(result, category, nominees);
            return nominees.values().stream().mapToLong(Long::longValue).sum();
        }

        private void compareChampions(Map<String, Object> result, int category, Map<String, Long> nominees) {
            var places = small(ledger.rules.get("championsPerCategory"), "The number of champions");
            var ranked = ranked(nominees).stream()
                    .filter(project -> nominees.get(project) > 0)
                    .toList();
            var isTied = ranked.size() > places
                    && nominees.get(ranked.get(places - 1)).equals(nominees.get(ranked.get(places)));
            require(
                    isTied == result.containsKey("tie"),
                    "Category %d: whether the last champion's rank is shared differs.",
                    category);
            var champions = new ArrayList<>(ranked.subList(0, Math.min(places, ranked.size())));
            if (isTied) {
                var last = nominees.get(ranked.get(places));
                var tied = ranked.stream()
                        .filter(project -> nominees.get(project).equals(last))
                        .toList();
                champions.removeAll(tied);
                var free = places - champions.size();
                var chosen = chosen(category);
                var isDecided = chosen.size() == free && tied.containsAll(chosen);
                require(
                        Map.of("projects", tied, "places", (long) free, "votes", last, "decided", isDecided)
                                .equals(result.get("tie")),
                        "Category %d: who is tied, or what was decided, differs.",
                        category);
                if (isDecided) {
                    tied.stream().filter(chosen::contains).forEach(champions::add);
                }
            }
            require(champions.equals(result.get("champions")), "Category %d: the champions differ.", category);
        }

        private Set<String> chosen(int category) {
            var chosen = new HashSet<String>();
            for (var entry : Json.list(tally, "ties")) {
                var ruling = Json.object(entry, "A decision on a tie");
                if (Json.number(ruling, "category") == category) {
                    Json.list(ruling, "projects").forEach(project -> chosen.add(String.valueOf(project)));
                }
            }
            return chosen;
        }

        private static Map<String, Long> lines(Map<String, Object> result, String field, int category) {
            var lines = new LinkedHashMap<String, Long>();
            for (var entry : Json.list(result, field)) {
                var line = Json.object(entry, "A line of the tally");
                require(
                        lines.put(Json.text(line, "project"), Json.number(line, "votes")) == null,
                        "Category %d: a project stands in the tally twice.",
                        category);
            }
            return lines;
        }

        private static List<String> ranked(Map<String, Long> votes) {
            return votes.keySet().stream()
                    .sorted(Comparator.comparing((String project) -> -votes.get(project))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The lines of a file, one at a time, without their ends. */
    private static final class Lines implements AutoCloseable {

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;

        private Lines(InputStream in) {
            this.in = in;
        }

        /** The next line; null after the last one. */
        private byte[] next() throws IOException {
            var line = new ByteArrayOutputStream(320);
            while (fill()) {
                var begin = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                line.write(buffer, begin, at - begin);
                if (at < end) {
                    at++;
                    return line.toByteArray();
                }
                require(line.size() <= LONGEST_LINE, "A line is longer than any line of a ledger.");
            }
            require(line.size() == 0, "The file does not end with the end of a line.");
            return null;
        }

        private boolean fill() throws IOException {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
            }
            return at < end;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static String text(byte[] line, long number) {
        var text = new String(line, StandardCharsets.UTF_8);
        require(Arrays.equals(utf8(text), line), "Line %d: this is not UTF-8.", number);
        return text;
    }

    private static int small(Object number, String what) {
        require(number instanceof Long whole && whole > 0 && whole < 1_000_000_000, "%s is no number.", what);
        return ((Long) number).intValue();
    }

    private static Instant instant(String written, long number) {
        try {
            var instant = Instant.parse(written);
            require(instant.toString().equals(written), "Line %d: the time has another spelling.", number);
            return instant;
        } catch (DateTimeException e) {
            throw new Wrong("Line " + number + ": this is no time.");
        }
    }

    private static boolean isSigned(String key, String message, String signature) {
        try {
            var publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(concat(BEFORE_A_KEY, unbase64(key, 32, "The key"))));
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(utf8(message));
            return verifier.verify(unbase64(signature, 64, "The signature"));
        } catch (GeneralSecurityException e) {
            // No point of the curve, or no signature at all.
            return false;
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes the one spelling alone: the last character has bits that a lenient reader does not look at. */
    private static byte[] unbase64(String written, int length, String what) {
        try {
            var bytes = Base64.getUrlDecoder().decode(written);
            require(
                    bytes.length == length && base64(bytes).equals(written),
                    "%s is not written as it has to be.",
                    what);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Wrong(what + " is not base64url.");
        }
    }

    /** Reads JSON (RFC 8259) into maps, lists, strings, whole numbers, booleans and null. */
    private static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        private static Map<String, Object> object(String text, String what) {
            var json = new Json(text);
            try {
                var value = json.value();
                json.space();
                require(json.at == text.length(), "%s goes on after its end.", what);
                return object(value, what);
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new Wrong(what + " is no JSON.");
            }
        }

        private static Map<String, Object> object(Object value, String what) {
            require(value instanceof Map<?, ?>, "%s is no object.", what);
            var object = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) value).forEach((name, member) -> object.put((String) name, member));
            return object;
        }

        private static String text(Map<String, Object> object, String name) {
            require(object.get(name) instanceof String, "There is no text \"%s\".", name);
            return (String) object.get(name);
        }

        private static long number(Map<String, Object> object, String name) {
            require(object.get(name) instanceof Long, "There is no number \"%s\".", name);
            return (Long) object.get(name);
        }

        private static List<?> list(Map<String, Object> object, String name) {
            require(object.get(name) instanceof List<?>, "There is no list \"%s\".", name);
            return (List<?>) object.get(name);
        }

        private Object value() {
            space();
            return switch (text.charAt(at)) {
                case '{' -> members();
                case '[' -> elements();
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, Object> members() {
            var members = new LinkedHashMap<String, Object>();
            for (at++; !ends('}', members.isEmpty()); ) {
                space();
                var name = string();
                space();
                expect(':');
                require(!members.containsKey(name), "\"%s\" stands twice in the same object.", name);
                members.put(name, value());
            }
            return members;
        }

        private List<Object> elements() {
            var elements = new ArrayList<>();
            for (at++; !ends(']', elements.isEmpty()); ) {
                elements.add(value());
            }
            return elements;
        }

        /** Goes over what stands between two elements, or over the end. */
        private boolean ends(char end, boolean isFirst) {
            space();
            if (text.charAt(at) == end) {
                at++;
                return true;
            }
            if (!isFirst) {
                expect(',');
            }
            return false;
        }

        private String string() {
            expect('"');
            var string = new StringBuilder();
            for (var c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                require(c >= ' ', "A text has a control character in it.");
                string.append(c == '\\' ? escaped() : c);
            }
            return string.toString();
        }

        private char escaped() {
            var c = text.charAt(at++);
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
                default -> throw new Wrong("A text has an escape in it that there is none of.");
            };
        }

        private Object word(String word, Object value) {
            require(text.startsWith(word, at), "There is a word that is no JSON.");
            at += word.length();
            return value;
        }

        private Long number() {
            var begin = at;
            while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(text.substring(begin, at));
        }

        private void expect(char c) {
            require(text.charAt(at) == c, "There is a '%s' where '%s' has to be.", text.charAt(at), c);
            at++;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
