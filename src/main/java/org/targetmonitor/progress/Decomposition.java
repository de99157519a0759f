package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

/**
 * A target split into parts: what is allocated, how each part stands, and what their
 * figures come to.
 *
 * @param whole the target
 * @param allocation what is allocated, held against the whole
 * @param parts how each part stands
 * @param rollUps what their figures come to, by period, the newest first
 */
public record Decomposition(TargetProgress whole, Allocation allocation, List<TargetProgress> parts,
		List<RollUp> rollUps) {

	public Decomposition {
		parts = List.copyOf(parts);
		rollUps = List.copyOf(rollUps);
	}

	/** Of a target of a plan; empty where it has no parts. */
	public static Optional<Decomposition> of(PlanStanding standing, TargetProgress shown) {
		TargetProgress whole = shown.written();
		List<Target> parts = standing.plan().parts(whole.indicator());
		if (parts.isEmpty()) {
			return Optional.empty();
		}
		Figures figures = standing.judgedBy();
		List<RollUp> rollUps = periods(whole.target(), parts, figures)
			.map((period) -> RollUp.of(whole.target(), parts, figures, period))
			.toList();
		return Optional.of(new Decomposition(whole, Allocation.of(whole.target(), parts),
				parts.stream().flatMap((part) -> standing.target(part.indicator()).stream()).toList(), rollUps));
	}

	private static Stream<Period> periods(Target whole, List<Target> parts, Figures figures) {
		return Objects.requireNonNull(whole.reporting())
			.periods()
			.stream()
			.filter((period) -> parts.stream().anyMatch((part) -> RollUp.value(part, figures, period).isPresent()))
			.sorted(Comparator.reverseOrder());
	}

	/**
	 * Whether the parts' numbers add up to the whole's: quantities do; averages, stocks
	 * and quotients cannot be told apart here, so that they are weighed, and so are
	 * rates.
	 */
	static boolean adds(Measurement measurement) {
		return measurement.measure() == Measure.LEVEL
				|| (measurement.measure() == Measure.VALUE && measurement.accumulation() == Accumulation.YEAR_TO_DATE);
	}

	static Text names(List<Target> parts) {
		return Text.join(parts.stream().map(Decomposition::partName).toList(), new Text("、", ", "));
	}

	/** A part's own name, without that of the whole. */
	public static Text partName(Target part) {
		return part.entry().ownName().orElse(part.name());
	}

	/** The name of a part, without that of the whole. */
	public Text nameOf(TargetProgress part) {
		return partName(part.target());
	}

	/** A part's judged value, or of what is not judged the newest one, with its unit. */
	public Optional<String> actual(TargetProgress part) {
		Measurement measurement = Objects.requireNonNull(part.target().measurement());
		return part.value().map((value) -> SignedWords.value(value, measurement)).or(() -> part.extent().map(Text::zh));
	}

	/** A part's goal in words; nothing allocated is said. */
	public Text goalWords(TargetProgress part) {
		return part.target().goal().judges() ? part.target().goalWords(Text.same(""))
				: new Text("未分解", "nothing allocated");
	}

	/**
	 * What a part is of its whole, in percent: of the weights, else of what is allocated
	 * where that adds up; empty where neither is known.
	 */
	public Optional<String> percentOfWhole(TargetProgress part) {
		List<Optional<BigDecimal>> all = this.parts.stream().map(this::size).toList();
		if (all.stream().anyMatch(Optional::isEmpty)) {
			return Optional.empty();
		}
		BigDecimal total = all.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add);
		return size(part).filter((size) -> total.signum() > 0)
			.map((size) -> size.multiply(BigDecimal.valueOf(100)).divide(total, 1, RoundingMode.HALF_UP))
			.map((percent) -> Numbers.plain(percent));
	}

	private Optional<BigDecimal> size(TargetProgress part) {
		return part.target()
			.entry()
			.weight()
			.or(() -> adds(measurement()) ? part.target().goal().number() : Optional.empty());
	}

	/** What is allocated, in words. */
	public Text allocationWords() {
		return this.allocation.words(measurement());
	}

	/** What a roll-up says: what the parts come to, beside the whole's own figure. */
	public Text words(RollUp rollUp) {
		BigDecimal value = rollUp.value();
		if (value == null) {
			return new Text("未设权重，也没有总量，不能汇总", "there are neither weights nor levels to put them together by");
		}
		Text unit = measurement().unitWords();
		String size = Numbers.plain(Allocation.shown(value, measurement()));
		if (!rollUp.missing().isEmpty()) {
			return Text.format("仅就已报的部分汇总为%s%s，不代表整体；缺：%s",
					"%s%s over the parts reported alone, not the whole; missing: %s", size, unit,
					names(rollUp.missing()));
		}
		BigDecimal own = rollUp.own();
		if (own == null) {
			return Text.format("各部分汇总%s%s，整体尚无已审核数", "%s%s rolled up; the whole has no approved figure", size, unit);
		}
		return Text.format("各部分汇总%s%s，整体上报%s%s，%s", "%s%s rolled up, %s%s reported for the whole, %s", size, unit,
				Numbers.plain(own), unit, rollUp.difference().map(this::differs).orElseThrow());
	}

	private Text differs(BigDecimal difference) {
		BigDecimal shown = Allocation.shown(difference, measurement());
		Text size = measurement().difference(shown);
		return switch (shown.signum()) {
			case 1 -> Text.format("汇总高%s", "the roll-up is %s higher", size);
			case -1 -> Text.format("汇总低%s", "the roll-up is %s lower", size);
			default -> new Text("两者一致", "the two agree");
		};
	}

	private Measurement measurement() {
		return Objects.requireNonNull(this.whole.target().measurement());
	}

}
