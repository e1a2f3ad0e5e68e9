package org.wsisforum.registration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service says of itself is complete, and it lets in exactly whom it says. */
@ForumTest
class ApiTest {

    private static final Set<String> SECRETARIAT = Set.of(Role.SECRETARIAT);

    @Test
    void no_public_change_can_hold_anything_personal() {
        assertThat(Api.leaksOfPublicChanges("registration")).isEmpty();
    }

    @Test
    void every_public_change_is_described_as_a_webhook_and_no_other() {
        assertThat(Api.gapsOfWebhooks("registration")).isEmpty();
    }

    @Test
    void every_operation_is_described() {
        assertThat(Api.of("registration").gaps()).isEmpty();
    }

    @Test
    void each_operation_lets_in_these_roles_and_no_other() {
        var everybody = new TreeSet<>(Role.OF_THE_REALM);
        everybody.add(Role.LINK_HOLDER);
        everybody.add("anonymous");
        var office = Set.of(Role.SECRETARIAT, Role.LINK_HOLDER);

        var table = new java.util.TreeMap<String, Set<String>>();
        table.put("listRegistrationEditions", everybody);
        table.put("readRegistrationEdition", everybody);
        table.put("listProblemKinds", everybody);
        table.put("readLetterHistory", Set.of(Role.SECRETARIAT));
        table.put("readInvitationHistory", Set.of(Role.SECRETARIAT));
        table.put("followChanges", everybody);
        table.put("listChangeTypes", everybody);
        table.put("readChanges", everybody);
        for (var operation : Api.OF_WEBHOOKS) {
            table.put(operation, Set.of(Role.PARTNER, Role.SECRETARIAT));
        }
        table.put("listLetters", SECRETARIAT);
        table.put("readLetter", SECRETARIAT);
        table.put("writeLetter", SECRETARIAT);
        table.put("rewriteLetter", SECRETARIAT);
        table.put("issueInvitation", SECRETARIAT);
        for (var operation : List.of(
                "mailLetter",
                "listMailings",
                "readMailing",
                "listMailsOfMailing",
                "listMailsToOffice",
                "addAddressees",
                "uploadAddressees",
                "clearLetter",
                "correctInvitation",
                "clearInvitation",
                "withdrawInvitation",
                "listInvitationSteps",
                "replaceInvitationLink",
                "revokeInvitationLinks")) {
            table.put(operation, SECRETARIAT);
        }
        table.put("listResponses", SECRETARIAT);
        table.put("reportBounce", Set.of(Role.SECRETARIAT, Role.SERVICE));
        table.put("reportBounceMessage", Set.of(Role.SECRETARIAT, Role.SERVICE));
        table.put("listInvitations", Set.of(Role.SECRETARIAT, Role.SERVICE));
        table.put("readInvitation", Set.of(Role.SECRETARIAT, Role.SERVICE, Role.LINK_HOLDER));
        table.put("readInvitedOffice", Set.of(Role.SERVICE));
        table.put("answerInvitation", office);
        table.put("readResponse", office);
        table.put("readInvitationLetter", office);
        table.put("answerInvitationByForm", Set.of(Role.LINK_HOLDER));
        for (var operation : List.of(
                "listPartnerPackages", "readPartnerPackage", "listPartners", "readPartner", "readPartnerLogo")) {
            table.put(operation, everybody);
        }
        for (var operation : List.of(
                "putPartnerPackage",
                "deletePartnerPackage",
                "decidePartnerOffer",
                "putPartnerListing",
                "readPartnerOfferHistory",
                "confirmPledge",
                "enterFulfilment",
                "reverseFulfilment",
                "readPledgeHistory")) {
            table.put(operation, SECRETARIAT);
        }
        // Their own; the secretariat all.
        for (var operation : List.of(
                "offerPartnership",
                "listPartnerOffers",
                "readPartnerOffer",
                "patchPartnerOffer",
                "withdrawPartnerOffer",
                "putPartnerLogo",
                "makePledge",
                "listPledges",
                "readPledge",
                "patchPledge",
                "withdrawPledge",
                "listFulfilments")) {
            table.put(operation, Set.of(Role.PARTICIPANT, Role.PARTNER, Role.SECRETARIAT));
        }
        table.put("listDelegationNames", everybody);
        for (var operation : List.of(
                "addDelegation",
                "addMemberStates",
                "patchDelegation",
                "deleteDelegation",
                "readDelegationHistory",
                "appointFocalPoint",
                "endFocalPoint",
                "handOverFocalPoint")) {
            table.put(operation, Set.of(Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));
        }
        // Of their own delegation.
        for (var operation : List.of(
                "listDelegations",
                "readDelegation",
                "listFocalPoints",
                "listDelegationMembers",
                "readDelegationOrder",
                "putDelegationOrder",
                "putDelegationHead",
                "putDelegationDeputyHead",
                "readNominalList",
                "exportNominalListTable",
                "exportNominalListWorkbook",
                "exportNominalListDocument",
                "enterDelegationMembers")) {
            table.put(operation, Set.of(Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));
        }
        var people = new TreeSet<>(Role.OF_THE_REALM);
        people.removeAll(Set.of(Role.PARTNER, Role.SERVICE));
        table.put("readMyRegistration", people);
        table.put("readPledgeTotals", Set.of(Role.SECRETARIAT, Role.ANALYST));
        table.put("listParticipants", everybody);
        // Their own; what else they see is for the rows to say.
        var registering = new TreeSet<>(Role.OF_THE_REALM);
        registering.removeAll(Set.of(Role.PARTNER, Role.SERVICE));
        for (var operation : List.of(
                "beginRegistration",
                "readMyOwnRegistration",
                "readRegistration",
                "readVisaLetter",
                "patchRegistration",
                "submitRegistration",
                "discardRegistration",
                "withdrawRegistration")) {
            table.put(operation, registering);
        }
        for (var operation : List.of("listRegistrations", "approveRegistration", "registerDelegate")) {
            table.put(operation, Set.of(Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));
        }
        table.put("decideRegistration", Set.of(Role.ACCREDITATION_OFFICER));
        table.put("approveVisaSupport", Set.of(Role.ACCREDITATION_OFFICER));
        table.put("putRegistrationInvitation", Set.of(Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));
        table.put("readRegistrationHistory", Set.of(Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));
        table.put("exportRegistrations", Set.of(Role.SECRETARIAT, Role.ACCREDITATION_OFFICER, Role.ANALYST));
        for (var operation : List.of(
                "beginAccreditation",
                "carryAccreditationOver",
                "patchAccreditation",
                "submitAccreditation",
                "discardAccreditation",
                "appealAccreditation",
                "addAccreditationDocument",
                "removeAccreditationDocument")) {
            table.put(operation, Set.of(Role.PARTICIPANT, Role.FOCAL_POINT));
        }
        for (var operation : List.of("listAccreditations", "readAccreditation")) {
            table.put(
                    operation,
                    Set.of(Role.PARTICIPANT, Role.FOCAL_POINT, Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));
        }
        for (var operation : List.of("listAccreditationDocuments", "readAccreditationDocument")) {
            table.put(operation, Set.of(Role.PARTICIPANT, Role.FOCAL_POINT, Role.ACCREDITATION_OFFICER));
        }
        for (var operation : List.of("reviewAccreditation", "decideAccreditation", "decideAccreditationAppeal")) {
            table.put(operation, Set.of(Role.ACCREDITATION_OFFICER));
        }
        table.put("readAccreditationHistory", Set.of(Role.SECRETARIAT, Role.ACCREDITATION_OFFICER));

        assertThat(Api.of("registration").whoMay()).isEqualTo(table);
    }
}
