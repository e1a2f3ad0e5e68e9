package org.wsisforum.registration.delegation;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

import static org.wsisforum.registration.delegation.DelegationProblem.QUOTA_BELOW_TAKEN;

/** Those who come together to an edition. */
@Entity
class Delegation {

    private static final Collator NAMES = Collator.getInstance(ULocale.FRENCH).freeze();

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;

    @Enumerated(EnumType.STRING)
    private DelegationKind kind;

    private String country;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text name;

    private String nameKey;
    private String email;
    private Integer onSiteQuota;
    private Integer remoteQuota;

    /** Counted by {@link Places} alone, in the database: what was read here must not be written back. */
    @Column(insertable = false, updatable = false)
    private int onSiteTaken;

    @Column(insertable = false, updatable = false)
    private int remoteTaken;

    protected Delegation() {}

    Delegation(String edition, DelegationInput input) {
        this.edition = edition;
        this.kind = input.kind();
        this.country = input.countryCode();
        write(new DelegationDetails(input.called(), input.email(), input.quota()));
    }

    /** Changes what can be changed, and names the fields that are new; 409 where more places are taken than would be left. */
    List<String> rewrite(DelegationDetails wanted) {
        var quota = wanted.quota() == null ? Quota.NONE : wanted.quota();
        for (var attendance : Attendance.values()) {
            if (quota.of(attendance) != null && quota.of(attendance) < taken(attendance)) {
                throw QUOTA_BELOW_TAKEN.because(
                        taken(attendance) + " places are taken (" + attendance.json() + "); free some first.");
            }
        }
        var fields = Change.differences(details(), new DelegationDetails(wanted.name(), wanted.email(), quota));
        write(wanted);
        return fields;
    }

    private void write(DelegationDetails wanted) {
        var quota = wanted.quota() == null ? Quota.NONE : wanted.quota();
        name = wanted.name();
        var shown = name.bestFor(Language.FR).map(Text.Chosen::value).orElse("");
        nameKey = HexFormat.of().formatHex(NAMES.getCollationKey(shown).toByteArray());
        email = wanted.email();
        onSiteQuota = quota.onSite();
        remoteQuota = quota.remote();
    }

    /** What can be changed of it, as it is now. */
    DelegationDetails details() {
        return new DelegationDetails(name, email, new Quota(onSiteQuota, remoteQuota));
    }

    DelegationSummary summary() {
        return new DelegationSummary(id, kind, country, name);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    DelegationKind kind() {
        return kind;
    }

    String country() {
        return country;
    }

    Text name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    String email() {
        return email;
    }

    int taken(Attendance attendance) {
        return attendance == Attendance.ON_SITE ? onSiteTaken : remoteTaken;
    }
}
