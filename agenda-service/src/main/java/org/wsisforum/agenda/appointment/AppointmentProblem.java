package org.wsisforum.agenda.appointment;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about appointments. */
enum AppointmentProblem implements ProblemType {
    FUNCTION_IS_HELD(409, "The function is held by as many as the edition gives it."),
    APPOINTMENT_ENDED(409, "The appointment has an end already.");

    private final int status;
    private final String title;

    AppointmentProblem(int status, String title) {
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
            return List.of(AppointmentProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("appointment_seat_is_free", FUNCTION_IS_HELD);
        }
    }
}
