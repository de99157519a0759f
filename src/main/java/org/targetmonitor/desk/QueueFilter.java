package org.targetmonitor.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the queue of reviews is narrowed to within plans; null or blank lets everything.
 *
 * @param period a period's code
 * @param department a department, as {@link DepartmentChoices} names it
 */
public record QueueFilter(@Nullable String period, @Nullable String department) {

	/** Whether a submission is shown. */
	public boolean lets(WaitingSubmission waiting) {
		boolean ofPeriod = this.period == null || this.period.isBlank()
				|| this.period.equals(waiting.period().toString());
		return ofPeriod && waiting.isOf(this.department);
	}

}
