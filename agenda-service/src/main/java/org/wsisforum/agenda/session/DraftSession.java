package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.List;

import org.wsisforum.agenda.session.Drafts.Panellist;
import org.wsisforum.kit.text.Text;

/**
 * A session as another feature asks for it to be drafted.
 *
 * @param code what people and programs call it
 * @param type the code of a session type
 * @param track the code of a track of the edition
 * @param title the title
 * @param description what it is about
 * @param startsAt its beginning
 * @param endsAt its end
 * @param attendance how one takes part
 * @param actionLines codes of the Action Lines it serves
 * @param goals numbers of the goals it serves
 * @param organizer who holds it
 * @param organizerAccount the subject of the account that may say some of it
 * @param panellists who is expected to take part
 */
public record DraftSession(
        String code,
        String type,
        String track,
        Text title,
        Text description,
        Instant startsAt,
        Instant endsAt,
        Attendance attendance,
        List<String> actionLines,
        List<Integer> goals,
        String organizer,
        String organizerAccount,
        List<Panellist> panellists) {

    /** @param people the panellists, as people of the programme */
    SessionInput input(List<Appearance> people) {
        return new SessionInput(
                code,
                type,
                track,
                title,
                description,
                startsAt,
                endsAt,
                attendance,
                null,
                people,
                actionLines,
                goals,
                List.of(),
                List.of(organizer),
                List.of(organizerAccount),
                null,
                List.of(),
                List.of(),
                false,
                false,
                null,
                List.of(),
                List.of(),
                null,
                false,
                false,
                null);
    }
}
