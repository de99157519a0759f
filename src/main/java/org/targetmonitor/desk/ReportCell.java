package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.Sight;

/**
 * What one department reports for one period of a plan.
 *
 * @param plan the plan
 * @param department the department
 * @param period the period
 * @param obligations its indicators that are reported for that period, at least one
 */
public record ReportCell(Plan plan, Department department, Period period, List<Obligation> obligations) {

	public ReportCell {
		obligations = List.copyOf(obligations);
	}

	/** Where reminders of it are kept. */
	public Reminders.Place place() {
		return new Reminders.Place(this.plan.id(), this.department.code(), this.period);
	}

	/** The same as somebody sees it. */
	public ReportCell seenBy(Sight sight) {
		return new ReportCell(this.plan, this.department, this.period,
				this.obligations.stream().map((obligation) -> obligation.seenBy(sight)).toList());
	}

	/** How many figures are to be reported by the end of this period (应报). */
	public long due() {
		return this.obligations.size() - count(Obligation.State.AHEAD);
	}

	/** How many came, in time or late (已报). */
	public long reported() {
		return count(Obligation.State.REPORTED) + count(Obligation.State.LATE);
	}

	/** How many of those came late (迟报). */
	public long late() {
		return count(Obligation.State.LATE);
	}

	/** How many never came though a later period has ended (缺报). */
	public long missing() {
		return count(Obligation.State.MISSING);
	}

	/** How many have not come yet, in time still or overdue (未报). */
	public long outstanding() {
		return count(Obligation.State.AWAITED) + count(Obligation.State.OVERDUE);
	}

	/** How many were returned and are owed again. */
	public long returned() {
		return this.obligations.stream().filter((obligation) -> obligation.isReturned() && obligation.isOwed()).count();
	}

	/** What the department still has to send. */
	public List<Obligation> owed() {
		return Obligation.owed(this.obligations);
	}

	/** The earliest known due day of what still has to come, else of all. */
	public Optional<LocalDate> dueDay() {
		return Obligation.dueDay(this.obligations);
	}

	/** What is owed, a cell for each known due day. */
	public List<ReportCell> byDueDay() {
		Map<LocalDate, List<Obligation>> sorted = new TreeMap<>();
		owed().forEach((owed) -> owed.due()
			.ifKnown()
			.ifPresent((day) -> sorted.computeIfAbsent(day, (key) -> new ArrayList<>()).add(owed)));
		return sorted.values()
			.stream()
			.map((owed) -> new ReportCell(this.plan, this.department, this.period, owed))
			.toList();
	}

	/** The year whose calendar is missing, where a due day cannot be known for that. */
	public Optional<Integer> missingCalendar() {
		return this.obligations.stream()
			.flatMap((obligation) -> (obligation.due() instanceof DueDate.NotKnown unknown)
					? Optional.of(unknown.missingYear()).stream() : Stream.<Integer>empty())
			.findFirst();
	}

	/** How the worst of its indicators stands. */
	public Obligation.State state() {
		return this.obligations.stream().map(Obligation::state).min(Comparator.naturalOrder()).orElseThrow();
	}

	private long count(Obligation.State state) {
		return this.obligations.stream().filter((obligation) -> obligation.state() == state).count();
	}

}
