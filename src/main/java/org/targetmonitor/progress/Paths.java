package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

/** Draws the {@link Path} of each target of a plan from its approved figures. */
final class Paths {

	private final Plan plan;

	private final Figures figures;

	private final Then then;

	private final Instant now;

	private final FirstVerdicts firstVerdicts;

	/**
	 * @param now when the figures are looked at
	 */
	Paths(Plan plan, Figures figures, Then then, Instant now) {
		this.plan = plan;
		this.figures = figures;
		this.then = then;
		this.now = now;
		this.firstVerdicts = new FirstVerdicts(figures, then, now);
	}

	Path of(Target target) {
		if (Stream.concat(Stream.of(target), this.then.versions(target.indicator())).noneMatch(Paths::isJudged)) {
			return Path.NONE;
		}
		List<Period> periods = this.plan.target(target.goal().subject(target.indicator()))
			.map(Target::reporting)
			.map(Reporting::periods)
			.orElse(List.of());
		return new Path(periods.stream().flatMap((period) -> step(target, period).stream()).toList(),
				paces(target, periods));
	}

	private static boolean isJudged(Target target) {
		return target.goal().judges() && !target.goal().awaitsNumbers();
	}

	private Map<Period, BigDecimal> paces(Target target, List<Period> periods) {
		Map<Period, BigDecimal> paces = new HashMap<>();
		if (target.isPaced()) {
			Pace pace = this.then.judge(this.figures, this.now, this.now).pace(target);
			periods.stream()
				.filter((period) -> !target.isDecidedBefore(period))
				.forEach((period) -> paces.put(period, pace.headway(BigDecimal.ZERO, period).pace()));
		}
		return paces;
	}

	private Optional<Path.Point> step(Target target, Period period) {
		return this.firstVerdicts.of(target, period).flatMap((first) -> step(first.target(), period, first.moment()));
	}

	/** By the figures as they are known now, and by the target that was in force then. */
	private Optional<Path.Point> step(Target target, Period period, Instant moment) {
		Figures ended = this.figures.until(period.end());
		Judge.Judged judgement = this.then.judge(ended, moment, this.now).judge(target);
		return judgement.period()
			.filter(period::equals)
			.map((judged) -> new Path.Point(target, judgement.status(), judgement.verdict(), judgement.inexact(),
					moment, lightSince(target, period, judgement.status(), moment, ended)));
	}

	/**
	 * A figure that was revised may have changed its period's light, but not before the
	 * period was judged.
	 */
	private Instant lightSince(Target target, Period period, Status present, Instant first, Figures ended) {
		List<Instant> moments = Stream
			.concat(Stream.of(first), approvals(target, period).filter((moment) -> moment.isAfter(first)))
			.distinct()
			.sorted(Comparator.reverseOrder())
			.toList();
		Instant since = moments.getFirst();
		if (moments.size() == 1) {
			return since;
		}
		for (Instant moment : moments) {
			Judge.Judged known = this.then.judge(ended.asOf(moment), first, moment).judge(target);
			if (known.status().light(target.goal()) != present.light(target.goal())) {
				break;
			}
			since = moment;
		}
		return since;
	}

	private Stream<Instant> approvals(Target target, Period period) {
		return target.restsOn().distinct().flatMap((indicator) -> approved(indicator, period));
	}

	private Stream<Instant> approved(String indicator, Period period) {
		return this.figures.of(indicator)
			.stream()
			.filter((revision) -> revision.isApproved() && revision.figure().hasResult()
					&& revision.period().endsWith(period))
			.map((revision) -> revision.countsFrom());
	}

}
