package org.wsisforum.registration.partner;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to partners: everybody is told of the list, the secretariat and whoever made an offer of the rest. */
enum PartnerChange implements ChangeType {
    PACKAGE_ADDED(
            "partner-package.added",
            "partner-packages/{id}",
            PackageInput.FIELDS,
            true,
            "A package for partners was added."),
    PACKAGE_CHANGED(
            "partner-package.changed",
            "partner-packages/{id}",
            PackageInput.FIELDS,
            true,
            "What is said of a package was changed; its partners show it."),
    PACKAGE_REMOVED(
            "partner-package.removed",
            "partner-packages/{id}",
            Set.of(),
            true,
            "A package that nobody has was taken out."),
    LISTED("partner.listed", "partners/{id}", Set.of(), true, "A partner came on the list."),
    SHOWN_ANEW(
            "partner.changed",
            "partners/{id}",
            PartnerView.FIELDS,
            true,
            "What the list says of a partner was changed."),
    UNLISTED("partner.unlisted", "partners/{id}", Set.of(), true, "A partner is no longer on the list."),
    OFFERED(
            "partner-offer.made",
            "partner-offers/{id}",
            Set.of(),
            false,
            "Somebody expressed interest in supporting the edition."),
    OFFER_CHANGED(
            "partner-offer.changed", "partner-offers/{id}", OfferView.FIELDS, false, "What an offer says was changed."),
    ACCEPTED("partner-offer.accepted", "partner-offers/{id}", OfferView.FIELDS, false, "An offer was accepted."),
    DECLINED(
            "partner-offer.declined",
            "partner-offers/{id}",
            OfferView.FIELDS,
            false,
            "An offer was declined, with a reason."),
    WITHDRAWN(
            "partner-offer.withdrawn",
            "partner-offers/{id}",
            OfferView.FIELDS,
            false,
            "An offer was taken back, or a partnership ended."),
    PLEDGED("pledge.made", "pledges/{id}", Set.of(), false, "A partner promised something."),
    PLEDGE_CHANGED(
            "pledge.changed",
            "pledges/{id}",
            PledgeInput.FIELDS,
            false,
            "A pledge was changed before it was confirmed."),
    PLEDGE_CONFIRMED("pledge.confirmed", "pledges/{id}", Set.of("state"), false, "The secretariat confirmed a pledge."),
    PLEDGE_WITHDRAWN("pledge.withdrawn", "pledges/{id}", Set.of("state"), false, "A pledge was taken back."),
    PLEDGE_FULFILLED(
            "pledge.fulfilled", "pledges/{id}", Set.of("received"), false, "Something of a pledge was received.");

    private final String what;
    private final String subject;
    private final Set<String> fields;
    private final boolean everybody;
    private final String meaning;

    PartnerChange(String what, String subject, Set<String> fields, boolean everybody, String meaning) {
        this.what = what;
        this.subject = subject;
        this.fields = fields;
        this.everybody = everybody;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(everybody ? Audience.PUBLIC : Audience.role(Role.SECRETARIAT));
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
