package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.desk.PeriodBefore;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.YearBefore;
import org.targetmonitor.submission.sheet.Template;

/** Makes the sheet that a department fills in for a period. */
final class SheetTemplates {

	private final Optional<YearBefore> yearBefore;

	private final PlanStanding plan;

	private final Period period;

	private final WorkingDays calendar;

	SheetTemplates(Optional<YearBefore> yearBefore, PlanStanding plan, Period period, WorkingDays calendar) {
		this.yearBefore = yearBefore;
		this.plan = plan;
		this.period = period;
		this.calendar = calendar;
	}

	/** The indicators that are reported for a period. */
	static List<Target> reported(Plan plan, Period period) {
		return plan.entries().stream().filter((target) -> periods(target).contains(period)).toList();
	}

	Template of(Department department) {
		List<Target> targets = reported(this.plan.plan(), this.period).stream()
			.filter((target) -> target.department().equals(department))
			.toList();
		return new Template(this.plan.plan(), this.period, PeriodWords.named(this.period), department, due(targets),
				this.plan.inventedNotice(), targets.stream().map(this::line).toList());
	}

	/** The first due day of its figures, in words where the calendar does not reach. */
	private Text due(List<Target> targets) {
		Optional<LocalDate> due = targets.stream()
			.flatMap((target) -> Optional.ofNullable(target.reporting()).stream())
			.flatMap((reporting) -> reporting.dueFor(this.period, this.calendar).ifKnown().stream())
			.min(Comparator.naturalOrder());
		return due.map((day) -> Text.same(day.toString())).orElse(new Text("暂无法确定", "not known yet"));
	}

	private Template.Line line(Target target) {
		Figures figures = this.plan.figures();
		return new Template.Line(target, before(target), lastYear(target),
				figures.latest(target.indicator(), this.period).map(Revision::figure).orElse(null),
				Prefill.origin(figures, target));
	}

	private @Nullable BigDecimal before(Target target) {
		return PeriodBefore.of(target, this.period, this.plan.figures(), this.yearBefore.orElse(null))
			.map(Revision::value)
			.orElse(null);
	}

	/** Known where last year's plan of the same area measures the indicator alike. */
	private @Nullable BigDecimal lastYear(Target target) {
		return this.yearBefore.flatMap((before) -> before.figure(target, this.period)).map(Figure::value).orElse(null);
	}

	private static List<Period> periods(Target target) {
		Reporting reporting = target.reporting();
		return (reporting != null && target.isHandedIn()) ? reporting.periods() : List.of();
	}

}
