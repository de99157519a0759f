package org.targetmonitor.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Ahead;
import org.targetmonitor.progress.Outlook;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.RecordLengths;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.Status;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Timeliness;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.submission.Revision;

/**
 * Turns a standing into samples. It prints what progress computed and computes nothing
 * itself.
 */
final class StandingSamples {

	private final Samples samples = new Samples();

	private StandingSamples() {
	}

	/** The series of some of a plan's targets. */
	static MetricSnapshots of(PlanStanding standing, List<TargetProgress> entries) {
		StandingSamples samples = new StandingSamples();
		entries.forEach((progress) -> samples.target(standing, progress));
		return samples.samples.snapshots();
	}

	/** The series of a plan itself. */
	static MetricSnapshots about(PlanStanding standing) {
		Samples samples = new Samples();
		Plan plan = standing.plan();
		samples.add(Metric.PLAN_INFO, 1, plan.id(), plan.title().zh(), plan.title().en(), plan.area().name().zh(),
				plan.area().name().en(), Integer.toString(plan.year()), Boolean.toString(plan.invented()));
		samples.add(Metric.PLAN_OPEN, standing.open() ? 1 : 0, plan.id());
		return samples.snapshots();
	}

	/** Which plans can be read. */
	static MetricSnapshots readable(Map<String, Boolean> plans) {
		Samples samples = new Samples();
		plans.forEach((plan, readable) -> samples.add(Metric.PLAN_READABLE, readable ? 1 : 0, plan));
		return samples.snapshots();
	}

	/**
	 * What is known of the standing itself and of the records behind it: it changes
	 * between two scrapes of the same standing.
	 * @param plans of which plans
	 * @param monitor whether also what is of no plan
	 */
	static MetricSnapshots about(Standings standings, boolean databaseAvailable, Predicate<String> plans,
			boolean monitor) {
		Samples samples = new Samples();
		if (monitor) {
			standings.lastCurrent()
				.ifPresent((moment) -> samples.add(Metric.STANDING_TIMESTAMP, moment.toEpochMilli() / 1000.0));
			samples.add(Metric.STANDING_BUILD, standings.lastBuild().toNanos() / 1e9);
			samples.add(Metric.STANDING_FAILURES, (double) standings.failures());
			samples.add(Metric.DATABASE_AVAILABLE, databaseAvailable ? 1 : 0);
		}
		Optional<RecordLengths> known = databaseAvailable ? standings.lengths() : Optional.empty();
		known.ifPresent((lengths) -> lengths(lengths, plans, monitor, samples));
		return samples.snapshots();
	}

	/** Read per scrape: a record that is cut changes no standing. */
	private static void lengths(RecordLengths lengths, Predicate<String> plans, boolean monitor, Samples samples) {
		lengths.chainLinks().forEach((plan, links) -> {
			if (plans.test(plan)) {
				samples.add(Metric.CHAIN_LINKS, (double) links, plan);
			}
		});
		if (monitor) {
			samples.add(Metric.CHAINS, (double) lengths.chainLinks().size());
		}
		Long events = lengths.auditEvents();
		if (events != null && monitor) {
			samples.add(Metric.AUDIT_EVENTS, (double) events);
		}
	}

	private void target(PlanStanding standing, TargetProgress progress) {
		String plan = standing.plan().id();
		info(plan, progress.written().target());
		if (progress.target().entry().hasStatus()) {
			status(plan, progress);
		}
		// The value of an indicator is the same series whichever of its conditions counts
		TargetProgress written = progress.written();
		Optional.ofNullable(written.target().measurement())
			.ifPresent((measurement) -> values(standing, written, measurement));
		Optional.ofNullable(written.target().measurement())
			.ifPresent((measurement) -> asked(plan, isOnLevel(progress) ? written : progress, measurement));
		supervision(standing, progress);
		besides(plan, progress);
		progress.judged().ifPresent((verdict) -> verdict(plan, progress.indicator(), verdict));
		progress.judged()
			.filter((verdict) -> isOnLevel(progress) && verdict.headway() == null)
			.ifPresent((verdict) -> this.samples.add(Metric.ON_LEVEL, 1, plan, progress.indicator()));
		Optional.ofNullable(progress.inexact())
			.ifPresent((known) -> this.samples.add(Metric.VERDICT_PERIOD_INFO, 1, plan, progress.indicator(),
					known.period().toString()));
		Optional.ofNullable(progress.outlook()).ifPresent((outlook) -> outlook(plan, progress.indicator(), outlook));
		if (progress.target().isHandedIn()) {
			timeliness(standing, progress);
		}
	}

	private void info(String plan, Target target) {
		Measurement measurement = target.measurement();
		this.samples.add(Metric.INDICATOR_INFO, 1, plan, target.indicator(), target.name().zh(), target.name().en(),
				(measurement != null) ? measurement.measure().key() : "",
				(measurement == null) ? "" : measurement.unit().isEmpty() ? "none" : measurement.unit(),
				target.department().shortName().zh(), target.lead().shortName().zh(), target.nature().key(),
				target.entry().key());
	}

