package org.wsisforum.agenda;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service says of itself is complete, and it lets in exactly whom it says. */
@ForumTest
class ApiTest {

    @Test
    void no_public_change_can_hold_anything_personal() {
        assertThat(Api.leaksOfPublicChanges("agenda")).isEmpty();
    }

    @Test
    void every_public_change_is_described_as_a_webhook_and_no_other() {
        assertThat(Api.gapsOfWebhooks("agenda")).isEmpty();
    }

    @Test
    void every_operation_is_described() {
        assertThat(Api.of("agenda").gaps()).isEmpty();
    }

    @Test
    void each_operation_lets_in_these_roles_and_no_other() {
        var everybody = new TreeSet<>(Role.OF_THE_REALM);
        everybody.add(Role.LINK_HOLDER);
        everybody.add("anonymous");
        var programme = Set.of(Role.PROGRAMME_MANAGER);
        var speaking = Set.of(Role.LINK_HOLDER, Role.FOCAL_POINT, Role.SECRETARIAT, Role.PROGRAMME_MANAGER);

        var people = new TreeSet<>(Role.OF_THE_REALM);
        people.removeAll(Set.of(Role.PARTNER, Role.SERVICE));

        var table = new TreeMap<String, Set<String>>();
        table.put("listAgendaEditions", everybody);
        table.put("readAgendaEdition", everybody);
        table.put("listReleases", everybody);
        table.put("readRelease", everybody);
        table.put("previewRelease", programme);
        table.put("publishRelease", programme);
        table.put("readReleaseFeed", everybody);
        table.put("exportCalendar", everybody);
        table.put("exportCalendarOfPerson", everybody);
        table.put("exportScheduleXml", everybody);
        table.put("exportScheduleJson", everybody);
        table.put("exportTable", everybody);
        table.put("exportLinkedData", everybody);
        table.put("listSessions", everybody);
        table.put("readSession", everybody);
        table.put("putSession", programme);
        table.put("patchSession", people);
        table.put("scheduleSession", programme);
        table.put("postponeSession", programme);
        table.put("cancelSession", programme);
        table.put("listClashes", programme);
        table.put("listRooms", everybody);
        table.put("readRoom", everybody);
        table.put("putRoom", programme);
        table.put("patchRoom", programme);
        table.put("deleteRoom", programme);
        table.put("readRoomHistory", Set.of(Role.PROGRAMME_MANAGER, Role.SECRETARIAT));
        table.put("listPeople", everybody);
        table.put("readPerson", everybody);
        table.put("addPerson", people);
        table.put("patchPerson", programme);
        table.put("deletePerson", programme);
        table.put("readPersonHistory", Set.of(Role.PROGRAMME_MANAGER, Role.SECRETARIAT));
        for (var operation : Set.of(
                "readMyAgenda", "putOnMyAgenda", "takeOffMyAgenda", "readMyFeed", "makeMyFeed", "revokeMyFeed")) {
            table.put(operation, people);
        }
        table.put("readAgendaCalendar", Set.of(Role.LINK_HOLDER));
        table.put("listSlots", speaking);
        table.put("listStatements", everybody);
        table.put("readStatement", everybody);
        table.put("bookSlot", speaking);
        table.put("releaseSlot", speaking);
        table.put("submitText", speaking);
        table.put("takeBackText", speaking);
        for (var operation : Set.of(
                "requestSlot",
                "confirmSlot",
                "substituteSpeaker",
                "listExchanges",
                "exchangeSlots",
                "takeBackExchange")) {
            table.put(operation, speaking);
        }
        for (var operation : Set.of(
                "openStatement",
                "deliverStatement",
                "takeBackDelivery",
                "withdrawStatement",
                "reopenStatement",
                "offerSlots",
                "reorderSpeakers",
                "orderSpeakersByProtocol")) {
            table.put(operation, Set.of(Role.SECRETARIAT, Role.PROGRAMME_MANAGER));
        }
        table.put("listSpeakersLists", everybody);
        table.put("readSpeakersList", everybody);
        table.put("listAppointments", everybody);
        table.put("readAppointment", everybody);
        table.put("makeAppointment", programme);
        table.put("correctAppointment", programme);
        table.put("endAppointment", programme);
        table.put("readAppointmentHistory", Set.of(Role.PROGRAMME_MANAGER, Role.SECRETARIAT));
        var handling = Set.of(Role.CONSULTATION_REVIEWER, Role.SECRETARIAT, Role.PROGRAMME_MANAGER);
        var reviewer = Set.of(Role.CONSULTATION_REVIEWER);
        table.put("readConsultation", everybody);
        table.put("readConsultationSummary", everybody);
        table.put("contribute", people);
        table.put("listContributions", everybody);
        table.put("readContribution", everybody);
        table.put("patchContribution", people);
        table.put("withdrawContribution", people);
        table.put("putContributionListing", Set.of(Role.CONSULTATION_REVIEWER, Role.SECRETARIAT));
        table.put("readContributionHistory", handling);
        for (var operation : Set.of(
                "draftWorkshopRequest",
                "patchWorkshopRequest",
                "submitWorkshopRequest",
                "withdrawWorkshopRequest",
                "listWorkshopRequests",
                "readWorkshopRequest",
                "listDeliverablesOfWorkshop",
                "deliverDescription",
                "deliverLogo",
                "deliverPanellists",
                "deliverOutcome")) {
            table.put(operation, people);
        }
        table.put("waiveDeliverable", programme);
        table.put("withdrawWaiver", programme);
        table.put("reviewWorkshopRequest", reviewer);
        table.put("decideWorkshopRequest", reviewer);
        table.put("readWorkshopRequestHistory", handling);
        table.put("listDeliverables", handling);
        table.put("listOutcomes", everybody);
        table.put("readOutcome", everybody);
        table.put("recordOutcome", people);
        table.put("patchOutcome", people);
        table.put("deleteOutcome", people);
        table.put("readOutcomeHistory", Set.of(Role.PROGRAMME_MANAGER, Role.SECRETARIAT));
        table.put("readActionLineReport", everybody);
        table.put("readGoalReport", everybody);
        table.put("readAchievementMatrix", everybody);
        table.put("listActionLines", everybody);
        table.put("listGoals", everybody);
        table.put("readMatrix", everybody);
        table.put("listCountries", everybody);
        table.put("listRegions", everybody);
        table.put("listStakeholderTypes", everybody);
        table.put("listSessionTypes", everybody);
        table.put("listProblemKinds", everybody);
        table.put("deleteSession", programme);
        table.put("readSessionHistory", Set.of(Role.PROGRAMME_MANAGER, Role.SECRETARIAT));
        table.put("readStatementHistory", Set.of(Role.PROGRAMME_MANAGER, Role.SECRETARIAT));
        table.put("followChanges", everybody);
        table.put("listChangeTypes", everybody);
        table.put("readChanges", everybody);
        for (var operation : Api.OF_WEBHOOKS) {
            table.put(operation, Set.of(Role.PARTNER, Role.SECRETARIAT));
        }
        table.put("readRegistrationFeed", Set.of(Role.SECRETARIAT));
        table.put("switchRegistrationFeed", Set.of(Role.SECRETARIAT));

        assertThat(Api.of("agenda").whoMay()).isEqualTo(table);
    }
}
