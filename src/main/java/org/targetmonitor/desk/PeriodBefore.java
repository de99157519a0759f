package org.targetmonitor.desk;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.YearBefore;

/**
 * The figure of the period before another one (上期), wherever it is shown: before the
 * year's first period stands the last one of the year before.
 */
public final class PeriodBefore {

	private PeriodBefore() {
	}

	/**
	 * As approved, else as it was handed in.
	 * @param figures the figures of the target's plan
	 * @param earlier what is known of the year before; null where nothing is
	 */
	public static Optional<Revision> of(Target target, Period period, Figures figures, @Nullable YearBefore earlier) {
		List<Period> periods = Optional.ofNullable(target.reporting()).map(Reporting::periods).orElse(List.of());
		int index = periods.indexOf(period);
		return (index > 0) ? figures.known(target.indicator(), periods.get(index - 1))
				: Optional.ofNullable(earlier).flatMap((known) -> known.last(target));
	}

}
