package org.wsisforum.registration.invitation;

import org.wsisforum.kit.problem.ProblemType;

enum InvitationProblem implements ProblemType {
    INVITATION_NOT_FOUND(404, "The edition has no such invitation."),
    ALREADY_INVITED(409, "This country was invited with this letter already."),
    UNKNOWN_COUNTRY(422, "The Forum knows no such country."),
    UNKNOWN_STATE(422, "An invitation has no such state."),
    NOT_ANSWERED(404, "The invitation has not been answered."),
    RESPONSE_DEADLINE_PASSED(409, "The time to answer is over."),
    CHANNEL_NOT_OPEN(422, "The edition takes no answers this way."),
    RESPONSE_NOT_COHERENT(422, "The parts of the answer do not go together."),
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
