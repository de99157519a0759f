package org.targetmonitor.progress.web;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.web.Address;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.progress.Counted;
import org.targetmonitor.progress.TargetProgress;

/**
 * What narrows and orders a plan's targets on its page; what is null or blank, no light
 * or no column, neither narrows nor orders.
 *
 * @param light as what they are counted
 * @param department the code of the department that reports them
 * @param sort by what they are ordered; else they stand in the plan's order
 * @param down whether in the opposite order
 * @param page which page of the list, from 1
 */
public record TargetQuery(@Nullable String light, @Nullable String department, @Nullable String sort,
		@Nullable Boolean down, @Nullable Integer page) {

	/** Asks for all targets, in the plan's order. */
	static final TargetQuery NOTHING = new TargetQuery(null, null, null, null, null);

	public TargetQuery {
		light = isLight(light) ? light : null;
	}

	private static boolean isLight(@Nullable String key) {
		return Arrays.stream(Counted.values()).anyMatch((one) -> one.key().equals(key));
	}

	/** What targets can be ordered by. */
	enum Order {

		INDICATOR, STATUS, PERIOD, MARGIN, DUE, DEPARTMENT;

		/** What is known comes first in either direction. */
		Comparator<TargetProgress> comparator(boolean down, Locale locale) {
			return switch (this) {
				case INDICATOR -> Comparator.comparing((TargetProgress target) -> target.target().name().in(locale),
						directed(Collator.getInstance(locale), down));
				case STATUS -> Comparator.comparing(TargetProgress::counted,
						directed(Comparator.comparingInt(WORST_FIRST::indexOf), down));
				case PERIOD -> Comparator.comparing((target) -> target.valuePeriod().orElse(null),
						known(Comparator.comparing(Period::end), down));
				case MARGIN ->
					Comparator.comparing((target) -> target.marginRatio().orElse(null), known(NUMBERS, down));
				case DUE -> Comparator.comparing(Order::due, known(Order::inTime, down));
				case DEPARTMENT ->
					Comparator.comparing((TargetProgress target) -> target.target().department().shortName().in(locale),
							directed(Collator.getInstance(locale), down));
			};
		}

		private static final List<Counted> WORST_FIRST = List.of(Counted.RED, Counted.YELLOW, Counted.UNREPORTED,
				Counted.GREY, Counted.GREEN);

		private static final Comparator<BigDecimal> NUMBERS = Comparator.naturalOrder();

		private static int inTime(LocalDate one, LocalDate other) {
			return one.compareTo(other);
		}

		private static @Nullable LocalDate due(TargetProgress target) {
			return (target.timeliness().due() instanceof DueDate.On on) ? on.day() : null;
		}

		private static <T> Comparator<@Nullable T> known(Comparator<T> order, boolean down) {
			return Comparator.nullsLast(directed(order, down));
		}

		private static <T> Comparator<T> directed(Comparator<? super T> order, boolean down) {
			Comparator<T> up = order::compare;
			return down ? up.reversed() : up;
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private @Nullable Order order() {
		return Arrays.stream(Order.values()).filter((one) -> one.key().equals(this.sort)).findFirst().orElse(null);
	}

	/** Whether they stand in the plan's order, assigned numbers under their heading. */
	public boolean inPlansOrder() {
		return order() == null && blank(this.light) && blank(this.department);
	}

	/** The targets that are asked for, in the order that is. */
	List<TargetProgress> of(List<TargetProgress> targets, Locale locale) {
		List<TargetProgress> found = targets.stream().filter(this::lets).toList();
		Order order = order();
		return (order == null) ? found : found.stream().sorted(order.comparator(isDown(), locale)).toList();
	}

	private boolean lets(TargetProgress target) {
		return (blank(this.light) || (target.counts() && target.counted().key().equals(this.light)))
				&& (blank(this.department) || target.target().department().code().equals(this.department));
	}

	/**
	 * The name of the department, or its code where it is none of these; null for all.
	 */
	@Nullable String departmentAmong(List<OverviewPlan.Department> departments) {
		return blank(this.department) ? null
				: departments.stream()
					.filter((one) -> one.code().equals(this.department))
					.map(OverviewPlan.Department::name)
					.findFirst()
					.orElse(this.department);
	}

	boolean isDown() {
		return Boolean.TRUE.equals(this.down);
	}

	int pageNumber() {
		return (this.page != null) ? this.page : 1;
	}

	/** How a column is ordered, as {@code aria-sort} says it. */
	public String sorted(String column) {
		return !column.equals(this.sort) ? "none" : isDown() ? "descending" : "ascending";
	}

	/** The page with a column ordered, or ordered the other way round. */
	public Address by(String column, Address here) {
		boolean turned = column.equals(this.sort) && !isDown();
		return here.with("sort", column).with("down", turned ? "true" : null);
	}

	/** The page with one light alone, or with all again where it is the one. */
	public Address lit(String other, Address here) {
		return here.with("light", other.equals(this.light) ? null : other);
	}

	/** What is asked for, as parameters of an address, but for the page. */
	public Map<String, String> kept() {
		Map<String, String> kept = new LinkedHashMap<>();
		put(kept, "light", this.light);
		put(kept, "department", this.department);
		put(kept, "sort", this.sort);
		put(kept, "down", isDown() ? "true" : null);
		return kept;
	}

	private static void put(Map<String, String> kept, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			kept.put(name, value);
		}
	}

	private static boolean blank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
