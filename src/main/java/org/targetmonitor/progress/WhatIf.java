package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Comparison;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/**
 * Which rest of the year meets a target: of growth the year s·G + (1 − s)·x, of a
 * quantity what there is + x, rounded as published and held against the very same goal.
 */
public final class WhatIf {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** A growth beyond it is a slip of the keyboard. */
	private static final BigDecimal LARGEST_GROWTH = BigDecimal.valueOf(1000);

	/** So is a rest of so many times the whole year's goal. */
	private static final BigDecimal LARGEST_TIMES = BigDecimal.TEN;

	private final Target target;

	private final Measurement measurement;

	private final Outlook outlook;

	private final UnaryOperator<BigDecimal> yearOf;

	private final UnaryOperator<BigDecimal> restOf;

	private final Besides.@Nullable Other other;

	private WhatIf(TargetProgress progress, Outlook outlook, UnaryOperator<BigDecimal> yearOf,
			UnaryOperator<BigDecimal> restOf) {
		this.target = progress.target();
		this.other = progress.besides().other();
		this.measurement = Objects.requireNonNull(this.target.measurement());
		this.outlook = outlook;
		this.yearOf = yearOf;
		this.restOf = restOf;
	}

	/**
	 * Where the year ends.
	 *
	 * @param rest what the rest of the year brings
	 * @param unrounded the year
	 * @param published the year at the indicator's decimals, which is what is judged
	 * @param comparison that held against the goal
	 * @param done of a quantity the share of the goal's number, 1 is all; null of growth
	 * @param margin as a verdict has it: of a quantity in points of the goal's number
	 * @param status what the year would be, by both conditions where the same rest
	 * decides about the other one, too
	 * @param other the same year by the other one of two conditions on the same value;
	 * null where there is none
	 */
	public record Year(BigDecimal rest, BigDecimal unrounded, BigDecimal published, Comparison comparison,
			@Nullable BigDecimal done, BigDecimal margin, Status status, @Nullable Year other) {

		/** Whether all is met that such a rest decides about. */
		public boolean met() {
			return this.comparison.met() && (this.other == null || this.other.met());
		}

	}

	/** Empty where there is no outlook, and of growth where its base share is missing. */
	public static Optional<WhatIf> of(TargetProgress progress) {
		Outlook outlook = progress.outlook();
		Verdict verdict = progress.verdict();
		if (outlook == null || verdict == null) {
			return Optional.empty();
		}
		BigDecimal soFar = verdict.actual();
		if (outlook.remaining() != null) {
			return Optional.of(new WhatIf(progress, outlook, soFar::add, (year) -> year.subtract(soFar)));
		}
		return Optional.ofNullable(outlook.base())
			.map(AppliedShare::share)
			.map((share) -> new WhatIf(progress, outlook, (rest) -> GrowthOutlook.year(share, soFar, rest),
					(year) -> GrowthOutlook.rest(year, share, soFar).round(MathContext.DECIMAL64)));
	}

	Target target() {
		return this.target;
	}

	/**
	 * The other one of two conditions: a year that meets this one alone meets no target.
	 */
	Optional<Besides.Other> otherCondition() {
		return Optional.ofNullable(this.other);
	}

	/** What that asks for. */
	public Optional<Text> otherWords() {
		return otherCondition().map(Besides.Other::words);
	}

	/** The same question about that; empty where no rest of the year answers it. */
	public Optional<WhatIf> other() {
		return otherCondition().flatMap((condition) -> of(condition.progress()));
	}

	/**
	 * The same where it is about the very same value, and not about the level beside it.
	 */
	private Optional<WhatIf> onSameValue() {
		return other().filter((whatIf) -> whatIf.measurement.equals(this.measurement));
	}

	/** Whether it asks for a quantity and not for a growth. */
	public boolean isQuantity() {
		return this.outlook.remaining() != null;
	}

	/** The unit of a rest of the year and of the year. */
	public String unit() {
		return this.measurement.unit();
	}

	public boolean lowerIsBetter() {
		return this.outlook.lowerIsBetter();
	}

	/** Whether falling short of the target is no failure. */
	public boolean isNeverRed() {
		return this.target.goal().isNeverRed();
	}

	/** The period that the rest of the year goes on from. */
	public Period period() {
		return this.outlook.period();
	}

	/** The year's number that is asked for, whatever counts as met besides. */
	BigDecimal number() {
		return this.outlook.number();
	}

