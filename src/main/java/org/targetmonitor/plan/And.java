package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A second condition on the same indicator (达到20亿元、增幅12%以上; 增长6%以上、高于全省): both are
 * judged, and the target stands as the worse of them does.
 *
 * @param goal the condition
 * @param measurement how what it is about is measured: as the indicator, or as the level
 * beside a rate of growth
 * @param laggingBelow the margin at or below which it lags
 * @param path how a number that must be reached by the year's end is approached; null
 * where every period is held against the number itself
 */
public record And(Goal goal, Measurement measurement, BigDecimal laggingBelow, @Nullable GoalPath path) {

	/** Whether the same figures may stand otherwise by it. */
	boolean asksOtherThan(And other) {
		return this.goal.asksOtherThan(other.goal) || !this.measurement.equals(other.measurement)
				|| this.laggingBelow.compareTo(other.laggingBelow) != 0 || !Objects.equals(this.path, other.path);
	}

}
