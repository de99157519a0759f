package org.targetmonitor.progress;

import java.util.Optional;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;

/**
 * What a value was in the same period of last year, said beside one that follows the
 * seasons: a share or an average, such as of days with good air, stands where it stands
 * in February because it is February.
 */
final class SamePeriod {

	private SamePeriod() {
	}

	/** Empty of what grows or adds up, of yearly values, and where it is not known. */
	static Optional<Text> of(Target target, Verdict verdict, LastYear lastYear) {
		Measurement measurement = target.measurement();
		Reporting reporting = target.reporting();
		if (measurement == null || reporting == null || reporting.periods().size() < 2
				|| target.goal().operand().isPresent() || target.goal().isAgainstYearBefore()
				|| !followsSeasons(measurement.measure())) {
			return Optional.empty();
		}
		return Optional.ofNullable(lastYear.values(target).get(verdict.period().end()))
			.map((known) -> Text.format("上年同期%s%s", "%s%s in the same period of last year",
					Numbers.plain(measurement.published(known.value())), measurement.unitWords()));
	}

	private static boolean followsSeasons(Measure measure) {
		return switch (measure) {
			case RATIO, VALUE -> true;
			case GROWTH, LEVEL, COMPLETION, RANK -> false;
		};
	}

}
