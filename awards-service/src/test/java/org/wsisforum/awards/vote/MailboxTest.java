package org.wsisforum.awards.vote;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which addresses are the same mailbox. */
class MailboxTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.org,            anna@example.org",
        "Anna@EXAMPLE.org,            anna@example.org",
        "anna+prizes@example.org,     anna@example.org",
        "anna+a+b@example.org,        anna@example.org",
        "ａｎｎａ@example.org,          anna@example.org",
        "anna@example.org.,           anna@example.org",
        "anna.b@example.org,          anna.b@example.org",
        "a.n.n.a@gmail.com,           anna@gmail.com",
        "anna+x@googlemail.com,       anna@gmail.com",
        "anna@bücher.example,         anna@xn--bcher-kva.example",
        "anna@BÜCHER.example,         anna@xn--bcher-kva.example",
        "anna@xn--bcher-kva.example,  anna@xn--bcher-kva.example",
        "anna@пример.example,         anna@xn--e1afmkfd.example",
        "+tag@example.org,            +tag@example.org",
        "\"a@b\"@example.org,         \"a@b\"@example.org"
    })
    void it_is_known_by_one_spelling(String address, String mailbox) {
        assertThat(Mailbox.of(address)).map(Mailbox::address).contains(mailbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "@example.org", "anna@"})
    void what_has_no_name_or_no_domain_is_none(String address) {
        assertThat(Mailbox.of(address)).isEmpty();
    }

    @Test
    void it_is_at_a_domain_and_at_those_above_it() {
        var mailbox = Mailbox.of("a@x.mailinator.com").orElseThrow();
        assertThat(mailbox.isAt(Set.of("mailinator.com"))).isTrue();
        assertThat(mailbox.isAt(Set.of("nator.com"))).isFalse();
        assertThat(Mailbox.of("a@notmailinator.com").orElseThrow().isAt(Set.of("mailinator.com")))
                .isFalse();
    }

    @Test
    void it_does_not_tell_itself() {
        assertThat(Mailbox.of("anna@example.org").orElseThrow().toString()).doesNotContain("anna");
    }
}
