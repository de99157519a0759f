package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Status;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Timeliness;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Sight;

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
		/**
		 * Nothing was submitted though the due day has passed, and a later period has
		 * ended or the plan is closed since.
		 */
		MISSING("缺报", "missing"),
		/**
		 * Nothing has to come yet: the period has not ended; of a closed plan, no due day
		 * has passed.
		 */
		AHEAD("未到期", "not due yet");

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
	 * The same as somebody sees it: whether a figure came is told to all, the figure is
	 * not.
	 */
	public Obligation seenBy(Sight sight) {
		boolean seen = this.latest == null || sight.sees(this.plan, this.latest);
		return seen ? this : new Obligation(this.plan, this.target, this.period, this.due, this.state, null);
	}

	/** Whether something was submitted that was not returned, in time or late. */
	public boolean isReported() {
		return this.state == State.REPORTED || this.state == State.LATE;
	}

	/**
	 * What a plan's departments owe on the day of its standing, in the plan's order and
	 * by period: every period that has ended, and what came early. Once a goal that is
	 * final is met, later periods are not owed. Of a closed plan nothing is owed any
	 * more, but what came and what is missing is told.
	 */
	public static List<Obligation> of(PlanStanding standing, WorkingDays calendar) {
		return all(standing, calendar).stream().filter((obligation) -> obligation.state() != State.AHEAD).toList();
	}

	/**
	 * The same with the periods that have not ended, so that their due days are known.
	 */
	public static List<Obligation> all(PlanStanding standing, WorkingDays calendar) {
		return standing.plan()
			.entries()
			.stream()
			.flatMap((target) -> of(standing, target, target.reporting(), calendar))
			.toList();
	}

	private static Stream<Obligation> of(PlanStanding standing, Target target, @Nullable Reporting reporting,
			WorkingDays calendar) {
		if (reporting == null) {
			return Stream.empty();
		}
		TargetProgress progress = standing.target(target.indicator()).orElseThrow();
		Optional<Period> finished = finished(target, progress);
		return reporting.periods()
			.stream()
			.filter((period) -> owed(standing, target, period, finished))
			.filter((period) -> target.isAskedFor(reporting.dueFor(period, calendar))
					|| standing.figures().isSubmitted(target.indicator(), period))
			.map((period) -> {
				DueDate due = reporting.dueFor(period, calendar);
				return new Obligation(standing.plan(), target, period, due,
						state(standing, progress.timeliness(), target, period, due),
						standing.figures().latest(target.indicator(), period).orElse(null));
			});
	}

	/**
	 * After the period with which a goal was met for good only what came all the same.
	 */
	private static boolean owed(PlanStanding standing, Target target, Period period, Optional<Period> finished) {
		return finished.isEmpty() || period.compareTo(finished.get()) <= 0
				|| standing.figures().isSubmitted(target.indicator(), period);
	}

	private static Optional<Period> finished(Target target, TargetProgress progress) {
		return (target.goal().isFinalOnceMet() && progress.status() == Status.ACHIEVED)
				? progress.judged().map(Verdict::period) : Optional.empty();
	}

	/** What is overdue or missing is what the standing counts as such, nothing else. */
	private static State state(PlanStanding standing, Timeliness timeliness, Target target, Period period,
			DueDate due) {
		if (standing.figures().isSubmitted(target.indicator(), period)) {
			return came(standing, target, period).filter(due::hasPassedBy).isPresent() ? State.LATE : State.REPORTED;
		}
		if (timeliness.missing().contains(period)) {
			return State.MISSING;
		}
		if (timeliness.overdue() && period.equals(timeliness.awaited())) {
			return State.OVERDUE;
		}
		return (standing.open() && period.hasEnded(standing.today())) ? State.AWAITED : State.AHEAD;
	}

	/** The day on which the first revision came that was not returned. */
	private static Optional<LocalDate> came(PlanStanding standing, Target target, Period period) {
		return standing.figures()
			.of(target.indicator())
			.stream()
			.filter((revision) -> revision.period().equals(period))
			.filter((revision) -> !revision.isReturned())
			.map((revision) -> standing.plan().dayOf(revision.knownFrom()))
			.findFirst();
	}

}
