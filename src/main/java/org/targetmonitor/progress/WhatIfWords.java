package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Deadline;
import org.targetmonitor.plan.Measurement;

/**
 * Says which rest of the year meets a target, and where the year ends with a given one.
 */
public final class WhatIfWords {

	private static final int EXACT_DECIMALS = 4;

	private final WhatIf whatIf;

	private final Measurement measurement;

	private final Text rest;

	public WhatIfWords(WhatIf whatIf) {
		this.whatIf = whatIf;
		this.measurement = Objects.requireNonNull(whatIf.target().measurement());
		this.rest = OutlookWords.rest(whatIf.target(), whatIf.period());
	}

	/**
	 * From which rest of the year on the target is met, one decimal finer than published.
	 */
	public Text thresholds() {
		Text own = this.whatIf.isQuantity() ? quantity(quantity()) : growth();
		return this.whatIf.otherCondition()
			.map((other) -> Text.format("条件“%s”：%s；%s", "the condition of %s: %s; %s",
					this.whatIf.target().goalWords(Text.same("")), own, other(other)))
			.orElse(own);
	}

	/** What the other condition asks of the rest of the year, which is to be met, too. */
	private Text other(Besides.Other other) {
		return this.whatIf.other()
			.map((whatIf) -> Text.format("另一项条件“%s”：%s；两项须同时达到", "the other condition, %s: %s; both are to be met",
					other.words(), new WhatIfWords(whatIf).thresholds()))
			.orElseGet(() -> Text.format("另一项条件“%s”须同时达到，无法由此测算",
					"the other condition, %s, is to be met as well and is not worked out here", other.words()));
	}

	private Text growth() {
		boolean lower = this.whatIf.lowerIsBetter();
		Text met = Text.format(lower ? "%s%s及以下达标" : "%s%s起达标",
				lower ? "%2$s or less in %1$s meets the target" : "%2$s or more in %1$s meets the target", this.rest,
				value(rounded(this.whatIf.met())));
		Text thresholds = Optional.ofNullable(this.whatIf.reached())
			.map((reached) -> Text.format(lower ? "%s（左右），%s及以下达到%s" : "%s（左右），%s起达到%s",
					lower ? "%s (about), %s or less brings the year to %s"
							: "%s (about), %s or more brings the year to %s",
					met, value(rounded(reached)), value(number())))
			.orElse(met);
		return this.whatIf.exactly()
			.map((needed) -> Text.format("%s（按全年公布数四舍五入）；全年恰为%s约需%s",
					"%s (as the year is published, rounded); for exactly %s it needs to be %s", thresholds,
					value(number()),
					OutlookWords.change(this.measurement.published(needed.low()),
							this.measurement.published(needed.high()))))
			.orElse(thresholds);
	}

	private Text quantity() {
		BigDecimal needed = edge(this.whatIf.met());
		if (this.whatIf.lowerIsBetter()) {
			return (needed.signum() < 0)
					? Text.format("已突破%s控制数，余下时间无法达标", "%s ceiling is exceeded already; no time left can meet it",
							OutlookWords.whose(this.whatIf.target()))
					: Text.format("%s不超过%s即达标", "no more than %2$s in %1$s meets the target", this.rest,
							amount(needed));
		}
		return (needed.signum() <= 0)
				? Text.format("%s目标已达到", "%s target is reached already", OutlookWords.whose(this.whatIf.target()))
				: Text.format("%s再完成%s即达标", "%2$s more in %1$s meets the target", this.rest, amount(needed));
	}

	/** What is met within the tolerance is not the number yet: both are said. */
	private Text quantity(Text within) {
		BigDecimal reached = Optional.ofNullable(this.whatIf.reached()).map(this::edge).orElse(null);
		if (reached == null || edge(this.whatIf.met()).signum() <= 0) {
			return within;
		}
		boolean lower = this.whatIf.lowerIsBetter();
		return (reached.signum() <= 0) ? Text.format("%s（左右）", "%s (about)", within)
				: Text.format(lower ? "%s（左右），不超过%s则在%s以内" : "%s（左右），再完成%s达到%s",
						lower ? "%s (about), no more than %s keeps within %s" : "%s (about), %s brings it to %s",
						within, amount(reached), amount(number()));
	}

	/**
	 * The thresholds to the fourth decimal, and what becomes of the rounded ones where
	 * those are not enough; empty of quantities, whose thresholds are rounded so that
	 * they are.
	 */
	public Optional<Text> exactly() {
		if (this.whatIf.isQuantity()) {
			return Optional.empty();
		}
		boolean lower = this.whatIf.lowerIsBetter();
		List<Text> parts = new ArrayList<>();
		parts.add(Text.format("界限修约前为%s", "before rounding %s", Text.join(
				edges().map((edge) -> Text.same(value(edge.setScale(EXACT_DECIMALS, RoundingMode.HALF_UP)))).toList(),
				new Text("、", " and "))));
		parts.add(Text.format("使全年恰为%s的未修约增速r = %s", "the unrounded rate r that makes a year of exactly %s is %s",
				value(number()), value(this.whatIf.required().setScale(EXACT_DECIMALS - 1, RoundingMode.HALF_UP))));
		WhatIf.Year year = this.whatIf.year(rounded(this.whatIf.met()));
		if (!year.comparison().met()) {
			parts.add(Text.format(lower ? "按%d位小数为%s及以下（%s时全年公布为%s，未达标）" : "按%d位小数为%s起（%s时全年公布为%s，未达标）",
					lower ? "with %d decimals, from %s down (%s publishes as a year of %s, not met)"
							: "with %d decimals, from %s on (%s publishes as a year of %s, not met)",
					year.rest().scale(), value(nextAfter(year.rest())), value(year.rest()), value(year.published())));
		}
		Optional.ofNullable(this.whatIf.reached())
			.map((reached) -> this.whatIf.year(rounded(reached)))
			.filter((reached) -> isShort(reached.published()))
			.ifPresent((reached) -> parts.add(Text.format(lower ? "%s及以下达到%s（%s时全年公布为%s）" : "%s起达到%s（%s时全年公布为%s）",
					lower ? "from %s down the year is %s (%s publishes as a year of %s)"
							: "from %s on the year is %s (%s publishes as a year of %s)",
					value(nextAfter(reached.rest())), value(number()), value(reached.rest()),
					value(reached.published()))));
		return Optional.of(Text.join(parts, new Text("；", "; ")));
	}

