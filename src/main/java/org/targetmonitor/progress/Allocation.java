package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/**
 * What is allocated to the parts of a target, held against the whole: the sum of what
 * adds up, else the mean by weight.
 *
 * @param total what the parts' numbers come to; null where that cannot be said
 * @param difference total − the whole's number, 0 within half a unit of the last decimal;
 * null where it cannot be said
 * @param why why it cannot be said; null where it can
 */
public record Allocation(@Nullable BigDecimal total, @Nullable BigDecimal difference, @Nullable Text why) {

	/**
	 * Holds the parts' goals against the whole's.
	 * @param whole the target
	 * @param parts what it is split into, in any order
	 */
	static Allocation of(Target whole, List<Target> parts) {
		Measurement measurement = whole.measurement();
		Optional<BigDecimal> number = whole.goal().number();
		List<Target> without = parts.stream().filter((part) -> part.goal().number().isEmpty()).toList();
		if (measurement == null || number.isEmpty() || whole.goal().operand().isPresent()) {
			return unknown(new Text("整体目标不是一个数，不核对分解数", "the whole's goal is no number to hold the parts against"));
		}
		if (!without.isEmpty()) {
			return unknown(Text.format("尚未分解到：%s", "nothing allocated to: %s", Decomposition.names(without)));
		}
		boolean adds = Decomposition.adds(measurement);
		if (!adds && parts.stream().anyMatch((part) -> part.entry().weight().isEmpty())) {
			return unknown(new Text("未设权重，不核对分解数", "there are no weights to hold the parts against the whole"));
		}
		BigDecimal total = adds ? sum(parts) : mean(parts);
		BigDecimal difference = total.subtract(number.get());
		BigDecimal half = BigDecimal.valueOf(5, measurement.decimals() + 1);
		boolean within = difference.abs().compareTo(half) <= 0;
		return new Allocation(total, within ? BigDecimal.ZERO : difference, null);
	}

	private static Allocation unknown(Text why) {
		return new Allocation(null, null, why);
	}

	private static BigDecimal number(Target part) {
		return part.goal().number().orElseThrow();
	}

	private static BigDecimal sum(List<Target> parts) {
		return parts.stream().map(Allocation::number).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal mean(List<Target> parts) {
		List<BigDecimal> values = parts.stream().map(Allocation::number).toList();
		List<BigDecimal> weights = parts.stream().map((part) -> part.entry().weight().orElseThrow()).toList();
		return mean(values, weights);
	}

	/** Σ value·weight ÷ Σ weight; of one value that value. */
	static BigDecimal mean(List<BigDecimal> values, List<BigDecimal> weights) {
		if (values.size() == 1) {
			return values.getFirst();
		}
		List<BigDecimal> products = new ArrayList<>();
		for (int index = 0; index < values.size(); index++) {
			products.add(values.get(index).multiply(weights.get(index)));
		}
		BigDecimal sum = products.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		return sum.divide(weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add), MathContext.DECIMAL128);
	}

	/** In words: over, under or as the whole. */
	Text words(Measurement measurement) {
		if (this.total == null || this.difference == null) {
			return (this.why != null) ? this.why : new Text("", "");
		}
		Text size = measurement.difference(shown(this.difference, measurement));
		return switch (this.difference.signum()) {
			case 1 -> Text.format("分解超出%s", "allocated %s more than the whole", size);
			case -1 -> Text.format("分解不足%s", "allocated %s less than the whole", size);
			default -> new Text("分解数与整体目标一致", "what is allocated comes to the whole");
		};
	}

	/** With one decimal more than is published, so that a small difference is seen. */
	static BigDecimal shown(BigDecimal number, Measurement measurement) {
		BigDecimal rounded = number.setScale(measurement.decimals() + 1, RoundingMode.HALF_UP);
		BigDecimal published = rounded.setScale(measurement.decimals(), RoundingMode.HALF_UP);
		return (published.compareTo(rounded) == 0) ? published : rounded;
	}

}
