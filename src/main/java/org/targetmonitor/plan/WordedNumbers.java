package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * The numbers of a report's wording against those of the goal: 20亿元 is no 20万元, 3.5万人 are
 * 35000人, and 翻一番 is growth of 100 %.
 */
final class WordedNumbers {

	private static final String AMOUNT = "([0-9]+(?:\\.[0-9]+)?)";

	/** How many zeros each word stands for. */
	private static final Map<String, Integer> MULTIPLES = Map.ofEntries(Map.entry("十", 1), Map.entry("百", 2),
			Map.entry("千", 3), Map.entry("万", 4), Map.entry("十万", 5), Map.entry("百万", 6), Map.entry("千万", 7),
			Map.entry("亿", 8), Map.entry("十亿", 9), Map.entry("百亿", 10), Map.entry("千亿", 11), Map.entry("万亿", 12));

	private static final String MULTIPLE = "(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十)";

	private static final Pattern UNIT = Pattern.compile(MULTIPLE + "(.+)");

	private static final Pattern SHARE = Pattern.compile(AMOUNT + "(%|‰|个?百分点|个?千分点)");

	private static final String NUMERALS = "一二三四五六七八九";

	private static final Pattern TENTHS = Pattern.compile("(?<![统唯第之])([一二两三四五六七八九])成([一二三四五六七八九]?)(?![立为不功果员本套长型])");

	private static final Pattern DOUBLED = Pattern.compile("翻([一二两三四]?)番");

	private static final Pattern TIMES_MORE = Pattern.compile("(?:增长|增加|提高|提升|扩大)(?:" + AMOUNT + "|([一二两三四五六七八九]))倍");

	/** What is said of several years is no number of this one. */
	private static final Pattern OF_YEARS = Pattern.compile("[一二两三四五六七八九十0-9](?:个)?年(?!度|初|底|末|内)|十[一二三四五六七八]五");

	private WordedNumbers() {
	}

	/** The number in another unit, or none in common. */
	static Optional<Text> otherNumber(Target target) {
		Measurement measurement = target.measurement();
		List<BigDecimal> asked = WordingRules.asked(target);
		if (measurement == null || target.reading() != null || asked.isEmpty()) {
			return Optional.empty();
		}
		String wording = WordingRules.halfWidth(target.wording()).replace('％', '%').replace(" ", "");
		return otherUnit(wording, measurement, asked).or(() -> noneInCommon(wording, target, measurement, asked));
	}

	private static Optional<Text> noneInCommon(String wording, Target target, Measurement measurement,
			List<BigDecimal> asked) {
		List<BigDecimal> said = new ArrayList<>();
		results(AMOUNT + "(?:(?:%|‰)?(?:—|-|–|~|～|至|到)" + AMOUNT + ")?(万亿|亿|万)?"
				+ Pattern.quote(measurement.unitSign()), wording)
			.forEach((found) -> Stream.of(found.group(1), found.group(2))
				.filter(Objects::nonNull)
				.forEach((number) -> said.add(new BigDecimal(number).scaleByPowerOfTen(zeros(found.group(3))))));
		if (measurement.isPercent()) {
			said.addAll(inWords(wording, measurement));
		}
		Stream<BigDecimal> all = Stream.concat(asked.stream(),
				Stream.ofNullable(target.terms().then()).flatMap((then) -> then.numbers().stream()));
		boolean agree = said.isEmpty()
				|| all.anyMatch((number) -> said.stream().anyMatch((one) -> one.compareTo(number.abs()) == 0));
		return agree ? Optional.empty()
				: Optional.of(Text.format("原文的数是%1$s，目标写的是%2$s，两者没有相同的数；如确系如此，请用 reading 说明读法",
						"the wording has %1$s, the goal %2$s: no number in common; if it is meant, say so by a reading",
						WordingRules.numbers(said), WordingRules.numbers(asked)));
	}

