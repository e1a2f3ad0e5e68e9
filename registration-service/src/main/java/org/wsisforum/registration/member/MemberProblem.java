package org.wsisforum.registration.member;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about the members of a delegation. */
enum MemberProblem implements ProblemType {
    NO_MEMBER(422, "The delegation has no such member."),
    TABLE_NOT_READABLE(422, "The table cannot be read.");

    private final int status;
    private final String title;

    MemberProblem(int status, String title) {
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

    @Singleton
    static class Catalogue implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(MemberProblem.values());
        }
    }
}
