package org.wsisforum.agenda.export;

/** A form in which the programme goes out. */
enum Form {
    CALENDAR("calendar.ics", "text/calendar;charset=utf-8", "attachment", 1, false),
    SCHEDULE_XML("schedule.xml", "application/xml;charset=utf-8", "inline", 1, true),
    SCHEDULE_JSON("schedule.json", "application/json", "inline", 1, true),
    TABLE("sessions.csv", "text/csv;charset=utf-8", "attachment", 1, false),
    LINKED_DATA("sessions.jsonld", "application/ld+json", "inline", 1, false),
    FEED("releases.atom", "application/atom+xml;charset=utf-8", "inline", 1, true);

    private final String file;
    private final String mediaType;
    private final String disposition;
    private final int version;
    private final boolean namesRelease;

    /**
     * A form.
     *
     * @param version goes up whenever the same release comes out in other bytes than before, since the ETag is made of it
     * @param namesRelease whether the number of the release is in it
     */
    Form(String file, String mediaType, String disposition, int version, boolean namesRelease) {
        this.file = file;
        this.mediaType = mediaType;
        this.disposition = disposition;
        this.version = version;
        this.namesRelease = namesRelease;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether it differs from release to release, whatever they show. */
    boolean namesRelease() {
        return namesRelease;
    }

    /** What the form is in all bytes that it ever had. */
    String identity() {
        return file + " " + version;
    }

    /** What the browser does with it, and what it calls the file. */
    String disposition(String edition) {
        return disposition + "; filename=\"wsis-" + edition + "-" + file + "\"";
    }
}
