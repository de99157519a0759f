package org.targetmonitor.progress;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Per;
import org.targetmonitor.plan.Prices;

/**
 * Says on which different bases two indicators stand that are held against each other.
 */
final class Bases {

	private Bases() {
	}

	/** Prices, and per head or in total. */
	static Optional<Text> different(Series subject, Series operand) {
		List<Text> different = Stream
			.concat(differentPrices(subject, operand).stream(), perHeadAndTotal(subject, operand).stream())
			.toList();
		return different.isEmpty() ? Optional.empty() : Optional.of(Text.join(different, new Text("；", "; ")));
	}

	/** One per head, the other in total; what does not say which differs from nothing. */
	static Optional<Text> perHeadAndTotal(Series subject, Series operand) {
		Per first = subject.measurement().per();
		Per second = operand.measurement().per();
		if (first == null || second == null || first == second) {
			return Optional.empty();
		}
		return Optional.of(Text.format("口径不同：%s为%s，%s为%s", "different bases: %s %s, %s %s", subject.target().name(),
				first.words(), operand.target().name(), second.words()));
	}

	private static Optional<Text> differentPrices(Series subject, Series operand) {
		Prices first = prices(subject);
		Prices second = prices(operand);
		if (first == second) {
			return Optional.empty();
		}
		return Optional.of(Text.format("价格基础不同：%s%s，%s%s", "different price bases: %s %s, %s %s",
				subject.target().name(), at(first), operand.target().name(), at(second)));
	}

	private static Text at(Prices prices) {
		return (prices == Prices.UNSTATED) ? new Text("未说明", "not stated")
				: Text.format("为%s", "at %s", prices.words());
	}

	private static Prices prices(Series series) {
		return Objects.requireNonNullElse(series.measurement().prices(), Prices.UNSTATED);
	}

}
