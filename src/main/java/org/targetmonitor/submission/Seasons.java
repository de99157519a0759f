package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Optional;

import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;

/**
 * Whether a figure is as it was in the same period of last year: what comes with the
 * season is no jump.
 */
final class Seasons {

	private Seasons() {
	}

	/**
	 * Of what adds up over the year the increment is held against last year's of the same
	 * period, or the sum against last year's where only that is known; of shares,
	 * averages and stocks the value. Growth has no season: last year's is in its base.
	 * @param record the largest change so far
	 */
	static boolean isAsLastYear(Rule.Candidate candidate, Measurement measurement, BigDecimal record) {
		BigDecimal value = candidate.figure().value();
		Optional<BigDecimal> then = value(candidate);
		if (value == null || then.isEmpty() || measurement.measure() == Measure.GROWTH) {
			return false;
		}
		return measurement.measure().accumulatesOverYear() ? adds(candidate, measurement, value, then.get())
				: value.subtract(then.get()).abs().compareTo(Doubts.allowed(measurement, record)) <= 0;
	}

	private static boolean adds(Rule.Candidate candidate, Measurement measurement, BigDecimal value, BigDecimal then) {
		History history = candidate.history();
		Optional<BigDecimal> before = history.changeOfYearBefore(candidate.period(), measurement.measure())
			.map((change) -> change.size().abs());
		return before
			.map((most) -> history.change(candidate.period(), candidate.figure(), measurement.measure())
				.filter((change) -> change.size().abs().compareTo(Doubts.allowed(measurement, most)) <= 0)
				.isPresent())
			.orElseGet(() -> value.compareTo(Doubts.allowed(measurement, then)) <= 0);
	}

	/** The value of the same period of last year. */
	static Optional<BigDecimal> value(Rule.Candidate candidate) {
		return candidate.history().yearBefore(candidate.period()).map(Figure::value);
	}

}
