package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Revision;

/**
 * What a target's values are held against, period by period, besides the goal's number.
 */
interface Opposite {

	/** Held against for want of an opposite: no goal looks at it. */
	Against NOTHING = new Against(null, null);

	/** Of a goal that is a number alone. */
	Opposite NONE = (period) -> Optional.of(NOTHING);

	/**
	 * A value as published.
	 *
	 * @param value null of nothing
	 * @param revision the revision it comes from, null where it comes from none
	 */
	record Against(@Nullable BigDecimal value, @Nullable Revision revision) {
	}

	/** What there is for the period of another indicator; empty where nothing is. */
	Optional<Against> at(Period period);

	/** The figures behind it, whose bases may be others. */
	default Optional<Series> series() {
		return Optional.empty();
	}

	/** Another indicator's value for the period that ends on the same day. */
	record OfIndicator(Series operand) implements Opposite {

		@Override
		public Optional<Against> at(Period period) {
			return this.operand.endingWith(period)
				.map((own) -> new Against(Objects.requireNonNull(this.operand.values().get(own)),
						this.operand.revision(own).orElseThrow()));
		}

		@Override
		public Optional<Series> series() {
			return Optional.of(this.operand);
		}

	}

}
