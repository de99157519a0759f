package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.PlanStanding;

/**
 * Who reports what for which period of a plan, and how they stand with it.
 *
 * @param plan the plan
 * @param open whether it is open; of a closed one nothing is owed
 * @param today the local day
 * @param departments the departments that report, in the plan's order
 * @param periods the periods that are reported, in order
 * @param cells the cells, by department and period
 */
public record ReportCalendar(Plan plan, boolean open, LocalDate today, List<Department> departments,
		List<Period> periods, List<ReportCell> cells) {

	/** A plan's calendar on the day of its standing. */
	public static ReportCalendar of(PlanStanding standing, WorkingDays calendar, Predicate<Department> departments) {
		Map<Department, Map<Period, List<Obligation>>> sorted = new LinkedHashMap<>();
		Obligation.all(standing, calendar)
			.stream()
			.filter((obligation) -> departments.test(obligation.target().department()))
			.forEach((obligation) -> sorted
				.computeIfAbsent(obligation.target().department(), (department) -> new LinkedHashMap<>())
				.computeIfAbsent(obligation.period(), (period) -> new ArrayList<>())
				.add(obligation));
		List<ReportCell> cells = sorted.entrySet()
			.stream()
			.flatMap((row) -> row.getValue()
				.entrySet()
				.stream()
				.map((cell) -> new ReportCell(standing.plan(), row.getKey(), cell.getKey(), cell.getValue())))
			.toList();
		return new ReportCalendar(standing.plan(), standing.open(), standing.today(), List.copyOf(sorted.keySet()),
				cells.stream().map(ReportCell::period).distinct().sorted().toList(), cells);
	}

	/** The cell of a department and a period; empty where nothing is reported. */
	public Optional<ReportCell> cell(String department, String period) {
		return this.cells.stream()
			.filter((cell) -> cell.department().code().equals(department) && cell.period().toString().equals(period))
			.findFirst();
	}

	/**
	 * The cells of a department in the order of the periods, null where nothing is
	 * reported.
	 */
	public List<@Nullable ReportCell> row(Department department) {
		Map<Period, ReportCell> cells = new HashMap<>();
		this.cells.stream()
			.filter((cell) -> cell.department().equals(department))
			.forEach((cell) -> cells.put(cell.period(), cell));
		return this.periods.stream().<@Nullable ReportCell>map(cells::get).toList();
	}

	/**
	 * What still has to come and is due in the next days or was due, the soonest first.
	 */
	public List<ReportCell> coming(int days) {
		LocalDate last = this.today.plusDays(days);
		return !this.open ? List.of()
				: this.cells.stream()
					.filter((cell) -> cell.dueDay().filter((day) -> !day.isAfter(last)).isPresent())
					.filter((cell) -> !cell.owed().isEmpty() || cell.state() == Obligation.State.AHEAD)
					.sorted(Comparator.comparing((ReportCell cell) -> cell.dueDay().orElse(LocalDate.MAX)))
					.toList();
	}

	/** How much of what is to be reported by today came, over all departments. */
	public Totals totals() {
		return new Totals(sum(ReportCell::due), sum(ReportCell::reported), sum(ReportCell::late),
				sum(ReportCell::missing), sum(ReportCell::outstanding));
	}

	private long sum(ToLongFunction<ReportCell> count) {
		return this.cells.stream().mapToLong(count).sum();
	}

	/** 应报、已报、其中迟报、缺报、未报. */
	public record Totals(long due, long reported, long late, long missing, long outstanding) {
	}

}
