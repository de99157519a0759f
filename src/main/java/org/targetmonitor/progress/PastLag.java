package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;

/**
 * Remembers that a target lagged earlier in the plan's year, by its figure as it was
 * first judged: a later verification does not undo that. What a correction (差错更正) says
 * was a mistake never was a figure, and what takes its place is the first.
 */
final class PastLag {

	private final Plan plan;

	private final Figures figures;

	private final Then then;

	private final Instant now;

	private @Nullable FirstVerdicts firstVerdicts;

	/**
	 * @param now when the figures are looked at
	 */
	PastLag(Plan plan, Figures figures, Then then, Instant now) {
		this.now = now;
		this.plan = plan;
		this.figures = figures;
		this.then = then;
	}

	/** Mistakes are looked for where a target asks. */
	private FirstVerdicts firstVerdicts() {
		FirstVerdicts present = this.firstVerdicts;
		if (present == null) {
			present = new FirstVerdicts(withoutMistakes(this.figures), this.then, this.now);
			this.firstVerdicts = present;
		}
		return present;
	}

	private static Figures withoutMistakes(Figures figures) {
		Map<Map.Entry<String, Period>, List<Revision>> approved = figures.revisions()
			.stream()
			.filter(Revision::isApproved)
			.sorted(Comparator.comparingInt(Revision::number))
			.collect(Collectors.groupingBy((revision) -> Map.entry(revision.indicator(), revision.period())));
		Set<Revision> mistakes = approved.values().stream().flatMap(PastLag::mistakes).collect(Collectors.toSet());
		return figures.without(mistakes);
	}

	/** What the next approved revision of the same figure corrects. */
	private static Stream<Revision> mistakes(List<Revision> ofOneFigure) {
		return IntStream.range(1, ofOneFigure.size())
			.filter((next) -> ofOneFigure.get(next).figure().kind() == RevisionKind.CORRECTION)
			.mapToObj((next) -> ofOneFigure.get(next - 1));
	}

	/** Whether a target is fine now and lagged when a period was first judged. */
	boolean wasMadeUp(Target target, Judge.Judged present) {
		Period judged = present.period().orElse(null);
		Reporting reporting = this.plan.target(subject(target)).map(Target::reporting).orElse(null);
		boolean fine = present.status() == Status.ON_TRACK || present.status() == Status.ACHIEVED;
		if (judged == null || reporting == null || !fine || !this.plan.onceLagging().isFor(target)) {
			return false;
		}
		return reporting.periods()
			.stream()
			.filter((period) -> period.compareTo(judged) <= 0)
			.anyMatch((period) -> firstVerdicts().of(target, period)
				.filter((first) -> first.judgement().status() == Status.LAGGING)
				.isPresent());
	}

	private static String subject(Target target) {
		return target.goal().subject(target.indicator());
	}

}