	/**
	 * What would bring the goal's number itself, unrounded: r, or what is left of the
	 * quantity.
	 */
	public BigDecimal required() {
		return this.restOf.apply(this.outlook.number());
	}

	/**
	 * What would bring exactly that number: the growth in its band from the rounding of
	 * the rate so far; empty of a quantity.
	 */
	Optional<Band> exactly() {
		return Optional.ofNullable(this.outlook.required());
	}

	/** Why nobody can mean such a rest of the year; empty if somebody can. */
	public Optional<Text> refusal(BigDecimal rest) {
		return isQuantity() ? quantityRefusal(rest) : growthRefusal(rest);
	}

	private static Optional<Text> growthRefusal(BigDecimal rest) {
		if (rest.add(HUNDRED).signum() < 0) {
			return Optional.of(new Text("下降不能超过100%", "a decrease cannot exceed 100%"));
		}
		return (rest.compareTo(LARGEST_GROWTH) > 0) ? Optional.of(Text.format("增速超出可测算范围（至多%s%%）",
				"the growth is beyond what can be meant (at most %s%%)", SignedWords.plain(LARGEST_GROWTH)))
				: Optional.empty();
	}

	/** The largest rest of the year that is not refused, of a quantity. */
	public BigDecimal most() {
		return isCompletion() ? this.restOf.apply(HUNDRED) : this.outlook.number().multiply(LARGEST_TIMES);
	}

	private boolean isCompletion() {
		return this.measurement.measure() == Measure.COMPLETION;
	}

	private Optional<Text> quantityRefusal(BigDecimal rest) {
		if (this.measurement.isCounted() && rest.stripTrailingZeros().scale() > 0) {
			return Optional.of(Text.format("按%s计数，请填整数", "is counted in %s: a whole number", this.measurement.unit()));
		}
		if (rest.signum() < 0) {
			return Optional.of(new Text("累计数不会减少，请填0或更大的数", "totals do not shrink: 0 or more"));
		}
		if (rest.compareTo(most()) <= 0) {
			return Optional.empty();
		}
		return Optional.of(isCompletion() ? new Text("累计完成不能超过100%", "no more than 100% can be done")
				: Text.format("超出可测算范围（至多为%2$s目标的10倍，即%1$s）",
						"is beyond what can be meant (at most ten times %2$s target, %1$s)", SignedWords.plain(most()),
						OutlookWords.whose(this.target)));
	}

	/** The year with such a rest: growth in percent, a quantity in its unit. */
	public Year year(BigDecimal rest) {
		BigDecimal unrounded = this.yearOf.apply(rest);
		BigDecimal published = this.measurement.published(unrounded);
		Comparison comparison = this.target.goal().compare(published, published);
		BigDecimal done = isQuantity() ? published.divide(comparison.number(), MathContext.DECIMAL128) : null;
		BigDecimal margin = (done != null) ? this.target.goal().ahead(done, BigDecimal.ONE).multiply(HUNDRED)
				: comparison.margin();
		Year theirs = onSameValue().map((whatIf) -> whatIf.year(rest)).orElse(null);
		boolean met = comparison.met() && (theirs == null || theirs.met());
		return new Year(rest, unrounded, published, comparison, done, margin, met ? Status.ACHIEVED : Status.MISSED,
				theirs);
	}

	/** The rest of the year at which the year is published as just met, unrounded. */
	public BigDecimal met() {
		return threshold(this.target.goal().line().orElse(this.outlook.number()));
	}

	/**
	 * The rest of the year at which the year is published as the goal's number itself;
	 * null where that is what counts as met.
	 */
	public @Nullable BigDecimal reached() {
		return this.target.goal().hasTolerance() ? threshold(this.outlook.number()) : null;
	}

	/**
	 * Half a unit of the last decimal before the line is where rounding tips; of what is
	 * counted it is a whole number.
	 */
	private BigDecimal threshold(BigDecimal line) {
		if (this.measurement.isCounted()) {
			BigDecimal one = this.target.goal().isStrict() ? BigDecimal.ONE : BigDecimal.ZERO;
			return this.restOf.apply(lowerIsBetter() ? line.subtract(one) : line.add(one));
		}
		BigDecimal half = HALF.movePointLeft(this.measurement.decimals());
		return this.restOf
			.apply((lowerIsBetter() == this.target.goal().isStrict()) ? line.subtract(half) : line.add(half));
	}

}
