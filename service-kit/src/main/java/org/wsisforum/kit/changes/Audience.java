package org.wsisforum.kit.changes;

/**
 * Who may read a change.
 *
 * @param name as stored: {@code public}, {@code role:secretariat}, {@code delegation:CH}, {@code person:…}
 */
public record Audience(String name) {

    /** Everybody, without signing in. Changes for everybody hold no personal data. */
    public static final Audience PUBLIC = new Audience("public");

    private static final String ROLE = "role:";

    /** Everybody with this role. */
    public static Audience role(String role) {
        return new Audience(ROLE + role);
    }

    /** Whether an audience of this name is those who have a role: they read of a change because it is their work. */
    static boolean isOfRole(String name) {
        return name.startsWith(ROLE);
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
