package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Revision;

/**
 * One figure of a receipt.
 *
 * @param name the indicator's name, its code where the plan has it no more
 * @param value the value with its unit, exactly as it was handed in
 * @param level the level with its unit
 * @param status how firm it is
 * @param revision its number
 * @param state how far it has come
 * @param figure the figure as it was handed in
 */
public record ReceiptRow(String name, String value, String level, String status, int revision, String state,
		Figure figure) {

	/** What was handed in, in the plan's order; behind it what the plan has no more. */
	static List<Revision> inOrder(Plan plan, List<Revision> revisions) {
		Map<String, Integer> order = new HashMap<>();
		plan.entries().forEach((target) -> order.put(target.indicator(), order.size()));
		return revisions.stream()
			.sorted(Comparator.comparingInt((revision) -> order.getOrDefault(revision.indicator(), order.size())))
			.toList();
	}

	static ReceiptRow of(Plan plan, Revision revision, Locale locale) {
		Target target = plan.target(revision.indicator()).orElse(null);
		Measurement measurement = (target != null) ? target.measurement() : null;
		String unit = (measurement == null) ? "" : measurement.unitSpaced();
		String levelUnit = (measurement != null && measurement.levelUnit() != null) ? " " + measurement.levelUnit()
				: "";
		return new ReceiptRow((target != null) ? target.name().in(locale) : revision.indicator(),
				Objects.requireNonNullElseGet(revision.figure().extent(), () -> number(revision.value(), unit)),
				number(revision.figure().level(), levelUnit), revision.figure().status().words(measurement).in(locale),
				revision.number(), revision.state().words().in(locale), revision.figure());
	}

	private static String number(@Nullable BigDecimal number, String unit) {
		return (number != null) ? Numbers.plain(number) + unit : "";
	}

}
