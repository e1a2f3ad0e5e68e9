package org.wsisforum.kit.changes;

import java.util.List;

/**
 * Some changes in their order.
 *
 * @param changes oldest first
 * @param next where to go on
 * @param more whether there is more to read at once
 */
record ChangePage(List<RecordedChange> changes, ChangeCursor next, boolean more) {}
