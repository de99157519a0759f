package org.targetmonitor.input;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ten thousands and hundred millions of a unit: 3.5万人 are 35000人, 1.2万亿元 are 12000亿元.
 */
final class BigUnit {

	private static final Map<String, Integer> POWERS = Map.of("万", 4, "亿", 8, "万亿", 12);

	private static final Pattern PARTS = Pattern.compile("(万亿|亿|万)?(.*)");

	/** Of what is no number of things there are no ten thousands. */
	private static final Set<String> NONE = Set.of("", "%", "‰", "位", "名");

	private static final BigDecimal HUNDRED_MILLION = BigDecimal.TEN.pow(8);

	private BigUnit() {
	}

	/**
	 * By how many powers of ten a number moves from one unit to a smaller one of the
	 * same; 0 where it does not, or it could mean another. The word for the unit itself
	 * may be missing: 3.5万.
	 */
	static int powers(String found, String unit) {
		Matcher from = PARTS.matcher(found);
		Matcher to = PARTS.matcher(unit);
		if (NONE.contains(unit) || !from.matches() || !to.matches()) {
			return 0;
		}
		String base = from.group(2).strip();
		boolean same = base.isEmpty() || base.equals(to.group(2));
		return same ? Math.max(power(from) - power(to), 0) : 0;
	}

	/**
	 * A number in front of its unit; what was written in ten thousands, and so has no
	 * ones, is said in them in Chinese.
	 */
	static Text words(BigDecimal number, Text unit) {
		String plain = Numbers.plain(number);
		if (number.scale() >= 0) {
			return Text.same(plain);
		}
		boolean more = number.abs().compareTo(HUNDRED_MILLION) >= 0 && !unit.zh().matches("[万亿].*");
		return new Text(more ? Numbers.plain(number.scaleByPowerOfTen(-8)) + "亿"
				: Numbers.plain(number.scaleByPowerOfTen(-4)) + "万", plain);
	}

	private static int power(Matcher parts) {
		return (parts.group(1) == null) ? 0 : POWERS.getOrDefault(parts.group(1), 0);
	}

}
