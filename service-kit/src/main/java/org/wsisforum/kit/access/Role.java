package org.wsisforum.kit.access;

import java.util.List;

/** The realm's roles, as annotations name them. */
public final class Role {
    public static final String PARTICIPANT = "participant";
    /** Of one delegation, which the token names. */
    public static final String FOCAL_POINT = "focal-point";

    public static final String SECRETARIAT = "secretariat";
    public static final String ACCREDITATION_OFFICER = "accreditation-officer";
    public static final String PROGRAMME_MANAGER = "programme-manager";
    /** Of single sessions, which the agenda knows. */
    public static final String SESSION_ORGANIZER = "session-organizer";

    public static final String CONSULTATION_REVIEWER = "consultation-reviewer";
    /** Of assigned categories, which the awards know. */
    public static final String EXPERT = "expert";

    public static final String AWARDS_MANAGER = "awards-manager";
    public static final String CHECK_IN = "check-in";
    /** Statistics and exports without personal data. */
    public static final String ANALYST = "analyst";

    public static final String PRIVACY_OFFICER = "privacy-officer";
    /** A partner's program. */
    public static final String PARTNER = "partner";
    /** One of the platform's own services. */
    public static final String SERVICE = "service";
    /** Not a role of the realm: whoever presents a link from a letter. Says nothing about what the link opens. */
    public static final String LINK_HOLDER = "link-holder";

    /** Not a role of the realm: whoever signs in as a person, with any role that is not a program's. */
    public static final String PERSON = "person";

    /** The roles that a token can carry. */
    public static final List<String> OF_THE_REALM = List.of(
            PARTICIPANT,
            FOCAL_POINT,
            SECRETARIAT,
            ACCREDITATION_OFFICER,
            PROGRAMME_MANAGER,
            SESSION_ORGANIZER,
            CONSULTATION_REVIEWER,
            EXPERT,
            AWARDS_MANAGER,
            CHECK_IN,
            ANALYST,
            PRIVACY_OFFICER,
            PARTNER,
            SERVICE);

    /** The roles of those who are {@link #PERSON}. */
    public static final List<String> OF_PEOPLE = OF_THE_REALM.stream()
            .filter(role -> !role.equals(PARTNER) && !role.equals(SERVICE))
            .toList();

    private Role() {}
}
