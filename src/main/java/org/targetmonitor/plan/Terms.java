package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * On what terms a goal is judged within the year.
 *
 * @param laggingBelow the margin at or below which it lags: percentage points for growth
 * and ratio, points of pace for level and completion, percent of the goal's number for a
 * value
 * @param reading how the wording is read, where that needs saying
 * @param then a second step (7%以上，力争8%), said beside the first and never red; null for
 * none
 * @param path how a number that must be reached by the year's end is approached; null
 * where every period is held against the number itself
 * @param pace what a quantity is held against within the year
 * @param aheadBy by how many points of pace a quantity is said to be ahead of it (超进度)
 * @param and a second condition on the same indicator (增长5%左右、突破1万亿元); null for none
 * @param shareOf which share of which whole it is; null for what is handed in
 * @param deadline by when it is to be reached; null for the year's end
 */
public record Terms(BigDecimal laggingBelow, @Nullable Text reading, @Nullable Goal then, @Nullable GoalPath path,
		PaceRule pace, BigDecimal aheadBy, @Nullable And and, @Nullable ShareOf shareOf, @Nullable Deadline deadline) {

	/** Where a plan says nothing else. */
	static final BigDecimal AHEAD_BY = BigDecimal.TEN;

	/** With a band of lagging alone. */
	static Terms of(BigDecimal laggingBelow) {
		return new Terms(laggingBelow, null, null, null, PaceRule.UNSAID, AHEAD_BY, null, null, null);
	}

	/**
	 * Those of a part: its path begins elsewhere, and the second step is the whole's
	 * alone.
	 */
	Terms ofPart(Goal goal) {
		GoalPath way = (this.path != null && goal.mayHavePath()) ? new GoalPath(null, this.path.by()) : null;
		return new Terms(this.laggingBelow, null, null, way, this.pace, this.aheadBy, null, null, this.deadline);
	}

	Terms with(BigDecimal other) {
		return new Terms(other, this.reading, this.then, this.path, this.pace, this.aheadBy, this.and, this.shareOf,
				this.deadline);
	}

	/** The same with a second condition on the value measured otherwise. */
	Terms measured(Measurement other) {
		And condition = this.and;
		return (condition == null || condition.measurement().beside()) ? this
				: new Terms(this.laggingBelow, this.reading, this.then, this.path, this.pace, this.aheadBy,
						new And(condition.goal(), other, condition.laggingBelow(), condition.path()), this.shareOf,
						this.deadline);
	}

	/** The same with another end. */
	Terms until(@Nullable Deadline other) {
		return new Terms(this.laggingBelow, this.reading, this.then, this.path, this.pace, this.aheadBy, this.and,
				this.shareOf, other);
	}

	/** Whether the same figures may stand otherwise by these. */
	boolean judgeOtherThan(Terms other) {
		return this.laggingBelow.compareTo(other.laggingBelow) != 0 || this.aheadBy.compareTo(other.aheadBy) != 0
				|| askOtherThan(other) || !sameOtherCondition(other);
	}

	/** Whether the second condition is the same, or none. */
	boolean sameOtherCondition(Terms other) {
		return (this.and == null || other.and == null) ? Objects.equals(this.and, other.and)
				: !this.and.asksOtherThan(other.and);
	}

	/** Those that a second condition is judged on. */
	Terms ofOther(And condition) {
		return new Terms(condition.laggingBelow(), this.reading, null, condition.path(), this.pace, this.aheadBy, null,
				this.shareOf, this.deadline);
	}

	/** Whether something else is asked for: another path, pace or second step. */
	boolean askOtherThan(Terms other) {
		return leadOtherThan(other) || !sameSecondStep(other);
	}

	/**
	 * Whether the first goal is held against another path or pace, by another share, or
	 * until another day.
	 */
	boolean leadOtherThan(Terms other) {
		return this.pace != other.pace || !samePath(other) || !Objects.equals(this.shareOf, other.shareOf)
				|| !Objects.equals(this.deadline, other.deadline);
	}

	private boolean samePath(Terms other) {
		return Optional.ofNullable(this.path)
			.map(GoalPath::by)
			.equals(Optional.ofNullable(other.path).map(GoalPath::by)) && begin().equals(other.begin());
	}

	private Optional<BigDecimal> begin() {
		return Optional.ofNullable(this.path)
			.flatMap((way) -> Optional.ofNullable(way.from()))
			.map(BigDecimal::stripTrailingZeros);
	}

	private boolean sameSecondStep(Terms other) {
		return (this.then == null || other.then == null) ? Objects.equals(this.then, other.then)
				: !this.then.asksOtherThan(other.then);
	}

}
