package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;

/** What a figure is asked about the revision that it replaces. */
final class Corrections {

	private Corrections() {
	}

	/** Whether its note is more than what stood there already. */
	static boolean saysSomethingNew(Rule.Candidate candidate) {
		String note = candidate.figure().note();
		return note != null && !note.isBlank() && !repeatsItsNote(candidate);
	}

	/** Whether its note is that of the revision that it replaces. */
	static boolean repeatsItsNote(Rule.Candidate candidate) {
		String note = candidate.figure().note();
		return note != null && !note.isBlank()
				&& replaced(candidate).map(Figure::note)
					.filter((before) -> before.strip().equals(note.strip()))
					.isPresent();
	}

	static Optional<Fault> keepsItsValue(Rule.Candidate candidate) {
		return keeps(candidate, "value", new Text("数值", "value"), Figure::value);
	}

	static Optional<Fault> keepsItsLevel(Rule.Candidate candidate) {
		return keeps(candidate, "level", new Text("总量", "level"), Figure::level);
	}

	static Optional<Fault> keepsItsQuarter(Rule.Candidate candidate) {
		return keeps(candidate, "quarter-value", new Text("当季数值", "quarter value"), Figure::quarterValue);
	}

	/**
	 * A number that stood there and is left out is not known any more; a figure that is
	 * not available says so itself.
	 */
	private static Optional<Fault> keeps(Rule.Candidate candidate, String field, Text name,
			Function<Figure, @Nullable BigDecimal> number) {
		Figure now = candidate.figure();
		if (now.status().isNotAvailable() || number.apply(now) != null) {
			return Optional.empty();
		}
		return replaced(candidate).flatMap((before) -> Optional.ofNullable(number.apply(before)))
			.flatMap((before) -> candidate.refuse(field, "vanishes", Text.format("%s原为%s%s，本次未填",
					"the %s was %s%s and is left out now", name, Numbers.plain(before), unit(candidate, field))));
	}

	private static Text unit(Rule.Candidate candidate, String field) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null) {
			return Text.same("");
		}
		String unit = field.equals("level") ? Objects.requireNonNullElse(measurement.levelUnit(), "")
				: measurement.unit();
		return unit.equals("percent") ? Text.same("%") : new Text(unit, " " + unit);
	}

	private static Optional<Figure> replaced(Rule.Candidate candidate) {
		return candidate.known().latest(candidate.figure().indicator(), candidate.period()).map(Revision::figure);
	}

}
