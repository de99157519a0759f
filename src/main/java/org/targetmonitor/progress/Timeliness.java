package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

/**
 * Whether an indicator's figures come in time.
 *
 * @param awaited the period that is waited for: the latest ended one while nothing is
 * submitted for it, else the next one; of a goal with a deadline the one that decides it,
 * once that has ended and as long as it is missing; null when nothing more is due
 * @param due when that is due; null when nothing more is due
 * @param overdue whether the due day of that period has passed with nothing submitted for
 * it
 * @param missing earlier periods whose due day has passed with nothing submitted (缺报)
 * @param asked every period that something is still asked for: nothing is submitted for
 * it, it is not before an assigned number counted nor after a goal was met for good
 * @param lastSubmitted when something was last submitted
 */
public record Timeliness(@Nullable Period awaited, @Nullable DueDate due, boolean overdue, List<Period> missing,
		List<Period> asked, @Nullable Instant lastSubmitted) {

	/** Of a target without figures of its own. */
	static final Timeliness NONE = new Timeliness(null, null, false, List.of(), List.of(), null);

	public Timeliness {
		missing = List.copyOf(missing);
		asked = List.copyOf(asked);
	}

	/**
	 * What a reader of a verdict has to know: it rests on an earlier period, as later
	 * ones are overdue.
	 */
	Optional<Text> overdueWords(Target target, Period judged) {
		Measurement measurement = target.measurement();
		Period last = this.awaited;
		if (!this.overdue || last == null || measurement == null || last.compareTo(judged) <= 0) {
			return Optional.empty();
		}
		Text named = PeriodWords.of(last, measurement);
		long late = this.missing.stream().filter((other) -> other.compareTo(judged) > 0).count() + 1;
		return Optional.of((late == 1) ? Text.format("%s数据逾期未报", "%s is overdue", named)
				: Text.format("%1$s等%2$d期数据逾期未报", "%1$s and %3$d earlier ones are overdue", named, late, late - 1));
	}

	/**
	 * Whether all the time that a target had is over and the figure that decides it is
	 * overdue: nothing "has to come by then" any more.
	 */
	boolean isOverdueAtTheEnd(Target target) {
		return this.overdue && this.awaited != null && target.isDecidedBy(this.awaited);
	}

	/**
	 * Looks at a target's periods.
	 * @param open whether the plan is open; a closed one waits for nothing
	 * @param finished the period with which the goal was reached for good, after which
	 * nothing more is due; null where it was not
	 */
	static Timeliness of(Target target, Figures figures, WorkingDays calendar, LocalDate today, boolean open,
			@Nullable Period finished) {
		Reporting reporting = target.reporting();
		if (reporting == null || !target.isHandedIn()) {
			return NONE;
		}
		Instant last = figures.lastSubmitted(target.indicator()).orElse(null);
		List<Period> asked = reporting.periods()
			.stream()
			.filter((period) -> !figures.isSubmitted(target.indicator(), period))
			.filter((period) -> finished == null || period.compareTo(finished) < 0)
			.filter((period) -> target.isAskedFor(reporting.dueFor(period, calendar)))
			.toList();
		List<Period> late = asked.stream()
			.filter((period) -> reporting.dueFor(period, calendar).hasPassedBy(today))
			.toList();
		Optional<Period> latestEnded = reporting.periods()
			.stream()
			.filter((period) -> period.hasEnded(today))
			.reduce((first, second) -> second);
		if (!open || finished != null) {
			return new Timeliness(null, null, false, late, asked, last);
		}
		Optional<Period> deciding = target.deadline()
			.flatMap((deadline) -> target.deciding(reporting.periods()))
			.filter((period) -> period.hasEnded(today));
		Period awaited = asked.stream()
			.filter((period) -> latestEnded.isEmpty() || period.compareTo(latestEnded.get()) >= 0
					|| deciding.equals(Optional.of(period)))
			.findFirst()
			.orElse(null);
		List<Period> missing = late.stream().filter((period) -> !period.equals(awaited)).toList();
		boolean overdue = awaited != null && late.contains(awaited);
		DueDate due = (awaited != null) ? reporting.dueFor(awaited, calendar) : null;
		return new Timeliness(awaited, due, overdue, missing, asked, last);
	}

}
