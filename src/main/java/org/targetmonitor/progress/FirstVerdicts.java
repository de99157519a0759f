package org.targetmonitor.progress;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/**
 * Finds when a period was first judged: at the first moment at which all was known that
 * the target then in force asked for. A target may have asked for other figures before it
 * was changed.
 */
final class FirstVerdicts {

	private final Figures figures;

	private final Then then;

	private final Instant now;

	private final Map<String, Asked> asked = new HashMap<>();

	/**
	 * @param figures those that are looked at
	 * @param now when they are looked at
	 */
	FirstVerdicts(Figures figures, Then then, Instant now) {
		this.now = now;
		this.figures = figures;
		this.then = then;
	}

	/**
	 * A first verdict.
	 *
	 * @param moment when it could be given
	 * @param target the target in force then
	 * @param judgement what it was, by what was known then
	 */
	record First(Instant moment, Target target, Judge.Judged judgement) {
	}

	/**
	 * What any version of a target was judged by.
	 *
	 * @param indicators those whose figures it is judged by
	 * @param start when there first was such a target
	 * @param changes when it, or whose figures it is judged by, became something else,
	 * and when what it looks back at became known
	 */
	private record Asked(Set<String> indicators, Instant start, List<Instant> changes) {
	}

	/** Empty where the period was never judged. */
	Optional<First> of(Target target, Period period) {
		Asked all = all(target);
		Stream<Instant> approvals = all.indicators()
			.stream()
			.flatMap((indicator) -> this.figures.of(indicator).stream())
			.filter((revision) -> revision.period().endsWith(period))
			.flatMap((revision) -> approval(revision).stream());
		return Stream.concat(approvals, all.changes().stream())
			.map((moment) -> moment.isBefore(all.start()) ? all.start() : moment)
			.distinct()
			.sorted()
			.flatMap((moment) -> at(target, period, moment).stream())
			.findFirst();
	}

	private Asked all(Target target) {
		return this.asked.computeIfAbsent(target.indicator(), (indicator) -> asked(target));
	}

	private Optional<First> at(Target target, Period period, Instant moment) {
		Target inForce = this.then.target(target, moment);
		return this.then.judge(this.figures.asOf(moment), moment, moment)
			.knownAt(inForce, period)
			.map((judgement) -> new First(moment, inForce, judgement));
	}

	private Asked asked(Target target) {
		Set<String> indicators = Stream.concat(Stream.of(target), this.then.versions(target.indicator()))
			.flatMap(Target::restsOn)
			.collect(Collectors.toSet());
		Stream<Instant> changes = Stream.concat(Stream.of(target.indicator()), indicators.stream())
			.distinct()
			.flatMap((indicator) -> this.then.changes(indicator).stream());
		return new Asked(indicators, this.then.start(target.indicator()),
				Stream.concat(changes, beginnings(target)).toList());
	}

	/** When what was known of last year became known, where a version is judged by it. */
	private Stream<Instant> beginnings(Target target) {
		boolean looksBack = Stream.concat(Stream.of(target), this.then.versions(target.indicator()))
			.anyMatch((version) -> version.terms().path() != null || version.goal().isAgainstYearBefore());
		return looksBack ? this.then.lastYear()
			.apply(this.now)
			.values(target)
			.values()
			.stream()
			.map((known) -> known.revision().countsFrom()) : Stream.empty();
	}

	private static Optional<Instant> approval(Revision revision) {
		return revision.isApproved() ? Optional.of(revision.countsFrom()) : Optional.empty();
	}

}
