package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.submission.Revision;

/**
 * One figure that a department owes: an indicator for a period that has ended.
 *
 * @param plan the plan
 * @param target the indicator with its target
 * @param period the period
 * @param due the last day on which it is on time
 * @param state whether it came
 * @param latest the newest revision, whatever became of it
 */
public record Obligation(Plan plan, Target target, Period period, DueDate due, State state, @Nullable Revision latest) {

	/** Whether a figure came, and in time. */
	public enum State {

		/** Something was submitted, and by the due day. */
		REPORTED("已报", "reported"),
		/** Something was submitted, after the due day. */
		LATE("迟报", "reported late"),
		/** Nothing is submitted, and there is still time. */
		AWAITED("待报", "to be reported"),
		/** Nothing is submitted though the due day has passed. */
		OVERDUE("逾期未报", "overdue"),
		/** Nothing was submitted, and a later period has ended since. */
		MISSING("缺报", "missing");

		private final Text words;

		State(String zh, String en) {
			this.words = new Text(zh, en);
		}

		public Text words() {
			return this.words;
		}

		/** Whether something still has to be submitted. */
		public boolean isOwed() {
			return this == AWAITED || this == OVERDUE || this == MISSING;
		}

	}

	/** Whether what was submitted was returned, so that it is owed again. */
	public boolean isReturned() {
		return this.latest != null && this.latest.isReturned();
	}

	/**
	 * What a plan's departments owe on the day of its standing, in the plan's order and
	 * by period; a closed plan is owed nothing, but what came and what is missing is told
	 * of it, too.
	 */
	public static List<Obligation> of(PlanStanding standing, WorkingDays calendar) {
		return standing.plan()
			.targets()
			.stream()
			.filter((target) -> target.reporting() != null)
			.flatMap((target) -> ended(standing, target).stream()
				.map((period) -> of(standing, target, period, calendar)))
			.toList();
	}

	private static List<Period> ended(PlanStanding standing, Target target) {
		Reporting reporting = target.reporting();
		return (reporting == null) ? List.of()
				: reporting.periods().stream().filter((period) -> period.hasEnded(standing.today())).toList();
	}

	private static Obligation of(PlanStanding standing, Target target, Period period, WorkingDays calendar) {
		Reporting reporting = target.reporting();
		if (reporting == null) {
			throw new IllegalArgumentException(target.indicator() + " has no figures of its own");
		}
		DueDate due = reporting.dueFor(period, calendar);
		boolean last = ended(standing, target).getLast().equals(period);
		return new Obligation(standing.plan(), target, period, due, state(standing, target, period, due, last),
				standing.figures().latest(target.indicator(), period).orElse(null));
	}

	private static State state(PlanStanding standing, Target target, Period period, DueDate due, boolean last) {
		Optional<LocalDate> first = standing.figures()
			.revisions()
			.stream()
			.filter((revision) -> revision.indicator().equals(target.indicator()) && revision.period().equals(period))
			.map((revision) -> standing.plan().dayOf(revision.knownFrom()))
			.findFirst();
		boolean submitted = standing.figures().isSubmitted(target.indicator(), period);
		if (submitted && first.isPresent()) {
			return hasPassed(due, first.get()) ? State.LATE : State.REPORTED;
		}
		if (!last) {
			return hasPassed(due, standing.today()) ? State.MISSING : State.AWAITED;
		}
		return hasPassed(due, standing.today()) ? State.OVERDUE : State.AWAITED;
	}

	/** The due day is inclusive: it has passed on the day after. */
	private static boolean hasPassed(DueDate due, LocalDate day) {
		return due instanceof DueDate.On on && day.isAfter(on.day());
	}

}
