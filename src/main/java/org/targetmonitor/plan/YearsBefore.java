package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which plans are a plan's earlier years. The year before is the one that the plan names,
 * else the area's plans of that year but for those that stand beside another; what lies
 * further back is found from the year before on. Which of several plans of one year knows
 * an indicator is asked for each: it is the only one that has it, or none.
 */
public final class YearsBefore {

	private YearsBefore() {
	}

	/**
	 * The earlier years of a plan, the newest first; of one year there may be several
	 * plans.
	 * @param ofArea other plans of its area
	 */
	public static List<Plan> of(Plan plan, Collection<Plan> ofArea) {
		List<Plan> before = yearBefore(plan, ofArea);
		Stream<Plan> further = (before.size() == 1) ? of(before.getFirst(), ofArea).stream()
				: main(plan, ofArea).filter((other) -> other.year() < plan.year() - 1);
		return Stream.concat(before.stream(), further.sorted(NEWEST_FIRST)).toList();
	}

	private static final Comparator<Plan> NEWEST_FIRST = Comparator.comparingInt(Plan::year)
		.reversed()
		.thenComparing(Plan::id);

	/** The plans of the year before that may know an indicator of a plan. */
	static List<Plan> yearBefore(Plan plan, Collection<Plan> ofArea) {
		String named = plan.kin().yearBefore();
		return ((named != null) ? ofArea.stream().filter((other) -> isNamed(plan, other)) : main(plan, ofArea))
			.filter((other) -> other.year() == plan.year() - 1)
			.sorted(NEWEST_FIRST)
			.toList();
	}

	private static boolean isNamed(Plan plan, Plan other) {
		return other.id().equals(plan.kin().yearBefore()) && mayBe(plan, other);
	}

	private static Stream<Plan> main(Plan plan, Collection<Plan> ofArea) {
		return ofArea.stream().filter((other) -> !other.kin().beside() && mayBe(plan, other));
	}

	private static boolean mayBe(Plan plan, Plan other) {
		return other.year() < plan.year() && other.invented() == plan.invented() && other.area().isSame(plan.area());
	}

	/**
	 * The only one of a year's plans that knows an indicator; empty where none does, and
	 * where several do.
	 * @param known what one of them knows
	 */
	public static <P, T> Optional<T> only(Collection<P> plans, Function<P, Optional<T>> known) {
		List<T> found = new ArrayList<>();
		plans.forEach((plan) -> known.apply(plan).ifPresent(found::add));
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

	/**
	 * Whether two plans' targets are of one indicator, so that the one may be taken for
	 * the other: measured on the same bases, or with a quantity in the same unit that
	 * adds up over the year.
	 */
	static boolean isSame(Target one, Target other) {
		Measurement first = one.measurement();
		Measurement second = other.measurement();
		return one.indicator().equals(other.indicator()) && first != null && second != null
				&& (first.isLike(second) || isSameQuantity(first, second));
	}

	/** Whether both have a quantity in the same unit that adds up over the year. */
	public static boolean isSameQuantity(@Nullable Measurement one, @Nullable Measurement other) {
		return one != null && other != null && one.quantityUnit() != null
				&& Objects.equals(one.quantityUnit(), other.quantityUnit())
				&& one.accumulation() == Accumulation.YEAR_TO_DATE && other.accumulation() == Accumulation.YEAR_TO_DATE;
	}

}
