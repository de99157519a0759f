package org.targetmonitor.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Light;
import org.targetmonitor.progress.Path;
import org.targetmonitor.progress.Headway;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/**
 * One period of an indicator on its page, as table and chart print it. What is not there
 * is null, never 0.
 *
 * @param period the period's code
 * @param actual the approved value as published, a plain number; null also where it was
 * measured in another way than now, and so are the lines
 * @param actualWords the same with its unit, also where it was published without an exact
 * number
 * @param written the numbers of what was published without an exact one, plain and where
 * the chart may draw them
 * @param line the line in force when the period was first judged, else the present one
 * @param upper the upper edge of an interval, whose lower one the line is
 * @param lineWords line or interval with its unit
 * @param done the share of the year's quantity that is done, in percent
 * @param pace the share that should be, in percent
 * @param margin the margin in words
 * @param light the light's key
 * @param status the status in words
 * @param firmness how firm the value is
 * @param former whether the target asked for something else then than it does now
 */
public record PeriodRow(String period, @Nullable String actual, @Nullable String actualWords, List<String> written,
		@Nullable String line, @Nullable String upper, @Nullable String lineWords, @Nullable String done,
		@Nullable String pace, @Nullable String margin, @Nullable String light, @Nullable String status,
		@Nullable String firmness, boolean former) {

	/**
	 * A row for every period that figures are reported for, whether there are any or not.
	 */
	public static List<PeriodRow> of(Plan plan, Figures figures, TargetProgress progress, Locale locale) {
		Target target = progress.target();
		return plan.target(target.goal().subject(target.indicator()))
			.map(Target::reporting)
			.map(Reporting::periods)
			.orElse(List.of())
			.stream()
			.map((period) -> of(period, figures, progress, locale))
			.toList();
	}

	private static PeriodRow of(Period period, Figures figures, TargetProgress progress, Locale locale) {
		Optional<Path.Point> step = progress.path().of(period);
		Target target = step.map(Path.Point::target).orElse(progress.target());
		Measurement measurement = target.measurement();
		boolean drawn = isMeasuredAs(progress.target().measurement(), measurement);
		Optional<Verdict> verdict = step.flatMap(Path.Point::judged);
		Optional<Headway> headway = verdict.map(Verdict::headway);
		Revision approved = Optional.ofNullable(figures.approved(target.goal().subject(target.indicator())).get(period))
			.map((revision) -> revision.as(measurement))
			.orElse(null);
		Optional<BigDecimal> actual = verdict.map(Verdict::actual)
			.or(() -> Optional.ofNullable(approved).map(Revision::value).map((value) -> published(value, measurement)));
		List<BigDecimal> lines = lines(target, period, step);
		int decimals = headway.map(SignedWords::decimals).orElse(SignedWords.DECIMALS);
		return new PeriodRow(period.toString(), actual.filter((value) -> drawn).map(Numbers::plain).orElse(null),
				actual.map((value) -> SignedWords.value(value, measurement))
					.or(() -> extentWords(approved, measurement, locale))
					.orElse(null),
				drawn ? written(approved, measurement) : List.of(),
				(lines.isEmpty() || !drawn) ? null : Numbers.plain(lines.getFirst()),
				(lines.size() > 1 && drawn) ? Numbers.plain(lines.getLast()) : null,
				lines.stream()
					.map((value) -> SignedWords.value(value, measurement))
					.reduce((low, high) -> new Text("%s～%s", "%s–%s").in(locale).formatted(low, high))
					.orElse(null),
				headway.map((known) -> SignedWords.percent(known.done(), decimals)).orElse(null),
				step.flatMap(Path.Point::pace)
					.or(() -> Optional.ofNullable(progress.path().paces().get(period)))
					.map((pace) -> SignedWords.percent(pace, decimals))
					.orElse(null),
				verdict.map((known) -> SignedWords.margin(known, measurement).in(locale)).orElse(null),
				step.map(Path.Point::light).map(Light::key).orElse(null),
				step.map(Path.Point::status).map((known) -> known.words(target).in(locale)).orElse(null),
				Optional.ofNullable(approved).map((known) -> known.firmness(measurement).in(locale)).orElse(null),
				target.asksOtherThan(progress.target(), period));
	}

	/** What was published without an exact number. */
	private static Optional<String> extentWords(@Nullable Revision approved, @Nullable Measurement measurement,
			Locale locale) {
		return extentText(approved).map((text) -> (measurement == null) ? text
				: Extent.of(text, measurement.unit())
					.map((known) -> known.words(measurement.unitWords()).in(locale))
					.orElse(text));
	}

	private static List<String> written(@Nullable Revision approved, @Nullable Measurement measurement) {
		return extentText(approved)
			.flatMap((text) -> (measurement == null) ? Optional.empty() : Extent.of(text, measurement.unit()))
			.stream()
			.flatMap((known) -> known.numbers().map((number) -> known.down() ? number.negate() : number))
			.map(Numbers::plain)
			.toList();
	}

	private static Optional<String> extentText(@Nullable Revision approved) {
		return Optional.ofNullable(approved)
			.map(Revision::figure)
			.flatMap((figure) -> Optional.ofNullable(figure.extent()));
	}

	/**
	 * Of a relation the line follows from the other operand of the period, of a path from
	 * the period until it is on the number; after a deadline there is none.
	 */
	private static List<BigDecimal> lines(Target target, Period period, Optional<Path.Point> step) {
		if (target.isDecidedBefore(period)) {
			return List.of();
		}
		List<BigDecimal> edges = target.goal().edges();
		boolean onTheWay = target.terms().path() != null && !target.isDecidedBy(period);
		return (edges.isEmpty() || onTheWay) ? step.flatMap(Path.Point::line).stream().toList() : edges;
	}

	/** Whether values of the one can stand beside values of the other. */
	private static boolean isMeasuredAs(@Nullable Measurement present, @Nullable Measurement then) {
		return present == null || then == null
				|| (present.measure() == then.measure() && present.unit().equals(then.unit()));
	}

	private static BigDecimal published(BigDecimal value, @Nullable Measurement measurement) {
		return (measurement != null) ? measurement.published(value) : value;
	}

}
