package org.targetmonitor.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;

/**
 * How a target compares with the areas that its own lies in.
 *
 * @param compared those with a value to compare with, the nearest first; each area once
 * @param unclear what to say of those where several plans have the indicator, so that
 * none is compared
 */
public record Peers(List<Peer> compared, List<Text> unclear) {

	private static final Peers NONE = new Peers(List.of(), List.of());

	public Peers {
		compared = List.copyOf(compared);
		unclear = List.copyOf(unclear);
	}

	/**
	 * Finds them among an area's main plans of the same year and country.
	 * @param standings every plan's standing at the same moment
	 * @param standing the own plan's
	 */
	public static Peers of(Collection<PlanStanding> standings, PlanStanding standing, TargetProgress shown) {
		TargetProgress progress = shown.written();
		Verdict verdict = progress.verdict();
		Measurement own = progress.target().measurement();
		if (verdict == null || own == null || own.measure().accumulatesOverYear() || own.measure() == Measure.RANK) {
			return NONE;
		}
		List<Peer> compared = new ArrayList<>();
		List<Text> unclear = new ArrayList<>();
		byArea(standings, standing.plan()).forEach((area, plans) -> {
			List<PlanStanding> knowing = plans.stream()
				.filter((above) -> Peer.alike(above, progress.target(), own).isPresent())
				.toList();
			if (knowing.size() == 1) {
				Peer.of(knowing.getFirst(), progress.target(), own, verdict).ifPresent(compared::add);
			}
			else if (knowing.size() > 1) {
				unclear.add(unclear(knowing));
			}
		});
		return new Peers(compared, unclear);
	}

	/** The nearest area first. */
	private static Map<String, List<PlanStanding>> byArea(Collection<PlanStanding> standings, Plan own) {
		return standings.stream()
			.filter((other) -> other.plan().area().contains(own.area()) && isOfItsKind(other.plan(), own))
			.sorted(Comparator.comparingInt((PlanStanding other) -> other.plan().area().depth()).reversed())
			.collect(Collectors.groupingBy((other) -> other.plan().area().key(), LinkedHashMap::new,
					Collectors.toList()));
	}

	private static boolean isOfItsKind(Plan above, Plan own) {
		return above.year() == own.year() && above.invented() == own.invented() && !above.kin().beside();
	}

	private static Text unclear(List<PlanStanding> plans) {
		return Text.format("与%1$s不作比较：有%2$d个计划有该指标（%3$s），附加的计划应写明 beside: true",
				"not held against %1$s: %2$d plans have the indicator (%3$s); one that stands beside another is to say beside: true",
				plans.getFirst().plan().area().whole(), plans.size(),
				plans.stream().map((other) -> other.plan().id()).sorted().collect(Collectors.joining(", ")));
	}

}
