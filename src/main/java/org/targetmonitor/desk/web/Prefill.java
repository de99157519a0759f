package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** What stands in the fields before anything is typed. */
final class Prefill {

	private Prefill() {
	}

	/**
	 * Status and source as last used; of a returned figure everything, so that only what
	 * is wrong has to be changed.
	 */
	static Typed of(FillDesk.Place place, Target target) {
		Figures figures = place.standing().figures();
		Optional<Revision> present = figures.latest(target.indicator(), place.period());
		Map<String, String> fields = new LinkedHashMap<>();
		Optional<Figure> last = present.or(() -> newest(figures, target)).map(Revision::figure);
		fields.put(Typed.STATUS,
				last.filter((figure) -> !figure.status().isNotAvailable())
					.map((figure) -> figure.status().name())
					.orElse("P"));
		fields.put(Typed.ORIGIN,
				last.flatMap((figure) -> Optional.ofNullable(figure.origin())).orElse(target.department().name().zh()));
		present.ifPresent((revision) -> fields.put(Typed.REPLACES, Integer.toString(revision.number())));
		present.filter(Revision::isReturned).map(Revision::figure).ifPresent((figure) -> {
			put(fields, Typed.VALUE, figure.value());
			put(fields, Typed.LEVEL, figure.level());
			put(fields, Typed.QUARTER, figure.quarterValue());
		});
		return new Typed(fields);
	}

	/** Whether nothing was typed over what stood there, and nothing explained. */
	static boolean isUntouched(Typed typed, Typed prefilled) {
		return typed.of(Typed.VALUE).equals(prefilled.of(Typed.VALUE))
				&& typed.of(Typed.LEVEL).equals(prefilled.of(Typed.LEVEL))
				&& typed.of(Typed.QUARTER).equals(prefilled.of(Typed.QUARTER)) && typed.of(Typed.NOTE).isEmpty()
				&& !typed.saysNotAvailable();
	}

	/** Whether every field that is typed into is as it stood there. */
	static boolean isSame(Typed typed, Typed prefilled) {
		return typed.fields()
			.keySet()
			.stream()
			.filter((field) -> !field.equals(Typed.KIND) && !field.equals(Typed.REPLACES))
			.allMatch((field) -> typed.of(field).equals(prefilled.of(field)));
	}

	private static void put(Map<String, String> fields, String field, @Nullable BigDecimal number) {
		if (number != null) {
			fields.put(field, number.toPlainString());
		}
	}

	private static Optional<Revision> newest(Figures figures, Target target) {
		return figures.revisions()
			.stream()
			.filter((revision) -> revision.indicator().equals(target.indicator()))
			.reduce((first, second) -> second);
	}

}
