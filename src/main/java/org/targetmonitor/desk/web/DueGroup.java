package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Locale;

import org.targetmonitor.desk.Obligation;
import org.targetmonitor.plan.PeriodWords;

/**
 * What an account's departments report for one period of one plan.
 *
 * @param plan the plan's code
 * @param title the plan's title
 * @param invented whether its figures are invented
 * @param period the period's code
 * @param name the period in words
 * @param due until when
 * @param owed how many figures are still to come
 * @param returned how many of them were returned
 * @param waiting how many wait for their review
 * @param approved how many are approved
 * @param names the indicators still to come, the first of them
 */
public record DueGroup(String plan, String title, boolean invented, String period, String name, FillPage.Deadline due,
		int owed, int returned, int waiting, int approved, List<String> names) {

	/** How many indicators are named; the others are counted. */
	private static final int NAMED = 12;

	static DueGroup of(List<Obligation> obligations, FillPage.Deadline due, Locale locale) {
		Obligation first = obligations.getFirst();
		List<Obligation> owed = Obligation.owed(obligations);
		return new DueGroup(first.plan().id(), first.plan().title().in(locale), first.plan().invented(),
				first.period().toString(), PeriodWords.named(first.period()).in(locale), due, owed.size(),
				count(obligations, Obligation::isReturned),
				count(obligations, (one) -> one.latest() != null && one.latest().isWaiting()),
				count(obligations, (one) -> one.latest() != null && one.latest().isApproved()),
				owed.stream().limit(NAMED).map((one) -> one.target().name().in(locale)).toList());
	}

	private static int count(List<Obligation> obligations, java.util.function.Predicate<Obligation> which) {
		return (int) obligations.stream().filter(which).count();
	}

	/** Whether more are owed than are named. */
	public boolean namesSome() {
		return this.owed > this.names.size();
	}

	public boolean stillOpen() {
		return this.owed > 0;
	}

	public String path() {
		return "/fill/" + this.plan + "/" + this.period;
	}

}
