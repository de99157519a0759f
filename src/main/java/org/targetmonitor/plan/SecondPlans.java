package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Asks of a plan that comes in what several plans of one area and year leave open: which
 * of them is a year before. It is never decided by their codes.
 */
public final class SecondPlans {

	/** How many indicators are named at most. */
	private static final int NAMED = 3;

	private SecondPlans() {
	}

	/**
	 * What is asked of a plan.
	 * @param inForce the same plan as it is now; null for a new one. What was recorded
	 * before is not asked again of the year after
	 * @param ofArea the area's other plans of the year before and of the year after
	 */
	public static List<Fault> faults(Plan plan, @Nullable Plan inForce, Collection<Plan> ofArea) {
		List<Fault> faults = new ArrayList<>();
		List<Plan> before = YearsBefore.yearBefore(plan, ofArea);
		String named = plan.kin().yearBefore();
		if (named != null) {
			if (before.isEmpty()) {
				faults.add(unknown(plan, named, ofArea));
			}
		}
		else {
			several(plan, before).filter((now) -> inForce == null || !isAsBefore(now, inForce, ofArea))
				.map((several) -> asksFor(plan, several))
				.ifPresent(faults::add);
		}
		ofArea.stream()
			.filter((later) -> later.year() == plan.year() + 1 && later.kin().yearBefore() == null)
			.flatMap((later) -> secondOf(later, plan, inForce, ofArea).stream())
			.findFirst()
			.ifPresent(faults::add);
		return faults;
	}

	/** What was left open by the plan in force is not asked again of a change. */
	private static boolean isAsBefore(Several now, Plan inForce, Collection<Plan> ofArea) {
		return several(inForce, YearsBefore.yearBefore(inForce, ofArea))
			.filter((was) -> was.indicators().containsAll(now.indicators()) && was.plans().containsAll(now.plans()))
			.isPresent();
	}

	private static Fault unknown(Plan plan, String named, Collection<Plan> ofArea) {
		List<Plan> there = ofArea.stream()
			.filter((other) -> other.year() == plan.year() - 1 && other.invented() == plan.invented())
			.toList();
		Text words = there.isEmpty() ? new Text("没有", "none") : new Text(codes(there, "、"), codes(there, ", "));
		return Fault.of("", "year-before", "unknown", Text.format("该地区%1$d年没有计划“%2$s”；已有的计划：%3$s",
				"the area has no plan \"%2$s\" of %1$d; there is: %3$s", plan.year() - 1, named, words));
	}

	private static Fault asksFor(Plan plan, Several several) {
		return Fault.of("", "year-before", "several", Text.format(
				"%1$d年有%2$d个计划有相同指标（%3$s）：%4$s。请在 year-before 写其中一个的代码，或在附加的计划中写 beside: true",
				"%2$d plans of %1$d have the same indicators (%3$s): %4$s; write the code of one of them in year-before, or beside: true in the one that stands beside",
				plan.year() - 1, several.plans().size(), several.words(),
				new Text(codes(several.plans(), "、"), codes(several.plans(), ", "))));
	}

	/** A plan that would be the second one that knows an indicator of the year after. */
	private static Optional<Fault> secondOf(Plan later, Plan plan, @Nullable Plan inForce, Collection<Plan> ofArea) {
		List<Plan> others = YearsBefore.yearBefore(later, ofArea);
		return several(later, with(others, plan, later)).filter((several) -> several.plans().contains(plan))
			.filter((several) -> inForce == null || !several(later, with(others, inForce, later))
				.filter((already) -> already.indicators().containsAll(several.indicators()))
				.isPresent())
			.map((several) -> Fault.of("", "beside", "several", Text.format(
					"%1$d年的计划“%2$s”以该地区%3$d年的计划为上年，而%4$s有相同指标（%5$s）。本计划附加于主计划的，请写 beside: true；否则先在“%2$s”中写 year-before",
					"the plan \"%2$s\" of %1$d looks at the area's plans of %3$d as its year before, and %4$s have the same indicators (%5$s); write beside: true if this plan stands beside the main one, or first year-before in \"%2$s\"",
					later.year(), later.id(), plan.year(),
					new Text(codes(several.plans(), "、"), codes(several.plans(), ", ")), several.words())));
	}

	private static List<Plan> with(List<Plan> others, Plan plan, Plan later) {
		return YearsBefore.yearBefore(later, Stream.concat(others.stream(), Stream.of(plan)).toList());
	}

	/**
	 * Plans of one year that know the same indicators.
	 *
	 * @param plans the plans
	 * @param indicators which ones, by their names
	 */
	private record Several(List<Plan> plans, List<Text> indicators) {

		Text words() {
			Text named = Text.join(this.indicators.stream().limit(NAMED).toList(), new Text("、", ", "));
			return (this.indicators.size() <= NAMED) ? named
					: Text.format("%s等%d项", "%s and others, %d in all", named, this.indicators.size());
		}

	}

	/** Which of several plans know an indicator that another knows, too. */
	private static Optional<Several> several(Plan plan, List<Plan> before) {
		List<Plan> plans = new ArrayList<>();
		List<Text> indicators = new ArrayList<>();
		plan.entries().forEach((target) -> {
			List<Plan> knowing = before.stream()
				.filter((other) -> other.target(target.indicator())
					.filter((then) -> YearsBefore.isSame(then, target))
					.isPresent())
				.toList();
			if (knowing.size() > 1) {
				indicators.add(target.name());
				knowing.stream().filter((other) -> !plans.contains(other)).forEach(plans::add);
			}
		});
		return plans.isEmpty() ? Optional.empty() : Optional.of(new Several(plans, indicators));
	}

	private static String codes(List<Plan> plans, String between) {
		return plans.stream().map(Plan::id).collect(Collectors.joining(between));
	}

}
