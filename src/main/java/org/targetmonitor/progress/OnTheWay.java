package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Revision;

/**
 * A path from where the year began to the goal's number. Its line at a period is begin +
 * (number − begin) × share, on the number at the year's end.
 */
final class OnTheWay {

	private final Target target;

	private final GoalPath path;

	private final BigDecimal number;

	private final int decimals;

	private final int year;

	private final Map<LocalDate, LastYear.Known> lastYear;

	/**
	 * @param target the target, to whose number it leads
	 * @param decimals to how many its points are rounded
	 * @param year the plan's year
	 * @param lastYear last year's values by the day of this year on which the period that
	 * each corresponds to has ended; on 1 January where last year itself began
	 */
	OnTheWay(Target target, GoalPath path, int decimals, int year, Map<LocalDate, LastYear.Known> lastYear) {
		this.decimals = decimals;
		this.path = path;
		this.target = target;
		this.number = target.goal().number().orElseThrow();
		this.year = year;
		this.lastYear = lastYear;
	}

	/** Where the path is at a period's end; empty where its beginning is not known. */
	Optional<Waypoint> at(Period period) {
		LastYear.Known whole = this.lastYear.get(LocalDate.of(this.year + 1, 1, 1));
		BigDecimal begin = Optional.ofNullable(this.path.from()).orElse((whole != null) ? whole.value() : null);
		if (begin == null) {
			return Optional.empty();
		}
		List<Revision> from = new ArrayList<>();
		if (this.path.from() == null && whole != null) {
			from.add(whole.revision());
		}
		BigDecimal share = (this.path.by() == GoalPath.By.LAST_YEAR) ? lastYears(period, from) : null;
		BigDecimal elapsed = this.target.elapsed(period);
		return Optional
			.of(new Waypoint(begin, GoalPath.at(begin, this.number, (share != null) ? share : elapsed, this.decimals),
					(share != null) ? GoalPath.By.LAST_YEAR : GoalPath.By.LINEAR, from));
	}

	/**
	 * What part of last year's way was gone by then, no more than all of it; null where
	 * its beginning, end or that period is not known, or where it went nowhere.
	 */
	private @Nullable BigDecimal lastYears(Period period, List<Revision> from) {
		LastYear.Known whole = this.lastYear.get(LocalDate.of(this.year, 1, 1).plusMonths(this.target.months()));
		LastYear.Known began = this.lastYear.get(LocalDate.of(this.year, 1, 1));
		LastYear.Known then = this.lastYear.get(period.end());
		if (began == null || then == null || whole == null || whole.value().compareTo(began.value()) == 0) {
			return null;
		}
		from.addAll(List.of(began.revision(), then.revision()));
		return then.value()
			.subtract(began.value())
			.divide(whole.value().subtract(began.value()), MathContext.DECIMAL128)
			.min(BigDecimal.ONE);
	}

}
