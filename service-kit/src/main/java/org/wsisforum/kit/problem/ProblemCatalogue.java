package org.wsisforum.kit.problem;

import java.util.List;
import java.util.Map;

/** The refusals of one feature; each feature has one bean that implements it. */
public interface ProblemCatalogue {

    /** All refusals of the feature. */
    List<? extends ProblemType> types();

    /**
     * Which refusal stands for which constraint of the database. The constraint is the last line of defence, and its
     * violation must tell the client the same as a check that looked first.
     */
    default Map<String, ProblemType> byConstraint() {
        return Map.of();
    }
}
