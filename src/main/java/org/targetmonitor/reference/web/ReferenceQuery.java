package org.targetmonitor.reference.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Area;
import org.targetmonitor.reference.ReferenceFigures;

/**
 * Which reference figures are asked for.
 *
 * @param area the area's code; null for all
 * @param indicator the indicator's code; null for all
 * @param period the period's code; null for all
 * @param asOf the moment at which they were known; null for now
 */
public record ReferenceQuery(@Nullable String area, @Nullable String indicator, @Nullable String period,
		@Nullable String asOf) {

	public ReferenceQuery {
		area = said(area);
		indicator = said(indicator);
		period = said(period);
		asOf = said(asOf);
	}

	/** What is empty in a form was not asked. */
	private static @Nullable String said(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/** Whether it narrows the list. */
	public boolean narrows() {
		return this.area != null || this.indicator != null || this.period != null;
	}

	/** What is wrong with the question. */
	List<Fault> faults(Instant now, ZoneId zone) {
		List<Fault> faults = new ArrayList<>(narrowing());
		if (this.asOf != null && AsOf.read(this.asOf, now, zone).isEmpty()) {
			faults.add(Fault.of("", "asOf", "moment", AsOf.refusal(this.asOf)));
		}
		return faults;
	}

	/** What is wrong with it but for the moment. */
	List<Fault> narrowing() {
		List<Fault> faults = new ArrayList<>();
		if (this.area != null && !Area.isCode(this.area)) {
			faults.add(Fault.of("", "area", "area", Area.refusal(this.area)));
		}
		if (this.period != null && Period.parse(this.period).isEmpty()) {
			faults.add(Fault.of("", "period", "period",
					Text.format("“%s”不是报告期，应如 2024-Q3", "\"%s\" is no period like 2024-Q3", this.period)));
		}
		return faults;
	}

	/** Of all figures those that are asked for, every revision known at the moment. */
	ReferenceFigures of(ReferenceFigures all, Instant now, ZoneId zone) {
		Instant moment = (this.asOf != null) ? AsOf.read(this.asOf, now, zone).orElse(now) : now;
		return all.asOf(moment)
			.where((revision) -> (this.area == null
					|| Area.keyOf(revision.place().area()).equals(Area.keyOf(this.area)))
					&& (this.indicator == null || revision.place().indicator().equals(this.indicator))
					&& (this.period == null || revision.place().period().toString().equals(this.period)));
	}

	/** The same list at an address. */
	Address at(String path) {
		return new Address(path, Map.of()).with("area", this.area)
			.with("indicator", this.indicator)
			.with("period", this.period)
			.with("asOf", this.asOf);
	}

	/** What it is narrowed to, for the form that asks for another moment. */
	Map<String, String> kept() {
		Map<String, String> kept = new LinkedHashMap<>(at("/").questions());
		kept.remove("asOf");
		return kept;
	}

}
