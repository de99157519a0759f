package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** What stands in the fields before anything is typed. */
final class Prefill {

	private Prefill() {
	}

	/**
	 * Everything of a figure that is there, so that only what is wrong has to be changed;
	 * else status and source as last used.
	 */
	static Typed of(FillDesk.Place place, Target target) {
		return of(place, target, place.standing().figures().latest(target.indicator(), place.period()));
	}

	/** What stood in the fields that a row was typed over. */
	static Typed under(FillDesk.Place place, Target target, Typed typed) {
		return of(place, target,
				place.standing()
					.figures()
					.of(target.indicator())
					.stream()
					.filter((revision) -> revision.period().equals(place.period())
							&& Integer.toString(revision.number()).equals(typed.of(Typed.REPLACES)))
					.findFirst());
	}

	private static Typed of(FillDesk.Place place, Target target, Optional<Revision> present) {
		Map<String, String> fields = new LinkedHashMap<>();
		Optional<Figure> last = present.or(() -> newest(place.standing().figures(), target)).map(Revision::figure);
		fields.put(Typed.STATUS,
				last.filter((figure) -> !figure.status().isNotAvailable())
					.map((figure) -> figure.status().name())
					.orElse("P"));
		fields.put(Detail.ORIGIN.key(), origin(last, target));
		present.ifPresent((revision) -> {
			fields.put(Typed.REPLACES, Integer.toString(revision.number()));
			put(fields, Typed.VALUE, revision.value());
			put(fields, Typed.VALUE, revision.figure().extent());
			put(fields, Typed.LEVEL, revision.figure().level());
			put(fields, Typed.QUARTER, revision.figure().quarterValue());
			Detail.all()
				.filter((detail) -> detail != Detail.ORIGIN && detail != Detail.NOTE && !detail.isInPlaceOfValue())
				.forEach((detail) -> put(fields, detail.key(), revision.figure().says(detail)));
		});
		return new Typed(fields);
	}

	/** The source that stands in a row before anything is typed, in form and sheet. */
	static String origin(Figures figures, Target target) {
		return origin(newest(figures, target).map(Revision::figure), target);
	}

	/** As last used, else the department. */
	private static String origin(Optional<Figure> last, Target target) {
		return last.flatMap((figure) -> Optional.ofNullable(figure.origin()))
			.orElse(target.department().equals(Department.NOBODY) ? "" : target.department().name().zh());
	}

	/** Whether nothing was typed over what stood there, and nothing explained. */
	static boolean isUntouched(Typed typed, Typed prefilled) {
		return Typed.saying().allMatch((field) -> typed.of(field).equals(prefilled.of(field)))
				&& isSame(typed, prefilled);
	}

	/** Whether every field that is typed into is as it stood there. */
	static boolean isSame(Typed typed, Typed prefilled) {
		return typed.fields()
			.keySet()
			.stream()
			.filter((field) -> !List.of(Typed.KIND, Typed.REPLACES, Typed.ASKED).contains(field))
			.allMatch((field) -> plain(typed.of(field)).equals(plain(prefilled.of(field))));
	}

	/** A field of one line holds no line breaks that came by another door. */
	private static String plain(String text) {
		return text.replaceAll("\\s+", " ");
	}

	private static void put(Map<String, String> fields, String field, @Nullable BigDecimal number) {
		if (number != null) {
			fields.put(field, number.toPlainString());
		}
	}

	private static void put(Map<String, String> fields, String field, @Nullable String text) {
		if (text != null) {
			fields.put(field, text);
		}
	}

	private static Optional<Revision> newest(Figures figures, Target target) {
		List<Revision> all = figures.of(target.indicator());
		return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
	}

}
