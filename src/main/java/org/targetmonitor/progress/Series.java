package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.targetmonitor.input.Extent;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** One indicator's approved figures, as far as they can be judged by. */
final class Series {

	private final Target target;

	private final Measurement measurement;

	private final NavigableMap<Period, Revision> approved;

	private final NavigableMap<Period, BigDecimal> values = new TreeMap<>();

	private final NavigableMap<Period, Extent> extents = new TreeMap<>();

	private Series(Target target, Measurement measurement, NavigableMap<Period, Revision> approved) {
		this.target = target;
		this.measurement = measurement;
		this.approved = approved;
		approved.forEach((period, revision) -> {
			BigDecimal value = revision.value();
			if (value != null) {
				this.values.put(period, measurement.published(value));
			}
			Optional.ofNullable(revision.figure().extent())
				.flatMap((text) -> Extent.of(text, measurement.unit()))
				.ifPresent((extent) -> this.extents.put(period, extent));
		});
	}

	/**
	 * The figures of a target that has a measurement, as far as they are of periods that
	 * it is reported for.
	 */
	static Series of(Target target, Figures figures) {
		NavigableMap<Period, Revision> expected = new TreeMap<>(figures.approved(target.indicator()));
		expected.replaceAll((period, revision) -> revision.as(target.measurement()));
		Reporting reporting = target.reporting();
		expected.keySet().removeIf((period) -> reporting == null || !reporting.periods().contains(period));
		return new Series(target, Objects.requireNonNull(target.measurement()), expected);
	}

	Target target() {
		return this.target;
	}

	Measurement measurement() {
		return this.measurement;
	}

	/**
	 * The values as published, by period; periods with a level alone, "not available", or
	 * without an exact number are left out.
	 */
	NavigableMap<Period, BigDecimal> values() {
		return this.values;
	}

	/** What was published without an exact number, by period. */
	NavigableMap<Period, Extent> extents() {
		return this.extents;
	}

	/** The periods that have a result, exact or not. */
	NavigableSet<Period> periods() {
		NavigableSet<Period> periods = new TreeSet<>(this.values.keySet());
		periods.addAll(this.extents.keySet());
		return periods;
	}

	/** Everything approved, by period. */
	Collection<Revision> revisions() {
		return this.approved.values();
	}

	Optional<Revision> revision(Period period) {
		return Optional.ofNullable(this.approved.get(period));
	}

	/** The period with a result that ends on the same day. */
	Optional<Period> endingWith(Period period) {
		NavigableSet<Period> periods = periods();
		return periods.contains(period) ? Optional.of(period)
				: periods.stream().filter((own) -> own.endsWith(period)).findFirst();
	}

	/**
	 * Why nothing can be judged: the figure that decides is "not available", or all that
	 * is approved is.
	 * @param judged the target that is decided by it
	 */
	Optional<Revision> notAvailable(Target judged) {
		Optional<Revision> last = this.approved.values()
			.stream()
			.filter((revision) -> judged.isDecidedBy(revision.period()) && revision.figure().status().isNotAvailable())
			.findFirst();
		if (last.isPresent() || !periods().isEmpty()) {
			return last;
		}
		return this.approved.values()
			.stream()
			.filter((revision) -> revision.figure().status().isNotAvailable())
			.reduce((first, second) -> second);
	}

	/** An interim period after the judged one for which "not available" was approved. */
	Optional<Revision> notAvailableAfter(Period judged) {
		return this.approved.tailMap(judged, false)
			.values()
			.stream()
			.filter((revision) -> revision.figure().status().isNotAvailable())
			.reduce((first, second) -> second);
	}

}
