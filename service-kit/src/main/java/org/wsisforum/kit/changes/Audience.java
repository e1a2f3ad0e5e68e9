package org.wsisforum.kit.changes;

/**
 * Who may read a change.
 *
 * @param name as stored: {@code public}, {@code role:secretariat}, {@code delegation:CH}, {@code person:…}
 */
public record Audience(String name) {

    /** Everybody, without signing in. Changes for everybody hold no personal data. */
    public static final Audience PUBLIC = new Audience("public");

    /** Everybody with this role. */
    public static Audience role(String role) {
        return new Audience("role:" + role);
    }

    /** The focal points of this delegation. */
    public static Audience delegation(String delegation) {
        return new Audience("delegation:" + delegation);
    }

    /** One person or program, by opaque subject. */
    public static Audience person(String subject) {
        return new Audience("person:" + subject);
    }
}
