package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Numbers;

/**
 * Finds in a report's own wording how it says a goal: 6%以上 and not 不低于6%, 小于5.5% and not
 * 低于5.5%.
 */
final class ReportsWords {

	/** 突破1万亿元 is said of 10000亿元. */
	private static final int TEN_THOUSAND = 4;

	private static final List<String> NONE = List.of("清零", "零发生", "零增长");

	private ReportsWords() {
	}

	/** Empty where the wording has none of the goal's phrases with its number. */
	static Optional<String> of(Target target) {
		Measurement measurement = target.measurement();
		BigDecimal number = target.goal().number().orElse(null);
		if (measurement == null || number == null) {
			return Optional.empty();
		}
		String wording = target.wording().replace('％', '%').replace(" ", "");
		if (target.goal().isStrict() && number.signum() == 0 && wording.contains("正增长")) {
			return Optional.of("正增长");
		}
		if (target.goal().isNone()) {
			return NONE.stream().filter(wording::contains).findFirst();
		}
		return Stream
			.of(Numbers.plain(number), Numbers.plain(number.stripTrailingZeros()),
					Numbers.plain(number.movePointLeft(TEN_THOUSAND).stripTrailingZeros()) + "万")
			.map((written) -> written + measurement.unitSign())
			.distinct()
			.flatMap((amount) -> target.goal().phrases().stream().map((phrase) -> phrase.formatted(amount)))
			.filter((phrase) -> stands(wording, phrase))
			.findFirst();
	}

	/** 6%以上 does not stand in 16%以上. */
	private static boolean stands(String wording, String phrase) {
		int at = wording.indexOf(phrase);
		return at >= 0 && (at == 0 || !isOfANumber(wording.charAt(at - 1)) || !isOfANumber(phrase.charAt(0)));
	}

	private static boolean isOfANumber(char one) {
		return (one >= '0' && one <= '9') || one == '.' || one == '-';
	}

}
