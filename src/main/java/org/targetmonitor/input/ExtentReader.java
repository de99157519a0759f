package org.targetmonitor.input;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent.Shape;
import org.targetmonitor.input.Extent.Way;

/**
 * Reads a result without an exact number, as bureaus and their readers write it. The
 * numbers within are read as typed ones are ({@link TypedNumber}), with the same unit.
 */
public final class ExtentReader {

	private static final Map<String, Shape> BEFORE = words(Shape.ABOVE,
			"超过 超出 超 突破 高于 大于 多于 > more_than over above exceeding", Shape.FROM,
			"不低于 不少于 不小于 至少 ≥ >= no_less_than not_less_than at_least", Shape.BELOW,
			"不到 不足 低于 少于 小于 < fewer_than less_than under below", Shape.UP_TO,
			"不超过 不高于 不多于 不大于 至多 最多 ≤ <= no_more_than not_more_than at_most up_to", Shape.NEARLY,
			"接近 将近 近 close_to nearly almost", Shape.ABOUT, "大约 约为 约 ≈ approximately about around");

	private static final Map<String, Shape> BEHIND = words(Shape.FROM, "及以上 以上 + or_more", Shape.UP_TO,
			"及以下 以下 以内 or_less", Shape.ABOUT, "左右 上下 or_so");

	/** Between a number and its unit: 3000余家. */
	private static final Pattern SOME = Pattern.compile("^([0-9][0-9,.]*(?:万亿|万|亿)?)\\s*([余多])(.*)$");

	private static final Pattern DIRECTION = Pattern.compile("^(?:同比)?(增长|增加|上升|提高|上涨|下降|减少|降低|下跌|回落)\\s*(.+)$");

	private static final Pattern LESS = Pattern.compile("下降|减少|降低|下跌|回落");

	/** Two numbers, each with its unit or the last one alone. */
	private static final Pattern BETWEEN = Pattern
		.compile("(?i)^(?:between )?\\s*([-−]?[0-9][0-9,.]*[^0-9\\s—–―~∼至到-]*)\\s*"
				+ "(?:[—–―~∼]{1,2}|-|至|到|to|and)\\s*([-−]?[0-9][0-9,.]*[^0-9]*?)(?:之间)?$");

	/** Nothing longer is said of one result. */
	private static final int LONGEST = 60;

	private static final String NUMBER = "%1$s%2$s";

	/** What may be done instead. */
	public static final Text EXACT_ONLY = new Text("此栏只能填确切的数；没有确切数时请空着，在说明中写明公布的说法（约数、区间只能填在数值一栏）",
			"only an exact number stands here; where there is none leave it out and put what was published in the note (what is about, over or between stands in the value alone)");

	private ExtentReader() {
	}

	/** The outcome of reading. */
	public sealed interface Result {

	}

	/** It is something else, such as a plain number. */
	public record None() implements Result {
	}

	/** It says between which ends the number lies. */
	public record Taken(Extent extent) implements Result {
	}

	/** It means to say so, but cannot be understood. */
	public record Refused(String rule, Text reason) implements Result {
	}

	/** Words with blanks in them are written with a line below. */
	private static Map<String, Shape> words(Object... shapesAndWords) {
		Map<String, Shape> words = new LinkedHashMap<>();
		for (int index = 0; index < shapesAndWords.length; index += 2) {
			for (String word : shapesAndWords[index + 1].toString().split(" ", -1)) {
				words.put(word.replace('_', ' '), (Shape) shapesAndWords[index]);
			}
		}
		return words;
	}

	/**
	 * The same of what stands where a number may stand: what is one is no extent.
	 */
	public static Result of(String given, String unit) {
		return (TypedNumber.read(given, unit) instanceof TypedNumber.Refused) ? read(given, unit) : new None();
	}

	/** Why it is neither a number nor an extent: nearer to what was meant. */
	public static TypedNumber.Refused why(String given, String unit, TypedNumber.Refused number) {
		return (read(given, unit) instanceof Refused extent) ? new TypedNumber.Refused(extent.rule(), extent.reason())
				: number;
	}

	/**
	 * Why there is no number where only the result itself may be without an exact one:
	 * the level and the quarter's own value stand beside it.
	 */
	public static TypedNumber.Refused exactOnly(String given, String unit, TypedNumber.Refused number) {
		return (read(given, unit) instanceof Taken) ? new TypedNumber.Refused("exact", EXACT_ONLY) : number;
	}

	/**
	 * Reads what is said of a result.
	 * @param given the words
	 * @param unit the unit of the result, {@code percent} for rates
	 */
	public static Result read(String given, String unit) {
		String text = TypedNumber.plain(given).strip();
		if (text.length() > LONGEST || !text.matches(".*[0-9].*")) {
			return new None();
		}
		Matcher direction = DIRECTION.matcher(text);
		Way way = way(direction);
		String rest = (way != Way.UNSAID) ? direction.group(2) : text;
		Matcher between = BETWEEN.matcher(rest);
		return between.matches() ? between(between.group(1), between.group(2), unit, way) : about(rest, unit, way);
	}

	private static Way way(Matcher direction) {
		return !direction.matches() ? Way.UNSAID : LESS.matcher(direction.group(1)).matches() ? Way.DOWN : Way.UP;
	}

