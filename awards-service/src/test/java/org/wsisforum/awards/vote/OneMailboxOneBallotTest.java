package org.wsisforum.awards.vote;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.wsisforum.awards.vote.OpenEdition.rows;
import static org.wsisforum.awards.vote.OpenEdition.somebody;
import static org.wsisforum.awards.vote.OpenEdition.voter;

/** However many accounts and spellings there are, a mailbox has one ballot; and nobody can be told from what is stored. */
@AwardsTest
class OneMailboxOneBallotTest {

    private final OpenEdition edition = new OpenEdition(2, 2);
    private final String me = somebody();
    private final String name = "anna." + me;

    @ParameterizedTest
    @ValueSource(strings = {"%s@example.org", "%s+2@example.org", "+%S@EXAMPLE.ORG", "%S+x@Example.Org"})
    void another_account_of_the_same_mailbox_is_refused(String spelling) {
        edition.casts(voter(me, name + "@example.org"), 1, edition.nominee(1))
                .then()
                .statusCode(201);
        var other = voter(somebody(), spelling.replaceFirst("^\\+", "").formatted(name));
        var answer = edition.casts(other, 2, edition.nominee(2)).then().statusCode(409);
        answer.body("code", is("mailbox-has-voted"));
        assertThat(answer.extract().asString())
                .doesNotContainIgnoringCase("anna")
                .doesNotContain(me)
                .doesNotContain(edition.nominee(1));
        assertThat(rows("select id from voter where edition = '" + edition.code + "'"))
                .hasSize(1);
    }

    @Test
    void another_address_in_the_same_account_gives_no_second_ballot() {
        edition.casts(voter(me, name + "@example.org"), 1, edition.nominee(1))
                .then()
                .statusCode(201);
        var moved = name + "@elsewhere.example";
        edition.casts(voter(me, moved), 1, edition.nominees(1).get(1))
                .then()
                .statusCode(409)
                .body("code", is("already-voted"));
        edition.casts(voter(me, moved), 2, edition.nominee(2)).then().statusCode(201);
        assertThat(rows("select distinct mailbox::text from voter join vote on vote.voter = voter.id"
                        + " where voter.edition = '" + edition.code + "'"))
                .hasSize(1);
    }

    @Test
    void the_same_person_is_somebody_else_in_another_edition() {
        var next = new OpenEdition(1, 1);
        edition.casts(voter(me), 1, edition.nominee(1)).then().statusCode(201);
        next.casts(voter(me), 1, next.nominee(1)).then().statusCode(201);
        for (var column : List.of("account", "mailbox", "network")) {
            assertThat(rows("select " + column + "::text from voter where edition in ('" + edition.code + "', '"
                            + next.code + "')"))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void nothing_that_is_stored_names_a_person_or_an_address() {
        edition.casts(
                        voter(me, name + "@example.org").header("X-Forwarded-For", "198.51.100.77"),
                        1,
                        edition.nominee(1))
                .then()
                .statusCode(201);
        var stored = rows("select voter.*::text || vote.*::text from voter join vote on vote.voter = voter.id"
                        + " where vote.edition = '" + edition.code + "'")
                .getFirst();
        assertThat(stored)
                .doesNotContain("anna")
                .doesNotContain(me)
                .doesNotContain("example")
                .doesNotContain("198.51");
        assertThat(rows("select length(account) || ' ' || length(mailbox) || ' ' || length(network) from voter"
                        + " where edition = '" + edition.code + "'"))
                .containsExactly("32 32 32");
    }

    @Test
    void whoever_has_not_voted_is_not_stored() {
        voter(me).get(edition.path + "/ballot").then().statusCode(200).body("missing", hasSize(2));
        edition.casts(voter(me), 1, edition.nominee(2)).then().statusCode(422);
        assertThat(rows("select id from voter where edition = '" + edition.code + "'"))
                .isEmpty();
    }
}
