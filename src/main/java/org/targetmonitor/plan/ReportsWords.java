package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * Finds in a report's own wording how it says a goal: 6%以上 and not 不低于6%, 小于5.5% and not
 * 低于5.5%.
 */
final class ReportsWords {

	/** 突破1万亿元 is said of 10000亿元. */
	private static final int TEN_THOUSAND = 4;

	private static final List<String> NONE = List.of("动态清零", "清零", "零发生", "零增长");

	private ReportsWords() {
	}

	/** Empty where the wording has none of the goal's phrases with its number. */
	static Optional<String> of(Target target) {
		Measurement measurement = target.measurement();
		BigDecimal number = target.goal().number().orElse(null);
		if (measurement == null || number == null) {
			return Optional.empty();
		}
		String wording = wording(target);
		if (target.goal().isNone()) {
			return NONE.stream().filter(wording::contains).findFirst();
		}
		return Stream
			.of(Numbers.plain(number), Numbers.plain(number.stripTrailingZeros()),
					Numbers.plain(number.movePointLeft(TEN_THOUSAND).stripTrailingZeros()) + "万")
			.map((written) -> written + measurement.unitSign())
			.distinct()
			.flatMap((amount) -> Stream.concat(
					target.goal()
						.phrases()
						.stream()
						.map((phrase) -> phrase.formatted(amount))
						.filter((phrase) -> stands(wording, phrase)),
					Stream.of(amount).filter((bare) -> isAlone(target, wording, bare))))
			.findFirst();
	}

	/** 增长8%, with nothing behind the number that would make it another goal. */
	private static boolean isAlone(Target target, String wording, String amount) {
		int behind = wording.indexOf(amount) + amount.length();
		boolean rank = Objects.requireNonNull(target.measurement()).measure() == Measure.RANK;
		return target.goal().mayBeSaidBare() && !rank && stands(wording, amount)
				&& (behind == wording.length() || "，；、。,;)）".indexOf(wording.charAt(behind)) >= 0);
	}

	/**
	 * Of a growth that is only asked to be one, or none, in the report's words where it
	 * has some.
	 */
	static Text ofNoNumber(Target target) {
		Goal goal = target.goal();
		NoNumber asked = goal.hasTolerance() ? NoNumber.LEVEL
				: goal.isCeiling() ? (goal.isStrict() ? NoNumber.DOWN : NoNumber.NOT_UP)
						: goal.isStrict() ? NoNumber.UP : NoNumber.NOT_DOWN;
		String wording = wording(target);
		String said = asked.phrases.stream().filter(wording::contains).findFirst().orElse(asked.words.zh());
		return new Text(said, asked.words.en());
	}

	private static String wording(Target target) {
		return target.wording().replace('％', '%').replace(" ", "");
	}

	/** What may be asked of a growth without a number. */
	private enum NoNumber {

		UP(new Text("增长", "growth"), List.of("正增长", "适度增长", "稳定增长", "稳步增长", "平稳增长", "持续增长", "保持增长")),
		NOT_DOWN(new Text("不下降", "no decrease"), List.of("只增不减", "不减少", "不降低")),
		DOWN(new Text("下降", "a decrease"), List.of("继续下降", "持续下降", "稳步下降", "逐步下降", "继续减少", "负增长")),
		NOT_UP(new Text("不增长", "no growth"), List.of("只减不增", "零增长", "不增加", "不上升", "不反弹")),
		LEVEL(new Text("与上年基本持平", "about level with the year before"), List.of("与上年持平", "基本稳定", "保持稳定"));

		private final Text words;

		private final List<String> phrases;

		NoNumber(Text words, List<String> phrases) {
			this.words = words;
			this.phrases = phrases;
		}

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