	private void status(String plan, TargetProgress progress) {
		for (Status status : Status.values()) {
			this.samples.add(Metric.STATUS, (status == progress.status()) ? 1 : 0, plan, progress.indicator(),
					status.key());
		}
		progress.lagLevel().ifPresent((level) -> this.samples.add(Metric.LAG_LEVEL, level, plan, progress.indicator()));
	}

	private void besides(String plan, TargetProgress progress) {
		progress.firstLagLevel()
			.ifPresent((level) -> this.samples.add(Metric.FIRST_LAG_LEVEL, level, plan, progress.indicator()));
		Ahead ahead = progress.besides().ahead();
		if (ahead != null) {
			this.samples.add(Metric.AHEAD, 1, plan, progress.indicator(), ahead.key());
		}
	}

	private void supervision(PlanStanding standing, TargetProgress progress) {
		Deviation accepted = progress.supervision().accepted();
		if (accepted != null) {
			this.samples.add(Metric.DEVIATION_UNTIL,
					(double) accepted.until().plusDays(1).atStartOfDay(standing.plan().zone()).toEpochSecond(),
					standing.plan().id(), progress.indicator());
		}
		this.samples.add(Metric.SUPERVISION_OPEN, (double) progress.supervision().openOrders().size(),
				standing.plan().id(), progress.indicator());
	}

	private void values(PlanStanding standing, TargetProgress progress, Measurement measurement) {
		String plan = standing.plan().id();
		Target target = progress.target();
		Revision latest = progress.latest();
		BigDecimal actual = (latest != null) ? latest.value() : null;
		if (latest != null && actual != null) {
			quantity(Metric.ACTUAL, measurement.published(actual), measurement, plan, progress.indicator());
			this.samples.add(Metric.ACTUAL_PERIOD_INFO, 1, plan, progress.indicator(), latest.period().toString());
		}
		standing.figures().approved(target.indicator()).forEach((period, revision) -> {
			BigDecimal value = revision.value();
			if (value != null) {
				quantity(Metric.PERIOD_ACTUAL, measurement.published(value), measurement, plan, target.indicator(),
						period.toString());
			}
		});
	}

	/**
	 * What is asked of the value, by the condition that margin and gap are of: whoever
	 * reads them together must find that they fit.
	 */
	private void asked(String plan, TargetProgress progress, Measurement measurement) {
		Target target = progress.target();
		target.goal()
			.number()
			.ifPresent((number) -> quantity(Metric.TARGET, number, measurement, plan, progress.indicator()));
		progress.judged()
			.map((verdict) -> verdict.comparison().line())
			.or(() -> (target.terms().path() != null) ? Optional.empty() : target.goal().line())
			.ifPresent((line) -> quantity(Metric.LINE, line, measurement, plan, progress.indicator()));
	}

	private static boolean isOnLevel(TargetProgress progress) {
		Measurement measurement = progress.target().measurement();
		return measurement != null && measurement.beside();
	}

	/** A value in the base unit, which is the last label. */
	private void quantity(Metric metric, BigDecimal value, Measurement measurement, String... labels) {
		BaseUnit.Quantity quantity = BaseUnit.toBase(value, measurement.unit());
		String[] all = Arrays.copyOf(labels, labels.length + 1);
		all[labels.length] = quantity.unit();
		this.samples.add(metric, quantity.value(), all);
	}

	private void verdict(String plan, String indicator, Verdict verdict) {
		this.samples.add(Metric.VERDICT_PERIOD_INFO, 1, plan, indicator, verdict.period().toString());
		this.samples.add(Metric.MARGIN, verdict.marginRatio().doubleValue(), plan, indicator);
		this.samples.add(Metric.GAP, verdict.gapRatio().doubleValue(), plan, indicator);
		if (verdict.headway() != null) {
			this.samples.add(Metric.PACE, verdict.headway().pace().doubleValue(), plan, indicator);
			this.samples.add(Metric.DONE, verdict.headway().done().doubleValue(), plan, indicator);
		}
	}

	private void outlook(String plan, String indicator, Outlook outlook) {
		if (outlook.required() != null) {
			this.samples.add(Metric.REQUIRED_GROWTH, outlook.required().middle().movePointLeft(2).doubleValue(), plan,
					indicator);
		}
		outlook.scenarios()
			.forEach((scenario) -> this.samples.add(Metric.PROJECTED, scenario.ratio().doubleValue(), plan, indicator,
					scenario.kind().key()));
	}

	private void timeliness(PlanStanding standing, TargetProgress progress) {
		String plan = standing.plan().id();
		Timeliness timeliness = progress.timeliness();
		this.samples.add(Metric.SUBMISSIONS_OVERDUE, timeliness.overdue() ? 1 : 0, plan, progress.indicator());
		this.samples.add(Metric.FIGURE_REVISIONS, (double) standing.figures().count(progress.indicator()), plan,
				progress.indicator());
		if (timeliness.due() instanceof DueDate.On on) {
			this.samples.add(Metric.SUBMISSION_DUE,
					(double) on.day().plusDays(1).atStartOfDay(standing.plan().zone()).toEpochSecond(), plan,
					progress.indicator());
		}
		if (timeliness.lastSubmitted() != null) {
			this.samples.add(Metric.SUBMISSION_LAST, timeliness.lastSubmitted().toEpochMilli() / 1000.0, plan,
					progress.indicator());
		}
	}

}
