package org.targetmonitor.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Subject;
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
		Map<String, List<ReviewFigure>> figures = new LinkedHashMap<>();
		Map<String, List<Fault>> said = (check == null) ? Map.of()
				: Stream.concat(check.doubts().stream(), check.warnings().stream())
					.collect(Collectors.groupingBy((fault) -> fault.subject().place()));
		for (int index = 0; index < this.revisions.size(); index++) {
			Revision revision = this.revisions.get(index);
			// The rules say where in the submission a figure stands
			List<Fault> doubts = said.getOrDefault(Subject.figure(index, "").place(), List.of());
			Target target = plan().target(revision.indicator()).orElse(null);
			figures.computeIfAbsent(revision.indicator(), (indicator) -> new ArrayList<>())
				.add(figure(target, revision, yearBefore, doubts, would));
		}
		List<ReviewFigure> sorted = new ArrayList<>();
		plan().entries()
			.forEach((target) -> sorted
				.addAll(Objects.requireNonNullElse(figures.remove(target.indicator()), List.of())));
		figures.values().forEach(sorted::addAll);
		return sorted;
	}

	private ReviewFigure figure(@Nullable Target target, Revision revision, @Nullable YearBefore yearBefore,
			List<Fault> doubts, @Nullable PlanStanding would) {
		return new ReviewFigure(plan(), target, revision, revision.isWaiting(), replaced(revision), returned(revision),
				(target == null) ? null
						: PeriodBefore.of(target, revision.period(), this.standing.figures(), yearBefore).orElse(null),
				(target == null || yearBefore == null) ? null
						: yearBefore.figure(target, revision.period()).orElse(null),
				doubts,
				(would == null || !revision.isWaiting()) ? null : would.target(revision.indicator()).orElse(null));
	}

	/** The revision right before one, if it was returned. */
	private @Nullable Revision returned(Revision revision) {
		return this.standing.figures()
			.before(revision)
			.stream()
			.reduce((first, second) -> second)
			.filter(Revision::isReturned)
			.orElse(null);
	}

	/** The newest approved revision before one, which is what that one changes. */
	private @Nullable Revision replaced(Revision revision) {
		return this.standing.figures()
			.before(revision)
			.stream()
			.filter(Revision::isApproved)
			.reduce((first, second) -> second)
			.orElse(null);
	}

}
