package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.QuotientOf;
import org.targetmonitor.plan.Target;

/**
 * Whether the growth of a quotient, such as energy per unit of GDP, fits that of what it
 * is a quotient of: (1 + e) ÷ (1 + g) − 1.
 */
final class Quotients {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Quotients() {
	}

	/** Asked of the quotient once both other rates of the same period are known. */
	static Optional<Fault> followsFromItsOperands(Rule.Candidate candidate) {
		QuotientOf quotient = candidate.target().quotientOf();
		BigDecimal value = candidate.figure().value();
		if (quotient == null || value == null) {
			return Optional.empty();
		}
		Optional<Rate> numerator = rate(candidate, quotient.numerator());
		Optional<Rate> denominator = rate(candidate, quotient.denominator());
		if (numerator.isEmpty() || denominator.isEmpty()) {
			return Optional.empty();
		}
		return contradicted(Rate.of(candidate.target(), value), numerator.get(), denominator.get())
			.flatMap((follows) -> candidate.refuse("value", "quotient",
					Text.format("与%s（%s%%）和%s（%s%%）不符：按(1 + e) ÷ (1 + g) − 1计算应为%s%%至%s%%",
							"does not fit %s (%s%%) and %s (%s%%): by (1 + e) ÷ (1 + g) − 1 it is %s%% to %s%%",
							numerator.get().target().name(), Numbers.plain(numerator.get().value()),
							denominator.get().target().name(), Numbers.plain(denominator.get().value()),
							rounded(follows.low()), rounded(follows.high()))));
	}

	/**
	 * Asked of either rate that a quotient is of, where the quotient was known before; in
	 * the same submission the quotient is asked itself.
	 */
	static Optional<Fault> agreesWithTheirQuotients(Rule.Candidate candidate) {
		if (candidate.figure().value() == null) {
			return Optional.empty();
		}
		List<Text> contradicted = candidate.plan()
			.targetsOn(candidate.target().indicator())
			.stream()
			.filter((target) -> isOf(target, candidate.target().indicator()) && !candidate.isSubmitted(target))
			.flatMap((target) -> contradiction(candidate, target).stream())
			.toList();
		return contradicted.isEmpty() ? Optional.empty()
				: candidate.refuse("value", "quotient", Text.join(contradicted, new Text("；", "; ")));
	}

	private static boolean isOf(Target target, String indicator) {
		QuotientOf quotient = target.quotientOf();
		return quotient != null && (quotient.numerator().equals(indicator) || quotient.denominator().equals(indicator));
	}

	private static Optional<Text> contradiction(Rule.Candidate candidate, Target target) {
		QuotientOf quotient = Objects.requireNonNull(target.quotientOf());
		Optional<Rate> given = rate(candidate, target.indicator());
		Optional<Rate> numerator = rate(candidate, quotient.numerator());
		Optional<Rate> denominator = rate(candidate, quotient.denominator());
		if (given.isEmpty() || numerator.isEmpty() || denominator.isEmpty()) {
			return Optional.empty();
		}
		return contradicted(given.get(), numerator.get(), denominator.get())
			.map((follows) -> Text.format("与已报的%s（%s%%）不符：按(1 + e) ÷ (1 + g) − 1计算，后者应为%s%%至%s%%",
					"does not fit %s (%s%%): by (1 + e) ÷ (1 + g) − 1 that is %s%% to %s%%", target.name(),
					Numbers.plain(given.get().value()), rounded(follows.low()), rounded(follows.high())));
	}

	/** What follows from both rates, where no rounding lets that be what is given. */
	private static Optional<Range> contradicted(Rate given, Rate numerator, Rate denominator) {
		if (denominator.low().compareTo(HUNDRED.negate()) <= 0) {
			return Optional.empty();
		}
		Range follows = new Range(growth(numerator.low(), denominator.high()),
				growth(numerator.high(), denominator.low()));
		boolean fits = follows.low().compareTo(given.high()) <= 0 && follows.high().compareTo(given.low()) >= 0;
		return fits ? Optional.empty() : Optional.of(follows);
	}

	/** From one rate to another, in percent. */
	private record Range(BigDecimal low, BigDecimal high) {
	}

	/**
	 * The growth of a quotient in percent, unrounded: (1 + e) ÷ (1 + g) − 1.
	 * @param numerator e, in percent
	 * @param denominator g, in percent, above −100
	 */
	static BigDecimal growth(BigDecimal numerator, BigDecimal denominator) {
		return HUNDRED.add(numerator)
			.multiply(HUNDRED)
			.divide(HUNDRED.add(denominator), MathContext.DECIMAL128)
			.subtract(HUNDRED);
	}

	private static Optional<Rate> rate(Rule.Candidate candidate, String indicator) {
		Plan plan = candidate.plan();
		return plan.target(indicator)
			.flatMap((target) -> candidate.valueOf(target).map((value) -> Rate.of(target, value)));
	}

	private static String rounded(BigDecimal percent) {
		return Numbers.plain(percent.setScale(2, RoundingMode.HALF_UP));
	}

	/** A rate with what its rounding leaves open. */
	private record Rate(Target target, BigDecimal value, BigDecimal low, BigDecimal high) {

		static Rate of(Target target, BigDecimal value) {
			Measurement measurement = target.measurement();
			int decimals = (measurement != null) ? measurement.decimals() : value.scale();
			BigDecimal half = Doubts.half(Math.max(value.scale(), decimals));
			return new Rate(target, value, value.subtract(half), value.add(half));
		}

	}

}
