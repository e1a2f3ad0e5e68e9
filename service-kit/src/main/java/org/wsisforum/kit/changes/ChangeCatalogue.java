package org.wsisforum.kit.changes;

import java.util.List;

/** The kinds of change of one feature; each feature that records changes has one bean that implements it. */
public interface ChangeCatalogue {

    /** All kinds of change of the feature. */
    List<? extends ChangeType> types();
}
