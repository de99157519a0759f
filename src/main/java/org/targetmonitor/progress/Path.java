package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
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
	 * One period: by an exact number or by every reading of one without, never by both.
	 *
	 * @param target the target as it was in force when the period was first judged
	 * @param verdict by an exact number; else null
	 * @param inexact by every reading of a figure without one; else null
	 * @param firstKnown when the period could first be judged
	 * @param lightSince from when on its figures have given it the light it has now
	 */
	public record Point(Target target, Status status, @Nullable Verdict verdict, @Nullable Inexact inexact,
			Instant firstKnown, Instant lightSince) {

		public Period period() {
			return (this.verdict != null) ? this.verdict.period() : Objects.requireNonNull(this.inexact).period();
		}

		/** The verdict by an exact number. */
		public Optional<Verdict> judged() {
			return Optional.ofNullable(this.verdict);
		}

		/** What was published; empty where that is without an exact number. */
		public Optional<BigDecimal> actual() {
			return judged().map(Verdict::actual)
				.or(() -> Optional.ofNullable(this.inexact)
					.map((known) -> known.revision().value())
					.map((value) -> Objects.requireNonNull(this.target.measurement()).published(value)));
		}

		/** What was published without an exact number. */
		public Optional<Text> extent() {
			Measurement measurement = this.target.measurement();
			return (this.inexact == null || measurement == null) ? Optional.empty()
					: Optional.ofNullable(this.inexact.revision().figure().extent())
						.flatMap((text) -> Extent.of(text, measurement.unit()))
						.map((known) -> known.words(measurement.unitWords()));
		}

		/**
		 * What was asked for in the period; empty where that follows from another figure
		 * without an exact number.
		 */
		public Optional<BigDecimal> line() {
			return judged().map((known) -> known.comparison().line())
				.or(() -> Optional.ofNullable(this.inexact).flatMap(Inexact::line));
		}

		/** The headway's pace, of a quantity that adds up over the year. */
		public Optional<BigDecimal> pace() {
			return judged().or(() -> Optional.ofNullable(this.inexact).map(Inexact::reading))
				.map(Verdict::headway)
				.map(Headway::pace);
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
