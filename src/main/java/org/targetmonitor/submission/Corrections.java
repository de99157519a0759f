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

	/**
	 * A correction that changes nothing is none. What was returned may be confirmed as it
	 * was; and whoever gives the reason apart may correct the note alone, while a note
	 * that is the only reason explains no change.
	 */
	static Optional<Fault> changesSomething(Rule.Candidate candidate) {
		return candidate.known()
			.latest(candidate.figure().indicator(), candidate.period())
			.filter((latest) -> !latest.isReturned() && Objects.equals(latest.number(), candidate.figure().replaces())
					&& isTheSame(latest.figure(), candidate))
			.filter((latest) -> candidate.submission().reason() == null || candidate.figure().note() == null
					|| sameText(latest.figure().note(), candidate.figure().note()))
			.flatMap((latest) -> candidate.refuse("value", "unchanged",
					Text.format("与现有数据（第%d版）相同，没有更正的内容；不更正的，请取消更正",
							"the same as the figure that is there (revision %d): there is nothing to correct",
							latest.number())));
	}

	private static boolean isTheSame(Figure before, Rule.Candidate candidate) {
		Figure now = candidate.figure();
		return same(before.value(), now.value()) && same(before.level(), now.level())
				&& same(before.quarterValue(), now.quarterValue()) && before.status() == now.status()
				&& isTheSameOrigin(before, candidate)
				&& Detail.all()
					.filter((detail) -> detail != Detail.ORIGIN && detail != Detail.NOTE)
					.allMatch((detail) -> sameText(before.says(detail), now.says(detail)));
	}

	/** The page offers the department itself where no origin was given. */
	private static boolean isTheSameOrigin(Figure before, Rule.Candidate candidate) {
		String now = candidate.figure().origin();
		return now == null || sameText(before.origin(), now)
				|| (before.origin() == null && now.equals(candidate.target().department().name().zh()));
	}

	/** What nobody sees is no change: blanks around it, how its lines end. */
	private static boolean sameText(@Nullable String one, @Nullable String other) {
		return (one != null && other != null) ? visible(one).equals(visible(other)) : (one == null && other == null);
	}

	private static String visible(String text) {
		return text.strip().replace("\r\n", "\n");
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one != null && other != null) ? one.compareTo(other) == 0 : (one == null && other == null);
	}

	static Optional<Fault> keepsItsValue(Rule.Candidate candidate) {
		return (candidate.figure().extent() != null) ? Optional.empty()
				: keeps(candidate, "value", new Text("数值", "value"), Figure::value);
	}

	static Optional<Fault> keepsItsLevel(Rule.Candidate candidate) {
		return keeps(candidate, "level", new Text("总量", "level"), Figure::level);
	}

	static Optional<Fault> keepsItsQuarter(Rule.Candidate candidate) {
		return keeps(candidate, "quarter-value", new Text("当季数值", "quarter value"), Figure::quarterValue);
	}

	/**
	 * What was settled is not preliminary again, but where somebody says why; of what was
	 * returned the status may have been the fault.
	 */
	static Optional<Fault> staysSettled(Rule.Candidate candidate) {
		ObsStatus now = candidate.figure().status();
		return candidate.known()
			.latest(candidate.figure().indicator(), candidate.period())
			.filter((before) -> !before.isReturned() && before.figure().status() == ObsStatus.A
					&& (now == ObsStatus.P || now == ObsStatus.E))
			.flatMap((before) -> candidate.refuse("status", "less-settled",
					Text.format("现有第%1$d版的数据状态是“%2$s”，本次却填“%3$s”",
							"revision %1$d, which is there, is %2$s, and this one %3$s", before.number(),
							ObsStatus.A.words(candidate.target().measurement()),
							now.words(candidate.target().measurement()))));
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
		return Measurement.unitWords(unit);
	}

	private static Optional<Figure> replaced(Rule.Candidate candidate) {
		return candidate.known().latest(candidate.figure().indicator(), candidate.period()).map(Revision::figure);
	}

}
