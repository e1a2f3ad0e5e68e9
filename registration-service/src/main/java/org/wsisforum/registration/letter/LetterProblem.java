package org.wsisforum.registration.letter;

import org.wsisforum.kit.problem.ProblemType;

enum LetterProblem implements ProblemType {
    LETTER_NOT_FOUND(404, "The edition has no such letter."),
    REFERENCE_TAKEN(409, "A letter of this edition has this reference already."),
    LETTER_IS_OUT(409, "The letter has been sent and is not rewritten.");

    private final int status;
    private final String title;

    LetterProblem(int status, String title) {
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
