package org.targetmonitor.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.Plan;

/**
 * An area that has plans, with those that lie in it: each stands beneath the nearest one
 * that contains it and has plans, too.
 *
 * @param area the area, under the name it has in its newest plan
 * @param plans its plans: real ones before invented ones, the newest year first, main
 * ones before those beside them, open ones before closed ones
 * @param below the areas directly beneath
 */
public record AreaTree(Area area, List<PlanStanding> plans, List<AreaTree> below) {

	private static final Comparator<PlanStanding> ORDER = Comparator
		.comparing((PlanStanding standing) -> standing.plan().invented())
		.thenComparing((standing) -> standing.plan().year(), Comparator.reverseOrder())
		.thenComparing((standing) -> standing.plan().kin().beside())
		.thenComparing(PlanStanding::open, Comparator.reverseOrder())
		.thenComparing((standing) -> standing.plan().id());

	private static final Comparator<AreaTree> SIBLINGS = Comparator
		.comparing((AreaTree tree) -> tree.first().plan().invented())
		.thenComparing((tree) -> tree.first().open(), Comparator.reverseOrder())
		.thenComparing((tree) -> tree.area().code());

	/**
	 * What lies in an area, on all levels, without its own plans.
	 *
	 * @param plans how many plans
	 * @param lights how their targets are counted
	 */
	public record Within(int plans, Lights lights) {

		static final Within NOTHING = new Within(0, Lights.NONE);

		Within plus(Within others) {
			return new Within(this.plans + others.plans, this.lights.plus(others.lights));
		}

	}

	/** The areas that have one of these plans and lie in no other. */
	public static List<AreaTree> of(Collection<PlanStanding> plans) {
		Map<String, List<PlanStanding>> byArea = new LinkedHashMap<>();
		plans.stream()
			.sorted(ORDER)
			.forEach((standing) -> byArea.computeIfAbsent(standing.plan().area().key(), (key) -> new ArrayList<>())
				.add(standing));
		Map<String, List<String>> beneath = new HashMap<>();
		List<String> roots = new ArrayList<>();
		Map<String, String> chosen = new HashMap<>();
		byArea.forEach((key, own) -> own.getFirst()
			.plan()
			.area()
			.above()
			.stream()
			.filter((above) -> byArea.containsKey(above) && !leadsTo(above, key, chosen))
			.findFirst()
			.ifPresentOrElse((above) -> {
				chosen.put(key, above);
				beneath.computeIfAbsent(above, (each) -> new ArrayList<>()).add(key);
			}, () -> roots.add(key)));
		return trees(roots, byArea, beneath);
	}

	/** Two areas that name each other as parent: one of them is a root. */
	private static boolean leadsTo(String from, String to, Map<String, String> chosen) {
		String above = from;
		while (above != null && !above.equals(to)) {
			above = chosen.get(above);
		}
		return above != null;
	}

	private static List<AreaTree> trees(List<String> areas, Map<String, List<PlanStanding>> byArea,
			Map<String, List<String>> beneath) {
		return areas.stream()
			.map((key) -> new AreaTree(Objects.requireNonNull(byArea.get(key)).getFirst().plan().area(),
					byArea.getOrDefault(key, List.of()), trees(beneath.getOrDefault(key, List.of()), byArea, beneath)))
			.sorted(SIBLINGS)
			.toList();
	}

	/** The plan that stands for it where only one can. */
	private PlanStanding first() {
		return this.plans.getFirst();
	}

	/**
	 * What lies in it, apart for real and for invented plans, which are never added up.
	 */
	public Within within(boolean invented) {
		return this.below.stream()
			.map((tree) -> tree.own(invented).plus(tree.within(invented)))
			.reduce(Within.NOTHING, Within::plus);
	}

	private Within own(boolean invented) {
		return this.plans.stream()
			.filter((standing) -> standing.plan().invented() == invented)
			.map((standing) -> new Within(1, standing.lights()))
			.reduce(Within.NOTHING, Within::plus);
	}

	/**
	 * The plan that somebody looks for first who belongs to areas: the real one before an
	 * invented one, of the newest year that has begun, open before closed; empty where
	 * the areas have none, or there are several of them.
	 * @param codes the areas' codes
	 * @param present the year that it is
	 */
	public static Optional<PlanStanding> ofPerson(Collection<PlanStanding> plans, Collection<String> codes,
			int present) {
		List<PlanStanding> own = plans.stream()
			.filter((standing) -> codes.contains(standing.plan().area().code()))
			.toList();
		boolean oneArea = own.stream().map((standing) -> standing.plan().area().key()).distinct().count() == 1;
		return oneArea ? own.stream().min(begunFirst(present).thenComparing(ORDER)) : Optional.empty();
	}

	private static Comparator<PlanStanding> begunFirst(int present) {
		return Comparator.comparing((PlanStanding standing) -> standing.plan().year() > present);
	}

	/**
	 * The year to begin with: the newest that has begun for one of the plans, else the
	 * newest; empty without plans.
	 * @param present the year that it is
	 */
	public static Optional<Integer> year(Collection<PlanStanding> plans, int present) {
		return plans.stream()
			.min(begunFirst(present).thenComparing((standing) -> standing.plan().year(), Comparator.reverseOrder()))
			.map(PlanStanding::plan)
			.map(Plan::year);
	}

}
