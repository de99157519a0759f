package org.targetmonitor.progress;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How long the sealed records are. They only grow, so whoever remembers them elsewhere
 * sees that an end was cut off.
 *
 * @param chainLinks the links of each plan's chain
 * @param auditEvents the sealed events of the audit; null where the end of its chain is
 * gone
 */
public record RecordLengths(Map<String, Long> chainLinks, @Nullable Long auditEvents) {

	static final RecordLengths NONE = new RecordLengths(Map.of(), null);

	public RecordLengths {
		chainLinks = Map.copyOf(chainLinks);
	}

}
