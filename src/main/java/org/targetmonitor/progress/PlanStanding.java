package org.targetmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Contents;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Sight;

/**
 * How one plan stands at a moment: immutable, computed in one go.
 *
 * @param plan the plan with the targets in force
 * @param open whether its verdicts may still change
 * @param today the local day it was computed for
 * @param figures the figures known then
 * @param judgedBy those that the verdicts rest on: once the plan is closed, the ones
 * known then
 * @param contents how each target, part, task and commitment stands, in the plan's order,
 * assigned numbers behind their heading
 * @param lights how the headline targets are counted
 */
public record PlanStanding(Plan plan, boolean open, LocalDate today, Figures figures, Figures judgedBy,
		Contents<TargetProgress> contents, Lights lights) {

	private static final Figures NO_FIGURES = new Figures(List.of());

	private static final Contents<TargetProgress> NOTHING = new Contents<>(List.of(), List.of(), List.of(), List.of(),
			TargetProgress::indicator);

	/**
	 * Every headline target in the plan's order, assigned numbers behind their heading.
	 */
	public List<TargetProgress> targets() {
		return this.contents.targets();
	}

	/** What targets are split into. */
	public List<TargetProgress> parts() {
		return this.contents.parts();
	}

	/** The key tasks. */
	public List<TargetProgress> tasks() {
		return this.contents.tasks();
	}

	/** The commitments, which have no status. */
	public List<TargetProgress> commitments() {
		return this.contents.commitments();
	}

	/**
	 * Computes a plan's standing.
	 * @param facts the plan with its figures, and last year's plan of the same area where
	 * there is one
	 * @param calendar the working days
	 * @param now the moment; nothing known later is looked at
	 */
	public static PlanStanding of(PlanFacts facts, WorkingDays calendar, Instant now) {
		return of(facts, calendar, now, null);
	}

	/**
	 * The same, but for what stands as it did before.
	 * @param before how it was last computed, of whatever facts; null for nothing
	 */
	static PlanStanding of(PlanFacts facts, WorkingDays calendar, Instant now, Unchanged.@Nullable Before before) {
		Plan plan = facts.plan();
		Figures known = facts.figures().asOf(now);
		boolean open = plan.isOpen(now);
		Instant frozenAt = open ? now : plan.closesAt().minusNanos(1);
		PlanFacts judgedBy = open ? facts : facts.frozenAt(frozenAt);
		PlanStanding standing = new PlanStanding(plan, open, plan.dayOf(now), known,
				DerivedShares.beside(plan,
						judgedBy.elsewhere().beside(open ? known : known.frozenAt(frozenAt), frozenAt)),
				NOTHING, Lights.NONE);
		Optional<Unchanged> unchanged = Unchanged.since(before, facts, now, standing);
		Verdicts verdicts = new Verdicts(standing, facts, judgedBy, calendar, now, frozenAt);
		Function<Target, TargetProgress> progress = (target) -> unchanged.flatMap((same) -> same.progress(target))
			.orElseGet(() -> verdicts.of(target));
		return standing
			.with(new Contents<>(AssignedTargets.filled(all(plan.targets(), progress)), all(plan.parts(), progress),
					all(plan.tasks(), progress), all(plan.commitments(), progress), TargetProgress::indicator));
	}

	private PlanStanding with(Contents<TargetProgress> computed) {
		return new PlanStanding(this.plan, this.open, this.today, this.figures, this.judgedBy, computed,
				Lights.of(computed.targets()));
	}

	private static List<TargetProgress> all(List<Target> targets, Function<Target, TargetProgress> progress) {
		return targets.stream().map(progress).toList();
	}

	/**
	 * The same with the headline targets that are behind alone, as they are counted and
	 * named among other plans: small enough to keep many.
	 */
	PlanStanding inBrief() {
		List<TargetProgress> behind = targets().stream().filter(TargetProgress::isBehind).toList();
		return new PlanStanding(this.plan, this.open, this.today, NO_FIGURES, NO_FIGURES,
				new Contents<>(behind, List.of(), List.of(), List.of(), TargetProgress::indicator), this.lights);
	}

	/** Everything that is reported, in the order of {@link Plan#entries()}. */
	public List<TargetProgress> entries() {
		return this.plan.entries().stream().flatMap((entry) -> target(entry.indicator()).stream()).toList();
	}

	/**
	 * The same without the figures that somebody may not see before they are approved.
	 */
	public PlanStanding seenBy(Sight sight) {
		return new PlanStanding(this.plan, this.open, this.today, sight.of(this.plan, this.figures),
				sight.of(this.plan, this.judgedBy), this.contents, this.lights);
	}

	/** How a target, a part, a task or a commitment stands. */
	public Optional<TargetProgress> target(String indicator) {
		return this.contents.find(indicator);
	}

	/**
	 * The approved figure with the newest statement of a task or commitment, by its
	 * period.
	 */
	public Optional<Revision> stated(String indicator) {
		return this.figures.approved(indicator)
			.descendingMap()
			.values()
			.stream()
			.filter((revision) -> revision.figure().statement() != null)
			.findFirst();
	}

	/** The words that must stand wherever these figures show, if they are invented. */
	public Optional<Text> inventedNotice() {
		return this.plan.invented() ? Optional.of(INVENTED) : Optional.empty();
	}

	/** What is said of invented figures. */
	public static final Text INVENTED = new Text("示例数据，均为虚构，不代表任何地区的实际情况",
			"demonstration data: every figure is invented and stands for no real area");

}
