package org.targetmonitor.desk;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standing;
import org.targetmonitor.submission.Check;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

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
		return this.revisions.stream().filter(this::waits).toList();
	}

	private boolean waits(Revision revision) {
		return revision.isWaiting() && this.standing.figures().isNewest(revision);
	}

	/**
	 * The figures with what they are held against, in the plan's order.
	 * @param lastYear the figures of the same area's plan of the year before, if known
	 * @param check what the rules say of the submission
	 * @param would how the plan would stand with all that waits approved, if known
	 */
	public List<ReviewFigure> figures(@Nullable Figures lastYear, @Nullable Check check, @Nullable PlanStanding would) {
		return plan().targets()
			.stream()
			.flatMap((target) -> this.revisions.stream()
				.filter((revision) -> revision.indicator().equals(target.indicator()))
				.map((revision) -> figure(target, revision, lastYear, check, would)))
			.toList();
	}

	private ReviewFigure figure(Target target, Revision revision, @Nullable Figures lastYear, @Nullable Check check,
			@Nullable PlanStanding would) {
		Period period = revision.period();
		NavigableMap<Period, Revision> approved = this.standing.figures().approved(target.indicator());
		return new ReviewFigure(plan(), target, revision, waits(revision), approved.get(period),
				Optional.ofNullable(approved.lowerEntry(period)).map(Map.Entry::getValue).orElse(null),
				(lastYear == null) ? null
						: lastYear.approved(target.indicator())
							.get(new Period(period.year() - 1, period.frequency(), period.number())),
				(check == null) ? List.of() : doubts(check, revision),
				(would == null || !waits(revision)) ? null : would.target(target.indicator()).orElse(null));
	}

	/** The rules say where in the submission a figure stands. */
	private List<Fault> doubts(Check check, Revision revision) {
		String place = "figures[" + this.revisions.indexOf(revision) + "] ";
		return check.warnings().stream().filter((fault) -> fault.subject().startsWith(place)).toList();
	}

	/** The figures of the same area's plan of the year before. */
	public Optional<Figures> lastYear(Standing all) {
		return all.plans()
			.stream()
			.filter((other) -> other.plan().area().code().equals(plan().area().code())
					&& other.plan().year() == plan().year() - 1 && other.plan().invented() == plan().invented())
			.map(PlanStanding::figures)
			.findFirst();
	}

}
