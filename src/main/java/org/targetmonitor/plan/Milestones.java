package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
	 * The percent that should be done by the end of a period: all of it with the last
	 * one, else that of the latest milestone so far, 0 before the first.
	 * @param last whether the goal is decided with that period
	 */
	public BigDecimal by(Period period, boolean last) {
		Map.Entry<Period, BigDecimal> reached = this.percent.floorEntry(period);
		return last ? HUNDRED : (reached != null) ? reached.getValue() : BigDecimal.ZERO;
	}

	/** Whether another percent is asked for by some period. */
	boolean asksOtherThan(Milestones other) {
		return !plain().equals(other.plain());
	}

	private Map<Period, BigDecimal> plain() {
		return this.percent.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().stripTrailingZeros()));
	}

}
