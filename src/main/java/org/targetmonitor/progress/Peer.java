package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * The same indicator of an area that this one lies in, for the same period: 全市、全省、全国.
 *
 * @param plan the plan of the area above
 * @param indicator its indicator
 * @param period the period compared, which ends on the same day
 * @param actual its value as published
 * @param difference the own value less that one, at the decimals of the coarser of the
 * two
 * @param words the comparison in words
 */
public record Peer(Plan plan, String indicator, Period period, BigDecimal actual, BigDecimal difference, Text words) {

	/** A comparison that a target's value can be held up to. */
	static Optional<Peer> of(PlanStanding above, Target target, Measurement own, Verdict verdict) {
		return alike(above, target, own)
			.flatMap((other) -> peer(above, other, Objects.requireNonNull(other.measurement()), own, verdict));
	}

	/** What a plan measures as a target is measured. */
	static Optional<Target> alike(PlanStanding above, Target target, Measurement own) {
		return above.plan()
			.target(target.goal().subject(target.indicator()))
			.filter((other) -> other.measurement() != null && other.measurement().isComparable(own));
	}

	private static Optional<Peer> peer(PlanStanding above, Target other, Measurement measurement, Measurement own,
			Verdict verdict) {
		Series series = Series.of(other, above.judgedBy());
		return series.endingWith(verdict.period()).filter(series.values()::containsKey).map((period) -> {
			BigDecimal actual = Objects.requireNonNull(series.values().get(period));
			Measurement coarser = (own.decimals() <= measurement.decimals()) ? own : measurement;
			BigDecimal difference = coarser.published(verdict.actual()).subtract(coarser.published(actual));
			Text words = words(above.plan().area().whole(), difference, own);
			return new Peer(above.plan(), other.indicator(), period, actual, difference,
					own.isLike(measurement) ? words : Text.format("%s（%s）", "%s (%s)", words, bases(own, measurement)));
		});
	}

	/** Where a basis is said on one side only, that is all that is known. */
	private static Text bases(Measurement own, Measurement other) {
		Text unsaid = new Text("未说明口径", "basis not stated");
		return Text.format("口径不同：%s与%s", "different bases: %s and %s", own.bases().orElse(unsaid),
				other.bases().orElse(unsaid));
	}

	private static Text words(Text whole, BigDecimal difference, Measurement measurement) {
		Text size = measurement.difference(difference);
		return switch (difference.signum()) {
			case 1 -> Text.format("高于%1$s%2$s", "%2$s above %1$s", whole, size);
			case -1 -> Text.format("低于%1$s%2$s", "%2$s below %1$s", whole, size);
			default -> Text.format("与%s持平", "level with %s", whole);
		};
	}

}
