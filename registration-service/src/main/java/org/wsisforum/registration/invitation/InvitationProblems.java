package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class InvitationProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(InvitationProblem.values());
    }

    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "invitation_is_sent_once",
                InvitationProblem.ALREADY_INVITED,
                "letter_is_mailed_once",
                InvitationProblem.LETTER_ON_ITS_WAY);
    }
}
