package org.targetmonitor.input;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decimal numbers as people and programs write them, taken exactly or refused with a
 * reason.
 */
public final class Numbers {

	/** Digits that a number may have in all; more is a mistake, not a measurement. */
	private static final int DIGITS = 24;

	private static final int DECIMALS = 10;

	/** 10^15: beyond every amount a government counts, in any unit used. */
	private static final int WHOLE_DIGITS = 15;

	private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?([eE][+-]?[0-9]{1,6})?");

	private Numbers() {
	}

	/** The outcome of reading a number. */
	public sealed interface Result {

	}

	/** It is a number. */
	public record Exact(BigDecimal value) implements Result {
	}

	/** It is none, or one that cannot be meant. */
	public record NotANumber(String rule, Text reason) implements Result {
	}

	/** Reads {@code text} without any rounding. */
	public static Result read(String given) {
		String text = given.strip();
		if (!DECIMAL.matcher(text).matches()) {
			return new NotANumber("number",
					Text.format("“%s”不是数字，%s", "\"%s\" is not a number: %s", shortened(text), hint(text)));
		}
		BigDecimal value = new BigDecimal(text);
		if (value.signum() != 0 && (long) value.precision() - value.scale() > WHOLE_DIGITS) {
			return new NotANumber("range",
					Text.format("%s超出可填范围", "%s is beyond the range of any unit", shortened(text)));
		}
		if (value.precision() > DIGITS || value.scale() > DECIMALS) {
			return new NotANumber("digits", Text.format("位数过多：最多%d位有效数字、%d位小数",
					"too many digits: at most %d in all and %d decimals", DIGITS, DECIMALS));
		}
		return new Exact((value.scale() < 0) ? value.setScale(0) : value);
	}

	/** What to do where somebody says that there is no number. */
	static Optional<Text> hintOfNone(String text) {
		return (text.isEmpty() || text.matches("[-—–/]+|无|无数据|暂无"))
				? Optional.of(new Text("没有数据时请不填数值，用状态 L（有数未收）或 M（无此数）并说明原因",
						"where there is none, leave it out and use status L or M with a reason"))
				: Optional.empty();
	}

	/**
	 * What to do about what is written where a program or a plan file gives a number: a
	 * field that people fill in takes more ({@link TypedNumber}).
	 */
	private static Text hint(String text) {
		Optional<Text> none = hintOfNone(text);
		if (none.isPresent()) {
			return none.get();
		}
		if (text.matches(".*[下降减−－].*")) {
			return new Text("下降请用半角负号，如 -1.2", "a decrease is written with a plain minus, like -1.2");
		}
		if (text.codePoints().anyMatch(Numbers::isFullWidth)) {
			return new Text("请改用半角数字和小数点", "use plain digits and a plain decimal point");
		}
		if (text.contains(",")) {
			return new Text("请勿用千分位逗号，小数点请用“.”", "no thousands separators, and a point for decimals");
		}
		return new Text("请只填数字，不带单位和百分号", "give digits only, without unit or percent sign");
	}

	private static boolean isFullWidth(int character) {
		return (character >= 0xFF01 && character <= 0xFF5E) || character == '。';
	}

	/**
	 * A number for people: plain digits, no exponent, no zeros that were not published.
	 */
	public static String plain(BigDecimal value) {
		return value.toPlainString();
	}

	static String shortened(String text) {
		return (text.length() <= 30) ? text : text.substring(0, 30) + "…";
	}

}
