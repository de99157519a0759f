package org.targetmonitor.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.TypedNumber;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.progress.Status;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.WhatIf;
import org.targetmonitor.progress.WhatIfWords;

/**
 * The question "which rest of the year meets the target?" as an indicator's page asks it.
 *
 * @param label what is typed
 * @param unit the unit of what is typed, as people write it
 * @param thresholds which rest of the year meets the target
 * @param exactly the same before rounding; null of quantities
 * @param slider what the slider goes over
 * @param typed what stands in the field
 * @param answer what comes of it
 */
public record WhatIfPanel(Text label, String unit, Text thresholds, @Nullable Text exactly, Slider slider, String typed,
		Answer answer) {

	/** A slider goes that far to either side of the thresholds of a growth, in points. */
	private static final BigDecimal ROOM = BigDecimal.valueOf(3);

	/** A slider has at least so many steps. */
	private static final int STEPS = 100;

	/** The bounds and step of a slider, as HTML writes numbers. */
	public record Slider(String low, String high, String step) {
	}

	/**
	 * What comes of what was typed.
	 *
	 * @param mark good, bad or, of what was refused, warn
	 * @param words where the year ends, or why it was refused
	 * @param unrounded the year before rounding; null of what was refused and of
	 * quantities
	 */
	public record Answer(String mark, Text words, @Nullable Text unrounded) {
	}

	/**
	 * Empty where the question cannot be asked.
	 * @param typed what was typed; null for what would bring the goal's number itself
	 */
	public static Optional<WhatIfPanel> of(TargetProgress progress, @Nullable String typed) {
		return WhatIf.of(progress).map((whatIf) -> of(progress, whatIf, typed));
	}

	private static WhatIfPanel of(TargetProgress progress, WhatIf whatIf, @Nullable String typed) {
		Measurement measurement = Objects.requireNonNull(progress.target().measurement());
		WhatIfWords words = new WhatIfWords(whatIf);
		String field = (typed != null) ? typed.strip() : Numbers.plain(suggested(whatIf, measurement));
		Text label = Text.format(whatIf.isQuantity() ? "%s新增" : "%s增速",
				whatIf.isQuantity() ? "What %s adds" : "Growth of %s",
				OutlookWords.rest(progress.target(), whatIf.period()));
		return new WhatIfPanel(label, measurement.unitSign(), words.thresholds(), words.exactly().orElse(null),
				slider(progress, whatIf, measurement), field, answer(whatIf, words, measurement, field));
	}

	private static BigDecimal suggested(WhatIf whatIf, Measurement measurement) {
		int decimals = measurement.decimals() + (whatIf.isQuantity() ? 0 : 1);
		BigDecimal required = whatIf.required().setScale(decimals, RoundingMode.HALF_UP);
		return whatIf.isQuantity() ? required.max(BigDecimal.ZERO) : required;
	}

	private static Slider slider(TargetProgress progress, WhatIf whatIf, Measurement measurement) {
		if (whatIf.isQuantity()) {
			BigDecimal number = progress.target().goal().number().orElseThrow();
			BigDecimal high = whatIf.required()
				.add(whatIf.required())
				.max(number.movePointLeft(1))
				.setScale(0, RoundingMode.CEILING)
				.min(whatIf.most());
			return new Slider("0", Numbers.plain(high), Numbers.plain(step(high, measurement)));
		}
		BigDecimal now = progress.judged().orElseThrow().actual();
		BigDecimal low = Stream.of(whatIf.met(), whatIf.required(), now).reduce(now, BigDecimal::min);
		BigDecimal high = Stream.of(whatIf.met(), whatIf.required(), now).reduce(now, BigDecimal::max);
		return new Slider(Numbers.plain(low.subtract(ROOM).setScale(0, RoundingMode.FLOOR)),
				Numbers.plain(high.add(ROOM).setScale(0, RoundingMode.CEILING)),
				Numbers.plain(BigDecimal.ONE.movePointLeft(measurement.decimals() + 1)));
	}

	/** The largest power of ten that is small enough, but no finer than is published. */
	private static BigDecimal step(BigDecimal range, Measurement measurement) {
		int digits = range.precision() - range.scale() - String.valueOf(STEPS).length();
		return BigDecimal.ONE.scaleByPowerOfTen(Math.max(digits, -measurement.decimals()))
			.setScale(measurement.decimals(), RoundingMode.UNNECESSARY);
	}

	private static Answer answer(WhatIf whatIf, WhatIfWords words, Measurement measurement, String typed) {
		return switch (TypedNumber.read(typed, measurement.unit())) {
			case TypedNumber.Blank blank -> refused(new Text("请填写一个数字。", "Type a number."));
			case TypedNumber.Refused refused -> refused(refused.reason());
			case TypedNumber.Taken taken -> whatIf.refusal(taken.value())
				.map(WhatIfPanel::refused)
				.orElseGet(() -> answer(whatIf.year(taken.value()), words, whatIf));
		};
	}

	private static Answer answer(WhatIf.Year year, WhatIfWords words, WhatIf whatIf) {
		String missed = whatIf.isNeverRed() ? "warn" : "bad";
		return new Answer((year.status() == Status.ACHIEVED) ? "good" : missed, words.year(year),
				whatIf.isQuantity() ? null : words.unrounded(year));
	}

	private static Answer refused(Text reason) {
		return new Answer("warn", reason, null);
	}

}
