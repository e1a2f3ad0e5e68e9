package org.wsisforum.kit.changes;

import java.util.Set;

/** One kind of change: a constant of a feature's enum, which a {@link ChangeCatalogue} makes known. */
public interface ChangeType {

    /** What changed and how, in the past tense, without service and version: {@code session.moved}. */
    String what();

    /**
     * What it happens to: a path below the edition, in which a part in braces stands for an identifier: {@code sessions/{id}}.
     * {@code {id}} is a UUID, {@code {code}} up to 40 letters, digits and hyphens; neither can hold a name or an address.
     */
    String subject();

    /** The fields that it may name, as the API calls them. */
    Set<String> fields();

    /** Who may read of it; a change may name more readers when it is recorded. */
    Set<Audience> audiences();

    /** One sentence for the catalogue. */
    String meaning();
}
