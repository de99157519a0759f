package org.targetmonitor.progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.OtherArea;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanEffects;
import org.targetmonitor.plan.PlanUnreadable;

/**
 * Works out which verdicts of other plans recording a plan would change: how they stand
 * is held against how they would. That is asked of the area's later years, and of those
 * that are held against the area.
 */
public final class Aftermath implements PlanEffects {

	private final Standings standings;

	public Aftermath(Standings standings) {
		this.standings = standings;
	}

	@Override
	public List<Effect> of(Plan recorded) {
		return this.standings.checked()
			.plans()
			.stream()
			.filter((other) -> looksBackAt(other.plan(), recorded) || isHeldAgainst(other.plan(), recorded))
			.flatMap((other) -> would(other, recorded).stream().flatMap((would) -> differences(other, would)))
			.toList();
	}

	/** One that cannot be read is named by itself. */
	private Optional<PlanStanding> would(PlanStanding other, Plan recorded) {
		try {
			return this.standings.supposing(other.plan().id(), recorded);
		}
		catch (PlanUnreadable ex) {
			return Optional.empty();
		}
	}

	private static boolean looksBackAt(Plan other, Plan recorded) {
		return other.year() > recorded.year() && other.area().isSame(recorded.area())
				&& !other.id().equals(recorded.id());
	}

	private static boolean isHeldAgainst(Plan other, Plan recorded) {
		return other.year() == recorded.year() && other.elsewhere()
			.stream()
			.flatMap((operand) -> OtherArea.of(operand.indicator()).stream())
			.anyMatch((area) -> Area.keyOf(area.area()).equals(recorded.area().key()));
	}

	private static Stream<Effect> differences(PlanStanding present, PlanStanding would) {
		return present.entries()
			.stream()
			.flatMap((progress) -> would.target(progress.indicator())
				.filter((then) -> !then.explanation().equals(progress.explanation()))
				.map((then) -> new Effect(present.plan().id(), present.plan().title(), progress.indicator(),
						progress.target().name(), progress.explanation(), then.explanation()))
				.stream());
	}

}