	/** Whether a year falls short of the goal's number itself. */
	private boolean isShort(BigDecimal published) {
		int order = published.compareTo(number());
		return this.whatIf.lowerIsBetter() ? order > 0 : order < 0;
	}

	private Stream<BigDecimal> edges() {
		return Stream.concat(Stream.of(this.whatIf.met()), Optional.ofNullable(this.whatIf.reached()).stream());
	}

	/** Where the year ends with a rest of the year. */
	public Text year(WhatIf.Year year) {
		Text supposed = this.whatIf.isQuantity()
				? Text.format("%s为%s", "with %2$s in %1$s", this.rest, amount(year.rest()))
				: Text.format("%s%s", "with %1$s %2$s", this.rest, growth(year.rest()));
		Text share = Optional.ofNullable(year.done())
			.map((done) -> Text.format("（%s）", " (%s)",
					SignedWords.percent(done, SignedWords.decimals(done, BigDecimal.ONE))))
			.orElse(Text.same(""));
		Text own = Text.format("假设%s，则%s公布为%s%s，%s，距达标线%s（估算）", "%s, %s is published as %s%s: %s, margin %s (estimate)",
				supposed, this.whatIf.target().deadline().map(Deadline::at).orElse(new Text("全年", "the year")),
				SignedWords.amount(year.published(), this.measurement), share, met(year.comparison().met()),
				margin(year));
		return this.whatIf.otherCondition().map((other) -> both(year, other, own)).orElse(own);
	}

	/** By both conditions, and which of them decides. */
	private Text both(WhatIf.Year year, Besides.Other other, Text own) {
		WhatIf.Year theirs = year.other();
		if (theirs == null) {
			return Text.format("%s；只按条件“%s”，另一项条件“%s”须同时达到",
					"%s; by the condition of %s alone, the other one, %s, is to be met as well", own,
					this.whatIf.target().goalWords(Text.same("")), other.words());
		}
		Text said = Text.format("%s；另一项条件“%s”%s，距达标线%s", "%s; the other condition, %s, %s, margin %s", own,
				other.words(), met(theirs.comparison().met()), margin(theirs));
		return year.comparison().met() == theirs.comparison().met() ? said
				: Text.format("%s，两项合计未达标，取决于“%s”", "%s: not met as a whole, which %s decides", said,
						theirs.comparison().met() ? this.whatIf.target().goalWords(Text.same("")) : other.words());
	}

	/** The year of a growth before rounding. */
	public Text unrounded(WhatIf.Year year) {
		return Text.format("全年修约前为%s", "the year before rounding: %s",
				value(year.unrounded().setScale(EXACT_DECIMALS, RoundingMode.HALF_UP)));
	}

	/** Met or not met. */
	public static Text met(boolean met) {
		return met ? new Text("达标", "met") : new Text("未达标", "not met");
	}

	private static Text growth(BigDecimal rest) {
		String plain = SignedWords.plain(rest.abs());
		return switch (rest.signum()) {
			case -1 -> Text.format("下降%s%%", "down %s%%", plain);
			case 0 -> new Text("持平", "unchanged");
			default -> Text.format("增长%s%%", "up %s%%", plain);
		};
	}

	private Text margin(WhatIf.Year year) {
		if (year.done() != null) {
			return SignedWords.counted(
					SignedWords.signed(year.margin()
						.setScale(SignedWords.decimals(year.done(), BigDecimal.ONE), RoundingMode.HALF_UP)),
					SignedWords.POINTS);
		}
		return SignedWords.counted(SignedWords.signed(year.margin()), SignedWords.difference(this.measurement));
	}

	private BigDecimal number() {
		return this.measurement.published(this.whatIf.number());
	}

	private String value(BigDecimal value) {
		return SignedWords.value(value, this.measurement);
	}

	private Text amount(BigDecimal value) {
		return SignedWords.share(value, this.measurement);
	}

	private BigDecimal rounded(BigDecimal threshold) {
		return threshold.setScale(this.measurement.decimals() + 1, RoundingMode.HALF_UP);
	}

	/** The next rate of as many decimals, towards where the target is met. */
	private BigDecimal nextAfter(BigDecimal rest) {
		BigDecimal unit = BigDecimal.ONE.movePointLeft(rest.scale());
		return this.whatIf.lowerIsBetter() ? rest.subtract(unit) : rest.add(unit);
	}

	/**
	 * The quantity nearest to the edge that, at its decimals, does meet the target: edges
	 * lie half a unit beside those.
	 */
	private BigDecimal edge(BigDecimal threshold) {
		return threshold.setScale(this.measurement.decimals(),
				this.whatIf.lowerIsBetter() ? RoundingMode.FLOOR : RoundingMode.CEILING);
	}

}