	private static Result between(String first, String other, String unit, Way way) {
		// 3—4万人 are both of 万人
		String one = first.matches("[-−]?[0-9][0-9,.]*") ? first + other.replaceFirst("^[-−]?[0-9][0-9,.]*", "")
				: first;
		return number(one, unit, (low) -> number(other, unit, (high) -> {
			if (low.compareTo(high) >= 0) {
				return new Refused("range",
						new Text("区间应先小后大，两个数不相等", "of an interval the smaller number comes first"));
			}
			boolean negative = high.signum() < 0;
			if (way != Way.UNSAID && low.signum() < 0) {
				return sign();
			}
			Text form = unit.equals("percent") ? new Text("%1$s%2$s—%3$s%2$s", "%1$s%2$s to %3$s%2$s")
					: new Text("%1$s—%3$s%2$s", "%1$s to %3$s%2$s");
			return new Taken(negative ? new Extent(Shape.BETWEEN, form, Way.DOWN, high.negate(), low.negate())
					: new Extent(Shape.BETWEEN, form, way, low, high));
		}));
	}

	private static Result about(String text, String unit, Way said) {
		String before = found(BEFORE, text, true);
		String rest = text.substring(before.length()).strip();
		Matcher direction = DIRECTION.matcher(rest);
		Way late = (said == Way.UNSAID && !before.isEmpty()) ? way(direction) : Way.UNSAID;
		if (late != Way.UNSAID) {
			rest = direction.group(2);
		}
		Way way = (late != Way.UNSAID) ? late : said;
		Matcher some = SOME.matcher(rest);
		boolean more = some.matches();
		String behind = more ? some.group(2) : found(BEHIND, rest, false);
		rest = more ? some.group(1) + some.group(3) : rest.substring(0, rest.length() - behind.length()).strip();
		Shape first = BEFORE.get(before.toLowerCase(Locale.ROOT));
		Shape second = more ? Shape.ABOVE : BEHIND.get(behind.toLowerCase(Locale.ROOT));
		if (first == null && second == null) {
			return new None();
		}
		if (first != null && second != null && first != second) {
			return new Refused("range",
					Text.format("“%s”和“%s”同时出现，无法判断", "\"%s\" and \"%s\" together are ambiguous", before, behind));
		}
		Shape shape = (first != null) ? first : second;
		Text form = form(before, behind, more, Objects.requireNonNull(shape));
		return number(rest, unit, (number) -> taken(shape, form, number, way));
	}

	/** Over −5 may be meant as a decrease that is larger, or as a number that is. */
	private static Result taken(@Nullable Shape shape, Text form, BigDecimal number, Way way) {
		if (shape == null || (number.signum() < 0 && (way != Way.UNSAID || shape != Shape.ABOUT))) {
			return sign();
		}
		return new Taken((number.signum() < 0) ? new Extent(shape, form, Way.DOWN, number.negate(), null)
				: new Extent(shape, form, way, number, null));
	}

	private static Result sign() {
		return new Refused("sign", new Text("负数无法判断是降幅还是数值；下降请写“下降超5%”“下降2%—3%”",
				"with a minus it is ambiguous; write a decrease in words, as in 下降超5%"));
	}

	/** The longest of some words that a text begins or ends with; empty for none. */
	private static String found(Map<String, Shape> words, String text, boolean before) {
		return words.keySet()
			.stream()
			.filter((word) -> before ? text.regionMatches(true, 0, word, 0, word.length())
					: text.regionMatches(true, text.length() - word.length(), word, 0, word.length()))
			.max(Comparator.comparingInt(String::length))
			.map((word) -> before ? text.substring(0, word.length()) : text.substring(text.length() - word.length()))
			.orElse("");
	}

	/** The words as they were found, in the other language their own. */
	private static Text form(String before, String behind, boolean more, Shape shape) {
		Text usual = usual(shape);
		String said = more ? before + "%1$s" + behind + "%2$s" : before + NUMBER + behind;
		boolean english = (before + behind).matches(".*[A-Za-z].*");
		String spaced = before + (before.isEmpty() ? "" : " ") + NUMBER + (behind.isEmpty() ? "" : " ") + behind;
		return english ? new Text(usual.zh(), spaced) : new Text(said, usual.en());
	}

	private static Text usual(Shape shape) {
		return switch (shape) {
			case ABOVE -> new Text("超过" + NUMBER, "over " + NUMBER);
			case FROM -> new Text("不低于" + NUMBER, "at least " + NUMBER);
			case BELOW -> new Text("不到" + NUMBER, "less than " + NUMBER);
			case UP_TO -> new Text("不超过" + NUMBER, "at most " + NUMBER);
			case NEARLY -> new Text("近" + NUMBER, "nearly " + NUMBER);
			case ABOUT -> new Text("约" + NUMBER, "about " + NUMBER);
			case BETWEEN -> Text.same("%1$s—%3$s%2$s");
		};
	}

	private static Result number(String text, String unit, Function<BigDecimal, Result> taken) {
		return switch (TypedNumber.asWritten(text, unit)) {
			case TypedNumber.Taken number -> taken.apply(number.value());
			case TypedNumber.Refused refused -> new Refused(refused.rule(), refused.reason());
			case TypedNumber.Blank() -> new None();
		};
	}

}
