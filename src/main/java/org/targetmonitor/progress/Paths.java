package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** Draws the {@link Path} of each target of a plan from its approved figures. */
final class Paths {

	private final Plan plan;

	private final Figures figures;

	private final LastYear lastYear;

	private final TargetsInForce inForce;

	private final Map<LocalDate, Judge> judges = new HashMap<>();

	/** Finds the target that was in force at a moment. */
	@FunctionalInterface
	interface TargetsInForce {

		Optional<Target> at(String indicator, Instant moment);

	}

	Paths(Plan plan, Figures figures, LastYear lastYear, TargetsInForce inForce) {
		this.plan = plan;
		this.figures = figures;
		this.lastYear = lastYear;
		this.inForce = inForce;
	}

	Path of(Target target) {
		if (!target.goal().judges() || target.goal().awaitsNumbers()) {
			return Path.NONE;
		}
		List<Period> periods = this.plan.target(target.goal().subject(target.indicator()))
			.map(Target::reporting)
			.map(Reporting::periods)
			.orElse(List.of());
		return new Path(periods.stream().flatMap((period) -> step(target, period).stream()).toList(),
				paces(target, periods));
	}

	private Map<Period, BigDecimal> paces(Target target, List<Period> periods) {
		Map<Period, BigDecimal> paces = new HashMap<>();
		Measurement measurement = target.measurement();
		if (measurement != null && measurement.measure().accumulatesOverYear()) {
			periods.forEach(
					(period) -> paces.put(period, judge(period).pace(target).share(BigDecimal.ZERO, period).pace()));
		}
		return paces;
	}

	private Optional<Path.Step> step(Target target, Period period) {
		return firstKnown(target, period)
			.flatMap((moment) -> step(this.inForce.at(target.indicator(), moment).orElse(target), period, moment));
	}

	private Optional<Path.Step> step(Target then, Period period, Instant moment) {
		Judge.Judgement judgement = judge(period).judge(then);
		return Optional.ofNullable(judgement.verdict())
			.filter((verdict) -> verdict.period().equals(period))
			.map((verdict) -> new Path.Step(then, judgement.status(), verdict, moment,
					lightSince(then, period, judgement.status())));
	}

	/** A figure that was revised may have changed its period's light. */
	private Instant lightSince(Target then, Period period, Status present) {
		List<Instant> approvals = approvals(then, period).sorted(Comparator.reverseOrder()).distinct().toList();
		Instant since = approvals.getFirst();
		for (Instant moment : approvals) {
			Judge.Judgement known = new Judge(this.plan, new Figures(until(period.end())).asOf(moment), this.lastYear)
				.judge(then);
			if (known.status().light(then.goal()) != present.light(then.goal())) {
				break;
			}
			since = moment;
		}
		return since;
	}

	private Stream<Instant> approvals(Target target, Period period) {
		return Stream.concat(Stream.of(target.goal().subject(target.indicator())), target.goal().operand().stream())
			.flatMap((indicator) -> approved(indicator, period));
	}

	/** When all that a verdict on a period needs was first there. */
	private Optional<Instant> firstKnown(Target target, Period period) {
		Optional<Instant> subject = firstApproved(target.goal().subject(target.indicator()), period);
		return target.goal()
			.operand()
			.map((operand) -> firstApproved(operand, period)
				.flatMap((second) -> subject.map((first) -> first.isAfter(second) ? first : second)))
			.orElse(subject);
	}

	private Optional<Instant> firstApproved(String indicator, Period period) {
		return approved(indicator, period).min(Instant::compareTo);
	}

	private Stream<Instant> approved(String indicator, Period period) {
		return this.figures.revisions()
			.stream()
			.filter((revision) -> revision.indicator().equals(indicator) && revision.isApproved()
					&& revision.value() != null && revision.period().end().equals(period.end()))
			.map((revision) -> Objects.requireNonNull(revision.review()).knownFrom());
	}

	private Judge judge(Period period) {
		return this.judges.computeIfAbsent(period.end(),
				(end) -> new Judge(this.plan, new Figures(until(end)), this.lastYear));
	}

	private List<Revision> until(LocalDate end) {
		return this.figures.revisions().stream().filter((revision) -> !revision.period().end().isAfter(end)).toList();
	}

}
