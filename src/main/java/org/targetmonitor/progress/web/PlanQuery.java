package org.targetmonitor.progress.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.PlanStanding;

/**
 * What narrows a list to some plans; what is null or blank narrows nothing.
 *
 * @param plan a plan's code; whoever searches looks for another one
 * @param area an area's code: it and what lies in it
 * @param year the plans' year, {@link #EVERY_YEAR} for all
 * @param q words that all stand in a plan's code or title, or in its area's code or name
 * @param page which page of the list, from 1
 */
public record PlanQuery(@Nullable String plan, @Nullable String area, @Nullable Integer year, @Nullable String q,
		@Nullable Integer page) {

	/** Asks for the plans of all years, where else one year is begun with. */
	public static final int EVERY_YEAR = 0;

	public PlanQuery {
		q = given(q);
		plan = (q == null) ? given(plan) : null;
		area = given(area);
	}

	private static @Nullable String given(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

	/** Whether nothing is asked for. */
	public boolean isEmpty() {
		return this.plan == null && this.area == null && this.year == null && this.q == null && this.page == null;
	}

	/** The number of the page that is asked for. */
	public int pageNumber() {
		return (this.page != null) ? this.page : 1;
	}

	/** The plans that are asked for, in their order. */
	public List<PlanStanding> of(Collection<PlanStanding> plans) {
		return plans.stream().filter((standing) -> lets(standing.plan())).toList();
	}

	/** Whether a plan is asked for. */
	public boolean lets(Plan of) {
		return (this.plan == null || of.id().equals(this.plan)) && (this.area == null || of.area().isWithin(this.area))
				&& (this.year == null || this.year == EVERY_YEAR || of.year() == this.year)
				&& (this.q == null || of.isNamed(this.q));
	}

	/**
	 * Says that no plan is found: a search may find none, anything else names what is not
	 * there.
	 * @return whether none is found
	 */
	public boolean findsNone(Collection<PlanStanding> found, Model model, HttpServletResponse response) {
		model.addAttribute("unknown", found.isEmpty());
		if (found.isEmpty() && this.q == null && !isEmpty()) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		return found.isEmpty();
	}

	/** The same on another year's plans, from their first page on. */
	public PlanQuery in(int other) {
		return new PlanQuery(this.plan, this.area, other, this.q, null);
	}

	/** What is asked for, as parameters of an address, but for the page. */
	public Map<String, String> kept() {
		Map<String, @Nullable Object> all = new LinkedHashMap<>();
		all.put("plan", this.plan);
		all.put("area", this.area);
		all.put("year", this.year);
		all.put("q", this.q);
		Map<String, String> kept = new LinkedHashMap<>();
		all.forEach((name, value) -> {
			if (value != null) {
				kept.put(name, Objects.toString(value));
			}
		});
		return kept;
	}

}
