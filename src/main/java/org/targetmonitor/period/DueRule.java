package org.targetmonitor.period;

import java.time.LocalDate;
import java.time.YearMonth;

/** When the figures of a period are due. */
public sealed interface DueRule {

	DueDate dueFor(Period period, WorkingDays calendar);

	/** On the n-th working day after the period; with 0 on its last day. */
	record WorkingDaysAfterPeriod(int days) implements DueRule {

		@Override
		public DueDate dueFor(Period period, WorkingDays calendar) {
			return calendar.nthAfter(period.end().minusDays(1), this.days);
		}

	}

	/** On the last day of the n-th month after the period. */
	record MonthsAfterPeriod(int months) implements DueRule {

		@Override
		public DueDate dueFor(Period period, WorkingDays calendar) {
			LocalDate last = period.end().minusDays(1);
			return new DueDate.On(YearMonth.from(last).plusMonths(this.months).atEndOfMonth());
		}

	}

}