	/** 翻一番, 两成, 增长一倍, in percent. */
	private static List<BigDecimal> inWords(String wording, Measurement measurement) {
		List<BigDecimal> said = new ArrayList<>();
		TENTHS.matcher(wording)
			.results()
			.forEach((found) -> said.add(BigDecimal.valueOf(10L * numeral(found.group(1)) + numeral(found.group(2)))));
		if (measurement.measure() == Measure.GROWTH && !OF_YEARS.matcher(wording).find()) {
			DOUBLED.matcher(wording)
				.results()
				.forEach((found) -> said
					.add(BigDecimal.valueOf(100L * ((1 << Math.max(1, numeral(found.group(1)))) - 1))));
			TIMES_MORE.matcher(wording)
				.results()
				.forEach((found) -> said
					.add(((found.group(1) != null) ? number(found) : BigDecimal.valueOf(numeral(found.group(2))))
						.movePointRight(2)));
		}
		return said;
	}

	/** The goal's own number, beside a unit that is so many times larger or smaller. */
	private static Optional<Text> otherUnit(String wording, Measurement measurement, List<BigDecimal> asked) {
		Scaled unit = Scaled.of(measurement);
		List<Said> said = said(wording, unit);
		boolean right = said.stream()
			.anyMatch((one) -> asked.stream()
				.anyMatch((number) -> number.abs()
					.scaleByPowerOfTen(unit.zeros())
					.compareTo(one.number().scaleByPowerOfTen(one.zeros())) == 0));
		return right ? Optional.empty() : said.stream()
			.filter((one) -> one.zeros() != unit.zeros()
					&& asked.stream().anyMatch((number) -> number.abs().compareTo(one.number()) == 0))
			.findFirst()
			.map((one) -> Text.format("原文是%1$s%2$s，而单位写的是%3$s：请改单位，或把目标换算为%3$s；如确系如此，请用 reading 说明读法",
					"the wording has %1$s %2$s, and the unit is %3$s: change the unit, or write the goal in %3$s; if it is meant, say so by a reading",
					Numbers.plain(one.number()), one.unit(), measurement.unitSign()));
	}

	private static List<Said> said(String wording, Scaled unit) {
		return unit.base().isEmpty()
				? SHARE.matcher(wording)
					.results()
					.map((found) -> new Said(number(found), Scaled.ofShare(found.group(2)), found.group(2)))
					.toList()
				: results(AMOUNT + MULTIPLE + "?" + Pattern.quote(unit.base()) + "(?!次)", wording)
					.map((found) -> new Said(number(found), zeros(found.group(2)),
							Objects.requireNonNullElse(found.group(2), "") + unit.base()))
					.toList();
	}

	/** A number of the wording with what it is counted in. */
	private record Said(BigDecimal number, int zeros, String unit) {
	}

	/**
	 * A unit apart from how many of it are counted as one.
	 *
	 * @param base such as 元; empty of shares
	 */
	private record Scaled(int zeros, String base) {

		static Scaled of(Measurement measurement) {
			if (measurement.isPercent() || measurement.isPerMille()) {
				return new Scaled(ofShare(measurement.unitSign()), "");
			}
			return UNIT.matcher(measurement.unit())
				.results()
				.filter((found) -> found.start() == 0)
				.map((found) -> new Scaled(WordedNumbers.zeros(found.group(1)), found.group(2)))
				.findFirst()
				.orElseGet(() -> new Scaled(0, measurement.unit()));
		}

		static int ofShare(String sign) {
			return (sign.equals("‰") || sign.contains("千分")) ? -3 : -2;
		}

	}

	private static Stream<MatchResult> results(String pattern, String wording) {
		return Pattern.compile(pattern).matcher(wording).results();
	}

	private static BigDecimal number(MatchResult found) {
		return new BigDecimal(found.group(1));
	}

	static int zeros(@Nullable String multiple) {
		return (multiple == null) ? 0 : MULTIPLES.getOrDefault(multiple, 0);
	}

	private static int numeral(@Nullable String word) {
		return (word == null || word.isEmpty()) ? 0 : word.equals("两") ? 2 : NUMERALS.indexOf(word) + 1;
	}

}
