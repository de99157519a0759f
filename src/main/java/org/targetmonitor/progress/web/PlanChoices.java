package org.targetmonitor.progress.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.targetmonitor.plan.Area;
import org.targetmonitor.progress.PlanStanding;

/**
 * What a list over plans can be narrowed to, in the reader's language: to one of the
 * plans where a list of them can be looked through, else to those that a search finds.
 *
 * @param plans the plans to choose from; none where there are too many
 * @param chosen the plan, or the area, that is chosen; empty for none
 */
public record PlanChoices(List<Choice> plans, String chosen) {

	/** Real plans before invented ones, open before closed, the newest first. */
	public static final Comparator<PlanStanding> ORDER = Comparator
		.comparing((PlanStanding standing) -> standing.plan().invented())
		.thenComparing(PlanStanding::open, Comparator.reverseOrder())
		.thenComparing((standing) -> standing.plan().year(), Comparator.reverseOrder())
		.thenComparing((standing) -> standing.plan().id());

	/** More are searched, not looked through. */
	private static final int MOST = 40;

	/** A plan. */
	public record Choice(String id, String title) {
	}

	/** Whether plans are searched, there being too many to look through. */
	public boolean searched() {
		return this.plans.isEmpty();
	}

	/** What there is to choose from all plans that somebody may see on the page. */
	public static PlanChoices of(PlanQuery query, Collection<PlanStanding> all, Locale locale) {
		List<Choice> plans = (all.size() > MOST) ? List.of()
				: all.stream()
					.sorted(ORDER)
					.map((standing) -> new Choice(standing.plan().id(), standing.plan().title().in(locale)))
					.toList();
		return new PlanChoices(plans, chosen(query, all, locale));
	}

	private static String chosen(PlanQuery query, Collection<PlanStanding> all, Locale locale) {
		return all.stream()
			.map(PlanStanding::plan)
			.filter((plan) -> plan.id().equals(query.plan()))
			.map((plan) -> plan.title().in(locale))
			.findFirst()
			.orElseGet(() -> all.stream()
				.map((standing) -> standing.plan().area())
				.filter((area) -> area.code().equals(query.area()))
				.map(Area::name)
				.map((name) -> name.in(locale))
				.findFirst()
				.orElse(""));
	}

}
