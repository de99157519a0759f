package org.targetmonitor.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as staff type or paste it: full-width digits, thousands separators, a percent
 * sign, the unit, a decrease in words. What can mean one thing only is taken, everything
 * else is refused with a reason.
 */
public final class TypedNumber {

	private static final String PERCENT = "percent";

	private static final Pattern DASH = Pattern.compile("^[\u2010-\u2015\u2212\uFE63\u30FC]");

	private static final Pattern DECREASE = Pattern.compile("^(同比)?(下降|减少|降低|负)(.+)$");

	private static final Pattern INCREASE = Pattern.compile("^(同比)?(增长|增加|上升|提高)(.+)$");

	/** A group of thousands never begins with a zero: 0,500 may be 0.5. */
	private static final Pattern GROUPED = Pattern.compile("-?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?");

	private static final Pattern PARTED = Pattern.compile("^-?[0-9][0-9,.]*+[ '’‘`\\u2009\\u202F]+[0-9]");

	private static final Pattern WITH_UNIT = Pattern.compile("^(-?[0-9][0-9,.]*)\\s*([^0-9,.\\s].*)$");

	/** The unit of ranks, as a plan has it. */
	private static final String PLACE = "位";

	/** 第4位, 第4名, 并列第4 and 4th are the fourth place. */
	private static final Pattern PLACED = Pattern
		.compile("(?:并列)?(?:居|位居|位列|排名?)?第?\\s*([0-9]+)\\s*(?:位|名|st|nd|rd|th)?");

	private TypedNumber() {
	}

	/** The outcome of reading what was typed. */
	public sealed interface Result {

	}

	/** Nothing was typed. */
	public record Blank() implements Result {
	}

	/**
	 * It is a number.
	 *
	 * @param value the number
	 * @param rewritten whether it was typed in another way than {@link Numbers} takes, so
	 * that what was understood has to be shown
	 */
	public record Taken(BigDecimal value, boolean rewritten) implements Result {
	}

	/** It is none, or could mean more than one. */
	public record Refused(String rule, Text reason) implements Result {
	}

	/**
	 * Reads what was typed for a number in a unit.
	 * @param unit the unit of the field, {@code percent} for rates
	 */
	public static Result read(String given, String unit) {
		return switch (asWritten(given, unit)) {
			case Taken taken when taken.value().scale() < 0 ->
				new Taken(taken.value().setScale(0, RoundingMode.UNNECESSARY), taken.rewritten());
			case Result other -> other;
		};
	}

	/**
	 * The same with as many digits as were written: 3.5万 are 35 thousands and no 35000
	 * units.
	 */
	static Result asWritten(String given, String unit) {
		String text = plain(given).strip();
		if (text.isEmpty()) {
			return new Blank();
		}
		if (unit.equals(PERCENT) && text.matches("(同比)?持平")) {
			return new Taken(BigDecimal.ZERO, true);
		}
		Matcher placed = PLACED.matcher(text);
		if (unit.equals(PLACE) && placed.matches()) {
			return Reading.of(placed.group(1)).read(given.strip(), unit);
		}
		return signed(text).then(TypedNumber::inOne)
			.then((number) -> withoutUnit(number, unit))
			.then(TypedNumber::ungrouped)
			.read(given.strip(), unit);
	}

	/** What to do about it, by what this field takes. */
	private static Text hint(String text, String unit) {
		Optional<Text> none = Numbers.hintOfNone(text);
		if (none.isPresent()) {
			return none.get();
		}
		if (text.matches("-?(\\.[0-9]+|[0-9]+\\.)")) {
			return new Text("小数点前后都要有数字，如 0.5", "there are digits on both sides of a point, as in 0.5");
		}
		if (text.matches(".*[下降减].*")) {
			return new Text("下降请只填负数，如 -1.2", "write a decrease as -1.2");
		}
		if (unit.equals(PLACE)) {
			return new Text("请填第几位，如 4 或 第4位", "give the place, as 4");
		}
		if (unit.isEmpty()) {
			return new Text("请只填一个数字", "give one number only");
		}
		return Text.format("请只填一个数字，最多带上本栏的单位（%s）", "give one number, with at most the unit of this field (%s)",
				unit.equals(PERCENT) ? "%" : unit);
	}

