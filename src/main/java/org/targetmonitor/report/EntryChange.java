package org.targetmonitor.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.DifferenceInWords.Line;
import org.targetmonitor.plan.Direction;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Milestones;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanRevision;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.GoalWords;
import org.targetmonitor.plan.PeriodWords;

/**
 * What revisions of a plan changed of an entry that is written within something else (a
 * task or commitment in the plan's heading, a part in its whole), and of a target's goal.
 *
 * @param inForce the plan that was in force at a moment
 */
record EntryChange(Function<Instant, Optional<Plan>> inForce) {

	/**
	 * What a reader is told of an entry.
	 *
	 * @param always whether it is told of a new or withdrawn entry too, and not of one
	 * that is changed alone
	 */
	private record Aspect(String key, boolean always, Function<Target, @Nullable Text> words) {
	}

	private static final List<Aspect> ASPECTS = List.of(new Aspect("name", true, Target::name),
			new Aspect("goal", true, (target) -> target.goal().judges() ? GoalWords.of(target) : null),
			new Aspect("direction", false, (target) -> Direction.of(target.goal()).map(Direction::words).orElse(null)),
			new Aspect("decimals", false, (target) -> text(target, (known) -> Integer.toString(known.decimals()))),
			new Aspect("unit", false, (target) -> text(target, Measurement::unitSign)),
			new Aspect("lagging-below", false,
					(target) -> target.goal().judges() ? Text.same(Numbers.plain(target.laggingBelow())) : null),
			new Aspect("milestones", true,
					(target) -> target.entry().milestones().map(EntryChange::words).orElse(null)),
			new Aspect("weight", true,
					(target) -> target.entry().weight().map((share) -> Text.same(Numbers.plain(share))).orElse(null)),
			new Aspect("department", true, (target) -> target.department().name()));

	/** What a revision changed of an entry; empty where it is as it was before. */
	List<Line> lines(PlanRevision revision, String indicator) {
		Optional<Target> before = target(indicator, revision.knownFrom().minusNanos(1000));
		Optional<Target> now = target(indicator, revision.knownFrom());
		boolean changed = before.isPresent() && now.isPresent();
		return ASPECTS.stream()
			.filter((aspect) -> changed || aspect.always())
			.flatMap((aspect) -> line(aspect, before, now))
			.toList();
	}

	/** What a revision changed of the goal of a target. */
	Optional<Line> goal(PlanRevision revision, String indicator) {
		Text was = goal(indicator, revision.knownFrom().minusNanos(1000));
		Text is = goal(indicator, revision.knownFrom());
		return Objects.equals(was, is) ? Optional.empty() : Optional.of(new Line("goal", was, is));
	}

	private @Nullable Text goal(String indicator, Instant moment) {
		return this.inForce.apply(moment)
			.flatMap((plan) -> plan.target(indicator).map((target) -> goal(plan, target)))
			.orElse(null);
	}

	/** With its second step. */
	private static Text goal(Plan plan, Target target) {
		Text words = GoalWords.of(plan, target);
		return (target.terms().then() == null) ? words
				: Text.format("%s；第二步：%s", "%s; second step: %s", words, GoalWords.ofOne(plan, target.secondStep()));
	}

	boolean isNew(PlanRevision revision, String indicator) {
		return target(indicator, revision.knownFrom().minusNanos(1000)).isEmpty();
	}

	private Optional<Target> target(String indicator, Instant moment) {
		return this.inForce.apply(moment).flatMap((plan) -> plan.target(indicator));
	}

	private static Stream<Line> line(Aspect aspect, Optional<Target> before, Optional<Target> now) {
		Text was = before.map(aspect.words()).orElse(null);
		Text is = now.map(aspect.words()).orElse(null);
		return Objects.equals(was, is) ? Stream.empty() : Stream.of(new Line(aspect.key(), was, is));
	}

	private static @Nullable Text text(Target target, Function<Measurement, String> text) {
		Measurement measurement = target.measurement();
		return (measurement != null) ? Text.same(text.apply(measurement)) : null;
	}

	private static Text words(Milestones milestones) {
		return Text.join(milestones.percent()
			.entrySet()
			.stream()
			.map((step) -> Text.format("%s%s%%", "%s %s%%", PeriodWords.named(step.getKey()),
					Numbers.plain(step.getValue())))
			.toList(), new Text("、", ", "));
	}

}
