package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.targetmonitor.progress.Timeliness;
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

	/** Whether a figure came, and in time; the worst first. */
	public enum State {

		/**
		 * Nothing was submitted though the due day has passed, and a later period has
		 * ended or the plan is closed since.
		 */
		MISSING("缺报", "missing", "✕", "bad"),
		/** Nothing is submitted though the due day has passed. */
		OVERDUE("逾期未报", "overdue", "!", "bad"),
		/** Nothing is submitted, and there is still time. */
		AWAITED("待报", "to be reported", "…", "warn"),
		/** Something was submitted, after the due day. */
		LATE("迟报", "reported late", "△", "warn"),
		/** Something was submitted, and by the due day. */
		REPORTED("已报", "reported", "✓", "good"),
		/**
		 * Nothing has to come yet: the period has not ended; of a closed plan, no due day
		 * has passed.
		 */
		AHEAD("未到期", "not due yet", "·", "soft");

		private final Text words;

		private final String sign;

		private final String tone;

		State(String zh, String en, String sign, String tone) {
			this.words = new Text(zh, en);
			this.sign = sign;
			this.tone = tone;
		}

		public Text words() {
			return this.words;
		}

		/** A sign that stands beside the colour. */
		public String sign() {
			return this.sign;
		}

		/** The badge it is shown as. */
		public String tone() {
			return this.tone;
		}

		/** The key of the words that stand for a whole cell, in messages. */
		public String key() {
			return "calendar.sign." + name().toLowerCase(Locale.ROOT);
		}

	}

	/** Whether it still has to be submitted. */
	public boolean isOwed() {
		return this.state == State.AWAITED || this.state == State.OVERDUE || this.state == State.MISSING;
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

	/** Those that still have to be submitted. */
	public static List<Obligation> owed(List<Obligation> all) {
		return all.stream().filter(Obligation::isOwed).toList();
	}

	/** The earliest known due day of what still has to come, else of all. */
	public static Optional<LocalDate> dueDay(List<Obligation> all) {
		List<Obligation> owed = owed(all);
		return (owed.isEmpty() ? all : owed).stream()
			.flatMap((obligation) -> obligation.due().ifKnown().stream())
			.min(Comparator.naturalOrder());
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
		Timeliness timeliness = standing.target(target.indicator()).orElseThrow().timeliness();
		return reporting.periods()
			.stream()
			.filter((period) -> timeliness.asked().contains(period)
					|| standing.figures().isSubmitted(target.indicator(), period))
			.map((period) -> {
				DueDate due = reporting.dueFor(period, calendar);
				return new Obligation(standing.plan(), target, period, due,
						state(standing, timeliness, target, period, due),
						standing.figures().latest(target.indicator(), period).orElse(null));
			});
	}

	/** What is asked for, overdue or missing is what the standing counts as such. */
	private static State state(PlanStanding standing, Timeliness timeliness, Target target, Period period,
			DueDate due) {
		if (!timeliness.asked().contains(period)) {
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
