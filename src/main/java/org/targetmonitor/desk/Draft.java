package org.targetmonitor.desk;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.targetmonitor.period.Period;

/**
 * What a department has typed for a period and not handed in yet; colleagues share it.
 *
 * @param plan the plan
 * @param period the period
 * @param department the department's code
 * @param version how often it was saved, 0 for one that is not kept yet
 * @param author who saved it last
 * @param savedAt when
 * @param rows what was typed, by indicator
 */
public record Draft(String plan, Period period, String department, int version, String author, Instant savedAt,
		Map<String, Typed> rows) {

	public Draft {
		rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
	}

	/** The same with other text. */
	public Draft with(Map<String, Typed> typed) {
		return new Draft(this.plan, this.period, this.department, this.version, this.author, this.savedAt, typed);
	}

}
