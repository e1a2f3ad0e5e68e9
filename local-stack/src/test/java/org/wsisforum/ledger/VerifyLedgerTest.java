package org.wsisforum.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsisforum.ledger.MadeUpLedger.line;
import static org.wsisforum.ledger.MadeUpLedger.project;
import static org.wsisforum.ledger.MadeUpLedger.voter;

/** Anybody who was handed a ledger can tell whether it is whole, and whether it was counted right. */
class VerifyLedgerTest {

    @TempDir
    Path folder;

    private String said;

    private int verify(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var texts = new ArrayList<String>();
        for (var argument : arguments) {
            texts.add(argument.toString());
        }
        var code = VerifyLedger.run(new PrintStream(out, true, StandardCharsets.UTF_8), texts.toArray(String[]::new));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int verify(MadeUpLedger ledger) throws IOException {
        return verify(ledger.write(folder.resolve("ledger.jsonl")));
    }

    /** Three voters vote in two categories; one of them leaves one out. */
    private static MadeUpLedger small() {
        return new MadeUpLedger()
                .vote(1, 1, 11)
                .vote(2, 1, 11)
                .vote(3, 1, 12)
                .vote(1, 2, 21)
                .vote(2, 2, 22);
    }

    @Test
    void a_ledger_that_is_whole_is_told_of_in_plain_words() throws IOException {
        var ledger = small();
        assertThat(verify(ledger)).isZero();
        assertThat(said)
                .contains("Ledger of 2021: 5 votes of 3 voters.")
                .contains("Head: " + ledger.head())
                .contains("Signed under the key " + ledger.kid());
    }

    @Test
    void a_ledger_without_votes_is_whole_too() throws IOException {
        assertThat(verify(new MadeUpLedger())).isZero();
        assertThat(said).contains("0 votes of 0 voters");
    }

    @Test
    void any_byte_that_is_changed_is_found() throws IOException {
        var whole = small().changeAllowed().changed(1, 1, 13, 0).text().getBytes(StandardCharsets.UTF_8);
        var file = folder.resolve("changed.jsonl");
        assertThat(verify(Files.write(file, whole))).isZero();
        for (var place = 0; place < whole.length; place++) {
            // Another bit, another case, another digit or letter.
            for (var other :
                    new int[] {whole[place] ^ 1, whole[place] ^ 32, whole[place] ^ 4, whole[place] + 1, ' ', '\n'}) {
                if ((byte) other != whole[place]) {
                    var changed = whole.clone();
                    changed[place] = (byte) other;
                    assertThat(verify(Files.write(file, changed)))
                            .as("byte %d, %s instead of %s", place, (byte) other, whole[place])
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void any_byte_that_is_missing_or_too_much_is_found() throws IOException {
        var whole = small().text();
        for (var place = 0; place < whole.length(); place++) {
            assertThat(verify(file("less.jsonl", whole.substring(0, place) + whole.substring(place + 1))))
                    .as("without byte " + place)
                    .isEqualTo(1);
            assertThat(verify(file("cut.jsonl", whole.substring(0, place))))
                    .as("cut at " + place)
                    .isEqualTo(1);
            assertThat(verify(file("more.jsonl", whole.substring(0, place) + " " + whole.substring(place))))
                    .as("a space at " + place)
                    .isEqualTo(1);
        }
        assertThat(verify(file("more.jsonl", whole + "\n"))).isEqualTo(1);
        assertThat(verify(file("more.jsonl", whole + whole))).isEqualTo(1);
        assertThat(verify(file("crlf.jsonl", whole.replace("\n", "\r\n")))).isEqualTo(1);
    }

    @Test
    void a_line_that_is_taken_away_added_or_moved_is_found() throws IOException {
        var lines = small().text().lines().toList();
        for (var line = 0; line < lines.size(); line++) {
            var less = new ArrayList<>(lines);
            less.remove(line);
            assertThat(verify(file("less.jsonl", String.join("\n", less) + "\n")))
                    .isEqualTo(1);
            var moved = new ArrayList<>(lines);
            moved.add(moved.remove(line));
            if (line < lines.size() - 1) {
                assertThat(verify(file("moved.jsonl", String.join("\n", moved) + "\n")))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void it_says_in_which_line_something_is_wrong_where_that_can_be_known() throws IOException {
        assertThat(verify(small().vote(3, 1, 11))).isEqualTo(1);
        assertThat(said).contains("Line 7: the voter has voted in category 1 before.");
        assertThat(verify(small().add(line(9, 2, 21, 3, 1, null)))).isEqualTo(1);
        assertThat(said).contains("Line 7: the vote was cast before the one in the line above.");
        assertThat(verify(small().add("{\"vote\":1}"))).isEqualTo(1);
        assertThat(said).contains("Line 7: this is not how a vote is written.");
        assertThat(verify(small().changed(1, 1, 12, 0))).isEqualTo(1);
        assertThat(said).contains("Line 7: a vote may not take another's place here.");
        assertThat(verify(small().changeAllowed().changed(1, 1, 12, 1))).isEqualTo(1);
        assertThat(said)
                .contains("Line 7: the vote takes the place of one that is not the voter's last in category 1.");
        assertThat(verify(small().changeAllowed().changed(3, 2, 21, 3))).isEqualTo(1);
        assertThat(said).contains("Line 7: the vote takes the place of one");
    }

    @Test
    void of_votes_at_the_same_instant_the_ids_are_the_order() throws IOException {
        var ordered = new MadeUpLedger().add(line(1, 1, 11, 1, 0, null)).add(line(2, 1, 11, 2, 0, null));
        assertThat(verify(ordered)).isZero();
        var reversed = new MadeUpLedger().add(line(2, 1, 11, 1, 0, null)).add(line(1, 1, 11, 2, 0, null));
        assertThat(verify(reversed)).isEqualTo(1);
    }

    @Test
    void a_vote_may_take_the_place_of_the_last_one_again_and_again() throws IOException {
        assertThat(verify(small().changeAllowed().changed(1, 1, 12, 0).changed(1, 1, 13, 5)))
                .isZero();
        assertThat(verify(small().changeAllowed().changed(1, 1, 12, 0).changed(1, 1, 13, 0)))
                .isEqualTo(1);
    }

    @Test
    void a_signature_of_something_else_is_none() throws IOException {
        assertThat(verify(small().signedFor("2022"))).isEqualTo(1);
        assertThat(said).contains("the signature is not that of the key in line 1");
    }

    @Test
    void a_whole_ledger_that_somebody_else_made_up_is_found_by_the_forums_keys() throws IOException {
        var ledger = small().write(folder.resolve("ledger.jsonl"));
        var forum = file("keys.json", new MadeUpLedger().keys());
        assertThat(verify(ledger, "--key", forum)).isEqualTo(1);
        assertThat(said).contains("a key that the file of keys does not name");
        var mine = small();
        assertThat(verify(mine.write(folder.resolve("ledger.jsonl")), "--key", file("keys.json", mine.keys())))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_receipt_is_found_in_the_ledger(boolean isLeft) throws IOException {
        var ledger = small();
        var receipt = ledger.receipt(ledger.votes().get(3), isLeft);
        var file = ledger.write(folder.resolve("ledger.jsonl"));
        assertThat(verify(file, "--receipt", file("receipt.json", receipt))).isZero();
        assertThat(said).contains("its vote stands in line 5");
        assertThat(verify("--receipt", file("receipt.json", receipt), file)).isZero();
        var other = isLeft ? "left" : "right";
        for (var changed : new String[] {
            receipt.replace("\"2021\"", "\"2022\""),
            receipt.replace("\"category\":2", "\"category\":1"),
            receipt.replace("10:00:03", "10:00:04"),
            receipt.replace(ledger.kid(), new MadeUpLedger().kid()),
            receipt.replace(isLeft ? "\"right\":" : "\"left\":", "\"" + other + "\":"),
            receipt.replaceAll("\"path\":\\[[^]]*]", "\"path\":[]"),
            receipt.replace("\"digest\"", "\"digests\""),
            receipt + "x",
            receipt.substring(1)
        }) {
            assertThat(changed).isNotEqualTo(receipt);
            assertThat(verify(file, "--receipt", file("receipt.json", changed)))
                    .as(changed)
                    .isEqualTo(1);
        }
    }

    @Test
    void a_vote_that_was_promised_and_left_out_is_missed() throws IOException {
        var ledger = small();
        var receipt = file("receipt.json", ledger.receipt(line(77, 2, 22, 3, 99, null), true));
        assertThat(verify(ledger.write(folder.resolve("ledger.jsonl")), "--receipt", receipt))
                .isEqualTo(1);
        assertThat(said).contains("its vote is not in the ledger");
    }

    /** The tally of {@link #small}: the third voter's ballot lacks a category. */
    private static String tally(MadeUpLedger ledger) {
        return """
                {"format":"wsis-tally","version":1,"edition":"2021","ledgerHead":"%s","rules":%s,
                 "quarantine":[],"ties":[],
                 "ballots":{"cast":3,"setApart":0,"incomplete":1,"counted":2},
                 "votes":{"cast":5,"superseded":0,"setApart":0,"incomplete":1,"notNominated":0,"counted":4},
                 "categories":[
                  {"category":1,"nominees":[{"project":"%s","votes":2},{"project":"%s","votes":0}],
                   "notNominated":[],"champions":["%s"]},
                  {"category":2,"nominees":[{"project":"%s","votes":1},{"project":"%s","votes":1}],
                   "notNominated":[],"champions":["%s","%s"]}]}""".formatted(
                        ledger.head(),
                        ledger.rules(),
                        project(11),
                        project(12),
                        project(11),
                        project(21),
                        project(22),
                        project(21),
                        project(22));
    }

    private int verify(MadeUpLedger ledger, String tally) throws IOException {
        return verify(ledger.write(folder.resolve("ledger.jsonl")), "--tally", file("tally.json", tally));
    }

    @Test
    void a_tally_is_counted_again() throws IOException {
        var ledger = small();
        assertThat(verify(ledger, tally(ledger))).as(() -> said).isZero();
        assertThat(said).contains("counting anew comes to the same, in 2 categories");
    }

    @Test
    void a_tally_that_says_anything_else_is_refused() throws IOException {
        var ledger = small();
        var tally = tally(ledger);
        for (var change : Map.of(
                        "\"votes\":2}",
                        "\"votes\":3}",
                        "\"incomplete\":1,\"counted\":2",
                        "\"incomplete\":0,\"counted\":3",
                        "\"votes\":{\"cast\":5",
                        "\"votes\":{\"cast\":6",
                        ",\"champions\":[\"" + project(11) + "\"]",
                        ",\"champions\":[\"" + project(12) + "\"]",
                        "\"championsPerCategory\":2",
                        "\"championsPerCategory\":1",
                        ledger.head(),
                        small().head(),
                        "\"category\":2",
                        "\"category\":3",
                        "\"quarantine\":[]",
                        "\"quarantine\":[{\"voter\":\"" + voter(1) + "\",\"decision\":\"excluded\"}]",
                        "\"notNominated\":[],\"champions\":[\"" + project(11),
                        "\"notNominated\":[{\"project\":\"" + project(12) + "\",\"votes\":1}],\"champions\":[\""
                                + project(11))
                .entrySet()) {
            var changed = tally.replace(change.getKey(), change.getValue());
            assertThat(changed).isNotEqualTo(tally);
            assertThat(verify(ledger, changed)).as(change + ": " + said).isEqualTo(1);
        }
        assertThat(verify(ledger, tally.replace("\"votes\":2}", "\"votes\":3}")))
                .isEqualTo(1);
        assertThat(said)
                .contains("Category 1: for the project " + project(11)
                        + " the tally says 3 votes, and the ledger gives 2.");
    }

    @Test
    void a_tally_goes_by_changed_votes_voters_set_apart_and_decided_ties() throws IOException {
        var ledger = new MadeUpLedger()
                .changeAllowed()
                .ballot("any-categories")
                .champions(1)
                .categories(1)
                .vote(1, 1, 11)
                .vote(2, 1, 12)
                .vote(3, 1, 12)
                .vote(4, 1, 13)
                .changed(1, 1, 13, 0)
                .vote(5, 1, 12);
        var tally = """
                {"format":"wsis-tally","version":1,"edition":"2021","ledgerHead":"%s","rules":%s,
                 "quarantine":[{"voter":"%s","decision":"undecided"},{"voter":"%s","decision":"counted"}],
                 "ties":[{"category":1,"projects":["%s"],"reason":"ü","by":"x"}],
                 "ballots":{"cast":5,"setApart":1,"incomplete":0,"counted":4},
                 "votes":{"cast":6,"superseded":1,"setApart":1,"incomplete":0,"notNominated":0,"counted":4},
                 "categories":[{"category":1,
                   "nominees":[{"project":"%s","votes":2},{"project":"%s","votes":2},{"project":"%s","votes":0}],
                   "notNominated":[],"tie":{"projects":["%s","%s"],"places":1,"votes":2,"decided":true},
                   "champions":["%s"]}]}""".formatted(
                        ledger.head(),
                        ledger.rules(),
                        voter(5),
                        voter(4),
                        project(13),
                        project(12),
                        project(13),
                        project(11),
                        project(12),
                        project(13),
                        project(13));
        assertThat(verify(ledger, tally)).as(() -> said).isZero();
        assertThat(verify(ledger, tally.replace("\"decided\":true", "\"decided\":false")))
                .isEqualTo(1);
        assertThat(verify(ledger, tally.replace("\"decision\":\"undecided\"", "\"decision\":\"counted\"")))
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_checked_is_another_answer_than_what_is_wrong() throws IOException {
        assertThat(verify()).isEqualTo(2);
        assertThat(verify(folder.resolve("not-there"))).isEqualTo(2);
        assertThat(verify(folder)).isEqualTo(2);
        assertThat(verify("a", "b")).isEqualTo(2);
        assertThat(verify("a", "--tally")).isEqualTo(2);
        assertThat(verify("--unknown", "a")).isEqualTo(2);
        var ledger = small().write(folder.resolve("ledger.jsonl"));
        assertThat(verify(ledger, "--tally", folder.resolve("not-there"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "{}\n", "[]\n{}\n", "{\"format\":\"wsis-ledger\",\"version\":1}\n{}\n", "null\n\n"})
    void what_is_no_ledger_is_refused(String content) throws IOException {
        assertThat(verify(file("ledger.jsonl", content))).isEqualTo(1);
    }

    @Test
    void a_million_votes_are_verified_and_counted_again() throws IOException {
        var voters = 56_000;
        var categories = new Integer[18];
        for (var i = 0; i < 18; i++) {
            categories[i] = i + 1;
        }
        var made = new MadeUpLedger().categories(categories).champions(5);
        var file = made.write(folder.resolve("million.jsonl"), voters);
        var head = lastLine(file).split("\"")[3];
        var results = new ArrayList<String>();
        for (var category : categories) {
            results.add(result(category, voters));
        }
        var tally = """
                {"format":"wsis-tally","version":1,"edition":"2021","ledgerHead":"%s","rules":%s,"quarantine":[],"ties":[],
                 "ballots":{"cast":56000,"setApart":0,"incomplete":0,"counted":56000},
                 "votes":{"cast":1008000,"superseded":0,"setApart":0,"incomplete":0,"notNominated":0,"counted":1008000},
                 "categories":[%s]}""".formatted(head, made.rules(), String.join(",", results));
        assertThat(verify(file, "--tally", file("tally.json", tally)))
                .as(() -> said)
                .isZero();
    }

    private static String lastLine(Path file) throws IOException {
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[300];
            lines.seek(lines.length() - end.length);
            lines.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList().getLast();
        }
    }

    /** What the made-up votes come to, counted by the rule that makes them up. */
    private static String result(int category, int voters) {
        var votes = new TreeMap<String, Long>();
        for (var voter = 0; voter < voters; voter++) {
            votes.merge(project(100 * category + voter % 7 % (1 + category % 7)).toString(), 1L, Long::sum);
        }
        var ranked = votes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var places = 5;
        var isTied = ranked.size() > places
                && ranked.get(places - 1).getValue().equals(ranked.get(places).getValue());
        var last = isTied ? ranked.get(places).getValue() : -1;
        var tied = ranked.stream()
                .filter(e -> e.getValue() == last)
                .map(e -> '"' + e.getKey() + '"')
                .toList();
        var champions = ranked.stream()
                .limit(places)
                .filter(e -> e.getValue() != last)
                .map(e -> '"' + e.getKey() + '"')
                .toList();
        return "{\"category\":%d,\"nominees\":[%s],\"notNominated\":[],%s\"champions\":[%s]}"
                .formatted(
                        category,
                        ranked.stream()
                                .map(e -> "{\"project\":\"" + e.getKey() + "\",\"votes\":" + e.getValue() + "}")
                                .collect(Collectors.joining(",")),
                        isTied
                                ? "\"tie\":{\"projects\":[" + String.join(",", tied) + "],\"places\":"
                                        + (places - champions.size()) + ",\"votes\":" + last + ",\"decided\":false},"
                                : "",
                        String.join(",", champions));
    }
}
