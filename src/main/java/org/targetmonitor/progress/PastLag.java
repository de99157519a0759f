package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/**
 * Remembers that a target lagged earlier in the plan's year, by its figure as it was
 * first judged: a later revision does not undo that.
 */
final class PastLag {

	private final Plan plan;

	private final Figures figures;

	private final LastYear lastYear;

	private final Paths.TargetsInForce inForce;

	PastLag(Plan plan, Figures figures, LastYear lastYear, Paths.TargetsInForce inForce) {
		this.inForce = inForce;
		this.plan = plan;
		this.figures = figures;
		this.lastYear = lastYear;
	}

	/** Whether a target is fine now and lagged by the figure of an earlier period. */
	boolean wasMadeUp(Target target, Judge.Judgement present) {
		Verdict verdict = present.verdict();
		Reporting reporting = target.reporting();
		boolean fine = present.status() == Status.ON_TRACK || present.status() == Status.ACHIEVED;
		if (verdict == null || reporting == null || !fine || !this.plan.onceLagging().isFor(target)) {
			return false;
		}
		return reporting.periods()
			.stream()
			.filter((period) -> period.compareTo(verdict.period()) < 0)
			.anyMatch((period) -> firstStatus(target, period).filter(Status.LAGGING::equals).isPresent());
	}

	private Optional<Status> firstStatus(Target target, Period period) {
		return approvals(target, period).stream()
			.flatMap((moment) -> new Judge(this.plan, this.figures.asOf(moment), this.lastYear)
				.judgeAt(this.inForce.at(target.indicator(), moment).orElse(target), period)
				.stream())
			.map(Judge.Judgement::status)
			.findFirst();
	}

	/** When figures that the verdict rests on were approved, the earliest first. */
	private List<Instant> approvals(Target target, Period period) {
		List<String> judged = Stream.concat(Stream.of(target.indicator()), target.goal().operand().stream()).toList();
		return this.figures.revisions()
			.stream()
			.filter((revision) -> judged.contains(revision.indicator()) && revision.period().end().equals(period.end()))
			.flatMap((revision) -> approval(revision).stream())
			.distinct()
			.sorted(Comparator.naturalOrder())
			.toList();
	}

	private static Optional<Instant> approval(Revision revision) {
		return Optional.ofNullable(revision.review())
			.filter((review) -> review.approved())
			.map((review) -> review.knownFrom());
	}

}
