package org.targetmonitor.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.submission.Revision;

/**
 * A submission of which figures wait for review.
 *
 * @param plan the plan
 * @param id the submission
 * @param period its period
 * @param departments the departments whose figures wait, in the plan's order; none where
 * the plan has none of the indicators any more
 * @param author who handed it in
 * @param since when it was handed in
 * @param figures the figures that wait
 * @param due the earliest day on which one of them was due, null where none is known
 */
public record WaitingSubmission(Plan plan, UUID id, Period period, List<Department> departments, String author,
		Instant since, List<Revision> figures, @Nullable LocalDate due) {

	/** Whoever waits longest comes first. */
	private static final Comparator<WaitingSubmission> OLDEST_FIRST = Comparator.comparing(WaitingSubmission::since)
		.thenComparing(WaitingSubmission::id);

	/** What waits in a plan, the oldest first. */
	public static List<WaitingSubmission> of(PlanStanding standing, WorkingDays calendar) {
		return standing.figures()
			.waiting()
			.stream()
			.collect(Collectors.groupingBy(Revision::submission, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((figures) -> of(standing.plan(), figures, calendar))
			.sorted(OLDEST_FIRST)
			.toList();
	}

	private static WaitingSubmission of(Plan plan, List<Revision> figures, WorkingDays calendar) {
		Revision first = figures.getFirst();
		Set<String> waiting = figures.stream().map(Revision::indicator).collect(Collectors.toSet());
		List<Target> targets = plan.entries()
			.stream()
			.filter((target) -> waiting.contains(target.indicator()))
			.toList();
		return new WaitingSubmission(plan, first.submission(), first.period(),
				targets.stream().map(Target::department).distinct().toList(), first.author(), first.knownFrom(),
				List.copyOf(figures), due(targets, first.period(), calendar));
	}

	private static @Nullable LocalDate due(List<Target> targets, Period period, WorkingDays calendar) {
		return targets.stream()
			.map(Target::reporting)
			.flatMap((reporting) -> dueDay(reporting, period, calendar).stream())
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	private static Optional<LocalDate> dueDay(@Nullable Reporting reporting, Period period, WorkingDays calendar) {
		return (reporting == null) ? Optional.empty() : reporting.dueFor(period, calendar).ifKnown();
	}

	/** Whether it was handed in after the due day, which itself is still in time. */
	public boolean isLate() {
		return this.due != null && this.plan.dayOf(this.since).isAfter(this.due);
	}

	/** How many figures correct an earlier revision. */
	public long corrections() {
		return this.figures.stream().filter((figure) -> figure.number() > 1).count();
	}

	/** The codes of figures whose indicator the plan has no more. */
	public List<String> withdrawn() {
		return this.figures.stream()
			.map(Revision::indicator)
			.filter((indicator) -> this.plan.target(indicator).isEmpty())
			.toList();
	}

	/**
	 * Whether figures of a department are among it; blank asks for any, and what belongs
	 * to none is shown then.
	 */
	public boolean isOf(@Nullable String department) {
		return department == null || department.isBlank() || this.departments.stream()
			.anyMatch((known) -> DepartmentChoices.lets(department, this.plan.id(), known.code()));
	}

	/** By plan, in the order in which they come. */
	public static Map<Plan, List<WaitingSubmission>> byPlan(Collection<WaitingSubmission> waiting) {
		return waiting.stream()
			.collect(Collectors.groupingBy(WaitingSubmission::plan, LinkedHashMap::new, Collectors.toList()));
	}

}
