package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

	/** In the plan's order. */
	static List<ReceiptRow> of(Plan plan, List<Revision> revisions, Locale locale) {
		List<String> order = plan.entries().stream().map(Target::indicator).toList();
		return revisions.stream()
			.sorted(Comparator.comparingInt((revision) -> order.indexOf(revision.indicator())))
			.map((revision) -> of(plan.target(revision.indicator()).orElse(null), revision, locale))
			.toList();
	}

	private static ReceiptRow of(@Nullable Target target, Revision revision, Locale locale) {
		Measurement measurement = (target != null) ? target.measurement() : null;
		String unit = (measurement == null) ? "" : measurement.unitSpaced();
		String levelUnit = (measurement != null && measurement.levelUnit() != null) ? " " + measurement.levelUnit()
				: "";
		return new ReceiptRow((target != null) ? target.name().in(locale) : revision.indicator(),
				number(revision.value(), unit), number(revision.figure().level(), levelUnit),
				revision.figure().status().words().in(locale), revision.number(), revision.state().words().in(locale),
				revision.figure());
	}

	private static String number(@Nullable BigDecimal number, String unit) {
		return (number != null) ? Numbers.plain(number) + unit : "";
	}

}
