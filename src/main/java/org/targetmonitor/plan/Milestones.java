package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.targetmonitor.period.Period;

/**
 * A task's own pace (节点计划).
 *
 * @param percent the percent that should be done by the end of a period, ascending
 */
public record Milestones(NavigableMap<Period, BigDecimal> percent) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	public Milestones {
		percent = Collections.unmodifiableNavigableMap(new TreeMap<>(percent));
	}

	/**
	 * The percent that should be done by the end of a period: all of it with the year's
	 * last one, else that of the latest milestone so far, 0 before the first.
	 */
	public BigDecimal by(Period period) {
		Map.Entry<Period, BigDecimal> reached = this.percent.floorEntry(period);
		return period.isLastOfYear() ? HUNDRED : (reached != null) ? reached.getValue() : BigDecimal.ZERO;
	}

}
