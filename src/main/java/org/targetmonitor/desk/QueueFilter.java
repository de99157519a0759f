package org.targetmonitor.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the queue of reviews is narrowed to; null or blank lets everything.
 *
 * @param plan a plan's code
 * @param period a period's code
 * @param department a department, as {@link DepartmentChoices} names it
 */
public record QueueFilter(@Nullable String plan, @Nullable String period, @Nullable String department) {

	/** Whether a submission is shown. */
	public boolean lets(WaitingSubmission waiting) {
		return lets(this.plan, waiting.plan().id()) && lets(this.period, waiting.period().toString())
				&& waiting.isOf(this.department);
	}

	private static boolean lets(@Nullable String choice, String found) {
		return choice == null || choice.isBlank() || choice.equals(found);
	}

}
