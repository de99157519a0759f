package org.targetmonitor.period;

import java.time.YearMonth;

/** How long after a period its figures are due. */
public sealed interface DueRule {

	/**
	 * The last day on which a figure for the period is on time.
	 * @param period the period reported on
	 * @param calendar the working days, asked only by rules that count in them
	 * @return the day, inclusive, or the year whose calendar is missing
	 */
	DueDate dueFor(Period period, WorkingDays calendar);

	/**
	 * Due on a working day after the period, counted from the day after its last one.
	 *
	 * @param days how many working days, 1 to 366
	 */
	record WorkingDaysAfterPeriod(int days) implements DueRule {

		/** Refuses, with an {@link IllegalArgumentException}, a number out of range. */
		public WorkingDaysAfterPeriod {
			if (days < 1 || days > 366) {
				throw new IllegalArgumentException("%d working days are not in 1..366".formatted(days));
			}
		}

		@Override
		public DueDate dueFor(Period period, WorkingDays calendar) {
			return calendar.nthAfter(period.end().minusDays(1), this.days);
		}

	}

	/**
	 * Due on the last day of a month after the period, be it a working day or not: 10
	 * months after 2024 is 2025-10-31.
	 *
	 * @param months how many months after the period's last one, 1 to 120
	 */
	record MonthsAfterPeriod(int months) implements DueRule {

		/** Refuses, with an {@link IllegalArgumentException}, a number out of range. */
		public MonthsAfterPeriod {
			if (months < 1 || months > 120) {
				throw new IllegalArgumentException("%d months are not in 1..120".formatted(months));
			}
		}

		@Override
		public DueDate dueFor(Period period, WorkingDays calendar) {
			YearMonth lastMonth = YearMonth.from(period.end()).minusMonths(1);
			return new DueDate.On(lastMonth.plusMonths(this.months).atEndOfMonth());
		}

	}

}
