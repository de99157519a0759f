package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Locale;

import org.targetmonitor.desk.FillForm;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Fault;

/**
 * Something that is said of a field.
 *
 * @param kind {@code fault}, {@code doubt} or {@code hint}, which is its class on the
 * page, too
 * @param field the field
 * @param text the words
 */
public record FillSaid(String kind, String field, String text) {

	static List<FillSaid> of(String kind, String indicator, List<Fault> faults, Locale locale) {
		return faults.stream()
			.filter((fault) -> FillForm.indicatorOf(fault).equals(indicator))
			.map((fault) -> new FillSaid(kind, field(fault), fault.reason().in(locale)))
			.distinct()
			.toList();
	}

	/** The page asks for the reason of a correction in the explanation. */
	private static String field(Fault fault) {
		return fault.field().equals("reason") ? Typed.NOTE : fault.field();
	}

}