	/**
	 * The same with ASCII for full-width characters and plain blanks. Nothing else is
	 * folded: 5.2① is no 5.21, and 5.2² no 5.22.
	 */
	public static String plain(String given) {
		return given.codePoints()
			.map((character) -> (character >= 0xFF01 && character <= 0xFF5E) ? character - 0xFEE0
					: (character == 0x3000 || character == 0xA0) ? ' ' : character)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/** A decrease in words, or with another dash than the plain one, gets a minus. */
	private static Reading signed(String text) {
		String plain = DASH.matcher(text).replaceFirst("-").replaceFirst("^\\+\\s*(?=[0-9])", "");
		plain = plain.replaceFirst("^-\\s+(?=[0-9])", "-").replaceFirst("(?<=[0-9])。(?=[0-9])", ".");
		Matcher decrease = DECREASE.matcher(plain);
		Matcher increase = INCREASE.matcher(plain);
		if (decrease.matches()) {
			return one(decrease.group(3).strip(), "-");
		}
		return increase.matches() ? one(increase.group(3).strip(), "") : Reading.of(plain);
	}

	/** After a word for the direction no further sign may stand. */
	private static Reading one(String number, String sign) {
		if (number.startsWith("-") || DASH.matcher(number).find()) {
			return Reading.refused("sign", new Text("文字与负号同时出现，无法判断增减；下降请只填负数，如 -1.2",
					"words and a minus together are ambiguous; write a decrease as -1.2"));
		}
		return Reading.of(sign + number);
	}

	private static Reading withoutUnit(String text, String unit) {
		Matcher parts = WITH_UNIT.matcher(text);
		if (!parts.matches() || parts.group(2).matches("[eE][+-]?[0-9]+")) {
			return Reading.of(text);
		}
		String found = parts.group(2).strip();
		String expected = unit.equals(PERCENT) ? "%" : unit;
		String folded = Normalizer.normalize(found, Normalizer.Form.NFKC);
		if (folded.equals(Normalizer.normalize(expected, Normalizer.Form.NFKC))) {
			return Reading.of(parts.group(1));
		}
		int powers = BigUnit.powers(folded, expected);
		return (powers > 0) ? new Reading(parts.group(1), powers, Optional.empty())
				: Reading.refused("unit", Text.format("单位应为%s，不能填“%s”；请换算后只填数字",
						"the unit here is %s, not \"%s\"; convert it and give the number only", expected, found));
	}

	/** Blanks and apostrophes between digits may group thousands, or part two numbers. */
	private static Reading inOne(String text) {
		return PARTED.matcher(text).find()
				? Reading
					.refused("separator",
							new Text("数字中间有空格或撇号；请去掉后只填一个数字",
									"blanks or apostrophes stand within the number; leave them out"))
				: Reading.of(text);
	}

	private static Reading ungrouped(String text) {
		if (!text.contains(",") || GROUPED.matcher(text).matches()) {
			return Reading.of(text.replace(",", ""));
		}
		return misgrouped();
	}

	private static Reading misgrouped() {
		return Reading.refused("separator", new Text("逗号的位置不像千分位（应每三位一个，且不以0开头）；小数点请用“.”",
				"the commas do not group thousands; use a point for decimals"));
	}

	/** What is left to read, of how many powers of ten, or why reading ended. */
	private record Reading(String text, int powers, Optional<Refused> refused) {

		static Reading of(String text) {
			return new Reading(text, 0, Optional.empty());
		}

		static Reading refused(String rule, Text reason) {
			return new Reading("", 0, Optional.of(new Refused(rule, reason)));
		}

		Reading then(Function<String, Reading> next) {
			if (this.refused.isPresent()) {
				return this;
			}
			Reading read = next.apply(this.text);
			return new Reading(read.text, this.powers + read.powers, read.refused);
		}

		/** Noughts at the end of 30万 count as little as those of 300000. */
		private BigDecimal raised(BigDecimal number) {
			return (this.powers == 0) ? number : (number.scale() > 0) ? number.scaleByPowerOfTen(this.powers)
					: number.stripTrailingZeros().scaleByPowerOfTen(this.powers);
		}

		Result read(String given, String unit) {
			if (this.refused.isPresent()) {
				return this.refused.get();
			}
			return switch (Numbers.read(this.text)) {
				case Numbers.Exact exact -> new Taken(raised(exact.value()), !this.text.equals(given));
				case Numbers.NotANumber none when none.rule().equals("number") ->
					new Refused(none.rule(), Text.format("“%s”不是数字，%s", "\"%s\" is not a number: %s",
							Numbers.shortened(this.text), hint(this.text, unit)));
				case Numbers.NotANumber none -> new Refused(none.rule(), none.reason());
			};
		}

	}

}
