package org.targetmonitor.submission.sheet;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.PeriodWords;

/**
 * A period that is written in a sheet. Figures are cumulative, so it is told by the month
 * that it ends with.
 *
 * @param year the year, null where none is written
 * @param monthsEnded the months of the year that are over when it ends
 */
record PeriodMark(@Nullable Integer year, int monthsEnded) {

	/** Whether it says nothing else than that period. */
	boolean fits(Period period) {
		return (this.year == null || this.year == period.year()) && this.monthsEnded == period.monthsEnded();
	}

	/** The period in words, for a refusal. */
	Text words() {
		boolean quarter = this.monthsEnded % Frequency.QUARTERLY.months() == 0;
		if (this.year == null) {
			return quarter ? Text.format("第%d季度", "quarter %d", this.monthsEnded / 3)
					: Text.format("%d月", "month %d", this.monthsEnded);
		}
		String code = quarter ? this.year + "-Q" + this.monthsEnded / 3
				: "%d-%02d".formatted(this.year, this.monthsEnded);
		return Period.parse(code).map(PeriodWords::named).orElse(Text.same(code));
	}

}
