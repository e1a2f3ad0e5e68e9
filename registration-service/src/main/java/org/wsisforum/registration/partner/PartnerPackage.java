package org.wsisforum.registration.partner;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;

/** What an edition offers to those who support it. */
@Entity
class PartnerPackage {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String code;
    private int tier;
    private Integer places;

    @JdbcTypeCode(SqlTypes.JSON)
    private PackageInput content;

    protected PartnerPackage() {}

    PartnerPackage(String edition, UUID id, PackageInput input) {
        this.id = id;
        this.edition = edition;
        write(input);
    }

    /** Replaces what is said of the package, and names the fields that are new. */
    List<String> replace(PackageInput input) {
        var fields = Change.differences(content, input);
        write(input);
        return fields;
    }

    private void write(PackageInput input) {
        code = input.code();
        tier = input.tier();
        places = input.places();
        content = input;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    int tier() {
        return tier;
    }

    /** How many partners can have it; null for as many as come. */
    Integer places() {
        return places;
    }

    PackageInput content() {
        return content;
    }
}
