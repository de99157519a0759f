package org.targetmonitor.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.submission.Check;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.YearBefore;

/**
 * A submission as its reviewer sees it: every figure beside what it has to be held
 * against.
 *
 * @param standing how its plan stands
 * @param id the submission
 * @param revisions what was handed in, in the order in which it stood
 */
public record SubmissionReview(PlanStanding standing, UUID id, List<Revision> revisions) {

	public SubmissionReview {
		revisions = List.copyOf(revisions);
	}

	/** Finds a submission among all plans; empty if there is none. */
	public static Optional<SubmissionReview> find(Standing standing, UUID id) {
		return standing.plans()
			.stream()
			.map((plan) -> new SubmissionReview(plan, id,
					plan.figures()
						.revisions()
						.stream()
						.filter((revision) -> revision.submission().equals(id))
						.toList()))
			.filter((review) -> !review.revisions().isEmpty())
			.findFirst();
	}

	public Plan plan() {
		return this.standing.plan();
	}

	/** The revision by which the submission is known: all have its author and time. */
	public Revision first() {
		return this.revisions.getFirst();
	}

	public Period period() {
		return first().period();
	}

	/** What can be decided about. */
	public List<Revision> waiting() {
		return this.revisions.stream().filter(Revision::isWaiting).toList();
	}

	/**
	 * The figures with what they are held against, in the plan's order; at the end those
	 * whose indicator the plan has no more.
	 * @param yearBefore the same area's plan of the year before, if known
	 * @param check what the rules say of the submission
	 * @param would how the plan would stand with all that waits approved, if known
	 */
	public List<ReviewFigure> figures(@Nullable YearBefore yearBefore, @Nullable Check check,
			@Nullable PlanStanding would) {
		Stream<ReviewFigure> known = plan().entries()
			.stream()
			.flatMap((target) -> this.revisions.stream()
				.filter((revision) -> revision.indicator().equals(target.indicator()))
				.map((revision) -> figure(target, revision, yearBefore, check, would)));
		Stream<ReviewFigure> withdrawn = this.revisions.stream()
			.filter((revision) -> plan().target(revision.indicator()).isEmpty())
			.map((revision) -> figure(null, revision, yearBefore, check, would));
		return Stream.concat(known, withdrawn).toList();
	}

	private ReviewFigure figure(@Nullable Target target, Revision revision, @Nullable YearBefore yearBefore,
			@Nullable Check check, @Nullable PlanStanding would) {
		return new ReviewFigure(plan(), target, revision, revision.isWaiting(), replaced(revision),
				Optional
					.ofNullable(this.standing.figures().approved(revision.indicator()).lowerEntry(revision.period()))
					.map(Map.Entry::getValue)
					.orElse(null),
				(target == null || yearBefore == null) ? null
						: yearBefore.figure(target, revision.period()).orElse(null),
				(check == null) ? List.of() : doubts(check, revision),
				(would == null || !revision.isWaiting()) ? null : would.target(revision.indicator()).orElse(null));
	}

	/** The newest approved revision before one, which is what that one changes. */
	private @Nullable Revision replaced(Revision revision) {
		return this.standing.figures()
			.revisions()
			.stream()
			.filter((other) -> other.indicator().equals(revision.indicator())
					&& other.period().equals(revision.period()) && other.isApproved()
					&& other.number() < revision.number())
			.max(Comparator.comparingInt(Revision::number))
			.orElse(null);
	}

	/**
	 * The rules say where in the submission a figure stands.
	 */
	private List<Fault> doubts(Check check, Revision revision) {
		int index = this.revisions.indexOf(revision);
		return Stream.concat(check.doubts().stream(), check.warnings().stream())
			.filter((fault) -> fault.subject().isFigure(index))
			.toList();
	}

}
