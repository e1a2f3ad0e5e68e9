package org.wsisforum.registration.invitation;

import org.wsisforum.kit.problem.ProblemType;

enum InvitationProblem implements ProblemType {
    INVITATION_NOT_FOUND(404, "The edition has no such invitation."),
    INVITATION_WITHDRAWN(410, "The invitation was withdrawn."),
    NOT_A_DRAFT(409, "The invitation is no draft any more."),
    NOT_CLEARED(409, "The invitation has not been cleared."),
    NOT_SENT(409, "The invitation has not been sent."),
    TOO_MANY_LINKS(429, "The invitation was given too many links."),
    TOO_MANY_WRONG_KEYS(429, "Too many keys that open nothing were tried."),
    NO_MAIL_SERVER(409, "The service has no mail server."),
    NOTHING_TO_MAIL(409, "There is nobody to mail the letter to."),
    LETTER_ON_ITS_WAY(409, "The letter is being mailed by another request."),
    MAILING_NOT_FOUND(404, "The edition has no such mailing."),
    MAIL_NOT_FOUND(404, "The edition has no such mail."),
    NO_DELIVERY_REPORT(422, "This is no report on a mail of this service."),
    ALREADY_INVITED(409, "This country was invited with this letter already."),
    UNKNOWN_COUNTRY(422, "The Forum knows no such country."),
    UNKNOWN_RANK(422, "The edition's ladder has no such rank."),
    UNKNOWN_STATE(422, "An invitation has no such state."),
    NOT_ANSWERED(404, "The invitation has not been answered."),
    RESPONSE_DEADLINE_PASSED(409, "The time to answer is over."),
    CHANNEL_NOT_OPEN(422, "The edition takes no answers this way."),
    RESPONSE_NOT_COHERENT(422, "The parts of the answer do not go together."),
    RANK_IS_FOR_STAFF(403, "Only the secretariat says that a speaker has a higher rank."),
    OVERRIDE_NOT_YOURS(403, "Only the secretariat can take an answer after the deadline, or by letter.");

    private final int status;
    private final String title;

    InvitationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
