package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.OtherArea;
import org.targetmonitor.plan.ShareOf;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.YearsBefore;
import org.targetmonitor.submission.Revision;

/** What the same area's plans of the year before know. */
@FunctionalInterface
interface LastYear {

	/** Nothing is known of the year before. */
	LastYear UNKNOWN = (target) -> Map.of();

	/** A value of last year as published, with the revision it comes from. */
	record Known(BigDecimal value, Revision revision) {
	}

	/** What was published of last year without an exact number. */
	record Inexact(Extent extent, Revision revision) {
	}

	/** The same of what was published without an exact number. */
	default Map<LocalDate, Inexact> inexact(Target target) {
		return Map.of();
	}

	/**
	 * Last year's values of a target's indicator, by the day of this year on which the
	 * period that each corresponds to has ended, however often they were reported.
	 */
	Map<LocalDate, Known> values(Target target);

	/**
	 * Takes them from the only one of last year's plans that measures the same indicator
	 * in the same way.
	 * @param plans with their figures as they were known
	 */
	static LastYear of(List<PlanYear> plans) {
		return of(plans, (target) -> series(plans, target).map((series) -> shifted(series, 1)).orElse(Map.of()));
	}

	private static LastYear of(List<PlanYear> plans, LastYear exact) {
		return new LastYear() {

			@Override
			public Map<LocalDate, Known> values(Target target) {
				return exact.values(target);
			}

			@Override
			public Map<LocalDate, Inexact> inexact(Target target) {
				Map<LocalDate, Inexact> inexact = new HashMap<>();
				series(plans, target).ifPresent((series) -> series.extents()
					.forEach((period, extent) -> inexact.put(period.end().plusYears(1),
							new Inexact(extent, series.revision(period).orElseThrow()))));
				return inexact;
			}

		};
	}

	/**
	 * The same with where last year itself began: on 1 January of this year stands the
	 * final value of the year before it.
	 * @param further the plans of the year before last year
	 */
	static LastYear of(List<PlanYear> plans, List<PlanYear> further) {
		LastYear lastYear = of(plans);
		return of(plans, (target) -> {
			Map<LocalDate, Known> values = new HashMap<>(lastYear.values(target));
			GoalPath path = target.terms().path();
			if (path != null && path.by() == GoalPath.By.LAST_YEAR) {
				series(further, target).map((series) -> shifted(series, 2))
					.ifPresent((before) -> before.forEach((day, known) -> {
						if (known.revision().period().isLastOfYear()) {
							values.put(day.minusYears(1), known);
						}
					}));
			}
			return values;
		});
	}

	private static Optional<Series> series(List<PlanYear> plans, Target target) {
		ShareOf share = target.terms().shareOf();
		Optional<Series> reported = reported(plans, target);
		return (share == null) ? reported
				: reported.or(() -> YearsBefore.only(plans, (year) -> worked(year, target, share)));
	}

	/**
	 * A share of last year as it follows from last year's part and whole, whether or not
	 * last year's plan had it.
	 */
	private static Optional<Series> worked(PlanYear year, Target target, ShareOf share) {
		Target part = year.plan().target(share.part()).filter((one) -> one.reporting() != null).orElse(null);
		Target now = (part != null) ? part.quantity().orElse(null) : null;
		if (part == null || now == null) {
			return Optional.empty();
		}
		Target before = target.reportedAs(part, false);
		Function<String, Optional<Target>> then = (code) -> code.equals(target.indicator()) ? Optional.of(before)
				: OtherArea.of(code).isPresent() ? Optional.of(now) : year.plan().target(code);
		return then.apply(share.whole())
			.filter((whole) -> whole.shareUnit().equals(part.shareUnit()))
			.map((whole) -> Series.of(before, DerivedShares.ofOne(before, then, year.figures())))
			.filter((series) -> !series.periods().isEmpty());
	}

	private static Optional<Series> reported(List<PlanYear> plans, Target target) {
		return YearsBefore.only(plans,
				(year) -> year.plan()
					.target(target.indicator())
					.filter((before) -> before.terms().shareOf() == null)
					.flatMap((before) -> before.measuredAs(target.measurement()))
					.filter((before) -> alike(before.measurement(), target.measurement()))
					.map((before) -> Series.of(before, year.figures())));
	}

	private static boolean alike(@Nullable Measurement before, @Nullable Measurement now) {
		if (before == null || now == null || before.measure() != now.measure()) {
			return false;
		}
		return switch (now.measure()) {
			case LEVEL -> before.unit().equals(now.unit());
			case COMPLETION -> false;
			case GROWTH, RATIO, VALUE, RANK -> before.isLike(now);
		};
	}

	private static Map<LocalDate, Known> shifted(Series series, int years) {
		Map<LocalDate, Known> values = new HashMap<>();
		series.values()
			.forEach((period, value) -> values.put(period.end().plusYears(years),
					new Known(value, series.revision(period).orElseThrow())));
		return values;
	}

}
