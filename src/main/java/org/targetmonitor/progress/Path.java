package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Target;

/**
 * How a target stood period by period. Each period is judged by its figures as they are
 * known now, but by the target that was in force when the period was first judged: a
 * change in the middle of the year leaves earlier verdicts their line.
 *
 * @param steps the periods that have a verdict, in order
 * @param paces of a quantity that adds up over the year the share that should be done by
 * each period, whether it has a verdict or not; else empty
 */
public record Path(List<Point> steps, Map<Period, BigDecimal> paces) {

	/** Of a target without a verdict. */
	static final Path NONE = new Path(List.of(), Map.of());

	public Path {
		steps = List.copyOf(steps);
		paces = Map.copyOf(paces);
	}

	/**
	 * One period.
	 *
	 * @param target the target as it was in force when the period was first judged
	 * @param firstKnown when the period could first be judged
	 * @param lightSince from when on its figures have given it the light it has now
	 */
	public record Point(Target target, Status status, Verdict verdict, Instant firstKnown, Instant lightSince) {

		public Period period() {
			return this.verdict.period();
		}

		/** Whether it was achieved by then, and no more on the way. */
		boolean isAchieved() {
			return this.status == Status.ACHIEVED;
		}

		/** The light that the period showed by itself. */
		public Light light() {
			return this.status.light(this.target.goal());
		}

	}

	/**
	 * From when a target has stood as it does now.
	 *
	 * @param period the first of the latest periods with the same light, without another
	 * between
	 * @param day the local day on which that was known
	 */
	public record Since(Period period, LocalDate day) {
	}

	/** The step of a period. */
	public Optional<Point> of(Period period) {
		return this.steps.stream().filter((step) -> step.period().equals(period)).findFirst();
	}

	/**
	 * The first of the latest steps that share the last one's light; empty without any.
	 * What is achieved begins anew: green before that was on the way.
	 */
	Optional<Point> beginningOfRun() {
		@Nullable Point first = null;
		for (Point step : this.steps.reversed()) {
			if (first != null && (step.light() != first.light() || step.isAchieved() != first.isAchieved())) {
				break;
			}
			first = step;
		}
		return Optional.ofNullable(first);
	}

}
