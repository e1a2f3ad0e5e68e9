package org.wsisforum.awards.vote;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.IDNA;

/**
 * Whose mailbox an address is. Addresses that arrive in the same one are the same mailbox: letters of either case and of any
 * width, a domain in its own script or in the one of the DNS, anything behind a {@code +}, and with Google the dots and the
 * second name of its domain.
 *
 * <p>Not everybody reads {@code +} like this: a provider that gives {@code a+b} to somebody other than {@code a} takes a vote
 * from one of them. Of the large ones none does.
 *
 * @param local what stands before the {@code @}
 * @param domain what stands behind it
 */
record Mailbox(String local, String domain) {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final Set<String> OF_GOOGLE = Set.of("gmail.com", "googlemail.com");

    /** Of an address as a sign-in gives it; empty for what is no address. */
    static Optional<Mailbox> of(String address) {
        var plain = Normalizer.normalize(address, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        if (at < 1 || at == plain.length() - 1) {
            return Optional.empty();
        }
        var local = plain.substring(0, at);
        var plus = local.indexOf('+');
        // An address that begins with a plus has no other name.
        if (plus > 0) {
            local = local.substring(0, plus);
        }
        var domain = ascii(plain.substring(at + 1));
        if (OF_GOOGLE.contains(domain)) {
            return Optional.of(new Mailbox(local.replace(".", ""), "gmail.com"));
        }
        return Optional.of(new Mailbox(local, domain));
    }

    private static String ascii(String domain) {
        var info = new IDNA.Info();
        var ascii = NAMES.nameToASCII(domain, new StringBuilder(), info).toString();
        var name = info.hasErrors() ? domain : ascii;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Whether the domain, or one that it lies below, is among these. */
    boolean isAt(Set<String> domains) {
        for (var name = domain; ; name = name.substring(name.indexOf('.') + 1)) {
            if (domains.contains(name)) {
                return true;
            }
            if (name.indexOf('.') < 0) {
                return false;
            }
        }
    }

    String address() {
        return local + "@" + domain;
    }

    /** Personal data must not get into a log by way of a message. */
    @Override
    public String toString() {
        return "a mailbox";
    }
}
