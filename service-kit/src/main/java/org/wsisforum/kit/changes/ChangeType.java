package org.wsisforum.kit.changes;

import java.util.Set;

/** One kind of change: a constant of a feature's enum. */
public interface ChangeType {

    /** What changed and how, in the past tense, without service and version: {@code session.moved}. */
    String what();

    /** Who may read of it; a change may name more readers when it is recorded. */
    Set<Audience> audiences();

    /** One sentence for the catalogue. */
    String meaning();
}
