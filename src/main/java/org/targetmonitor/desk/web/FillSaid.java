package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;

/**
 * Something that is said of a field.
 *
 * @param kind {@code fault}, {@code doubt}, {@code explained} for a doubt that the note
 * answers, or {@code hint}; its class on the page, too
 * @param field the field
 * @param text the words
 */
public record FillSaid(String kind, String field, String text) {

	static List<FillSaid> of(String kind, String indicator, List<Fault> faults, Locale locale) {
		return faults.stream()
			.filter((fault) -> fault.subject().code().equals(indicator))
			.map((fault) -> new FillSaid(kind, field(fault), fault.reason().in(locale)))
			.distinct()
			.toList();
	}

	/**
	 * What a draft held that is typed over another revision than the newest: it is not
	 * put into the fields again.
	 */
	static List<FillSaid> ofOvertaken(FillDesk.Place place, Target target, Map<String, Typed> overtaken) {
		Typed typed = overtaken.getOrDefault(target.indicator(), Typed.NOTHING);
		Typed present = Prefill.of(place, target);
		String numbers = Stream.of(Typed.VALUE, Typed.LEVEL, Typed.QUARTER)
			.filter((field) -> !typed.of(field).isEmpty() && !typed.of(field).equals(present.of(field)))
			.map(typed::of)
			.collect(Collectors.joining("; "));
		return numbers.isEmpty() ? List.of()
				: List.of(new FillSaid("hint", "draft",
						Text.format("已有新版次，较早的草稿未带出：%s",
								"there is a newer revision; the older draft is not shown in the fields: %s", numbers)
							.in(place.locale())));
	}

	/**
	 * The page asks for the reason of a correction in the explanation, and for what has
	 * no exact number where the value stands.
	 */
	private static String field(Fault fault) {
		return fault.field().equals("reason") ? Typed.NOTE
				: fault.field().equals(Detail.EXTENT.key()) ? Typed.VALUE : fault.field();
	}

}
