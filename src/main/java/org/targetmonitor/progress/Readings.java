package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Target;

/**
 * Judges figures that were published without an exact number: by the same formula, once
 * for each reading that can be told apart. Where all give one verdict, it is given.
 */
final class Readings {

	private final Target target;

	private final Series subject;

	private final Function<String, Optional<Target>> targets;

	private final Period period;

	private final Opposite.Against against;

	Readings(Target target, Series subject, Function<String, Optional<Target>> targets, Period period,
			Opposite.Against against) {
		this.target = target;
		this.subject = subject;
		this.targets = targets;
		this.period = period;
		this.against = against;
	}

	/** Judges one reading. */
	interface Formula {

		Judge.Judged judged(BigDecimal actual, @Nullable BigDecimal operand);

	}

	Judge.Judged judged(Formula formula) {
		List<Judge.Judged> all = new ArrayList<>();
		List<@Nullable BigDecimal> operands = operands();
		for (BigDecimal operand : operands) {
			List<BigDecimal> actuals = actuals();
			List<Judge.Judged> outermost = actuals.stream().map((actual) -> formula.judged(actual, operand)).toList();
			all.addAll(outermost);
			within(outermost, operand).forEach((actual) -> all.add(formula.judged(actual, operand)));
		}
		List<Judge.Judged> ends = List.copyOf(all);
		actuals()
			.forEach((actual) -> turns(actual, ends).forEach((operand) -> all.add(formula.judged(actual, operand))));
		return together(all);
	}

	/**
	 * Where what an operand asks for turns between its outermost readings: at 0, towards
	 * which the line of an elasticity falls from both sides, and at the year before that
	 * a change shut on both sides is met by, at the year's end or on its pace.
	 */
	private Stream<BigDecimal> turns(BigDecimal actual, List<Judge.Judged> outermost) {
		Extent extent = this.against.extent();
		if (extent == null) {
			return Stream.empty();
		}
		Stream<BigDecimal> met = this.target.goal().isAgainstYearBefore() ? beforeThatMeets(actual, outermost)
				: Stream.empty();
		return Stream.concat(Stream.of(BigDecimal.ZERO), met).filter(extent::holds).distinct();
	}

	private Stream<BigDecimal> beforeThatMeets(BigDecimal actual, List<Judge.Judged> outermost) {
		BigDecimal change = this.target.goal().whole(BigDecimal.ZERO);
		Stream<BigDecimal> onPace = outermost.stream()
			.flatMap((judged) -> Stream.ofNullable(judged.verdict()))
			.flatMap((verdict) -> Stream.ofNullable(verdict.headway()))
			.map(Headway::pace)
			.filter((pace) -> pace.signum() > 0)
			.map((pace) -> actual.divide(pace, MathContext.DECIMAL128));
		return Stream.concat(Stream.of(actual), onPace).map((whole) -> whole.subtract(change));
	}

	private @Nullable Extent extent() {
		return this.subject.extents().get(this.period);
	}

	private List<BigDecimal> actuals() {
		Extent extent = extent();
		return (extent != null) ? extent.outermost() : List.of(exact());
	}

	private BigDecimal exact() {
		return Objects.requireNonNull(this.subject.values().get(this.period));
	}

	private List<@Nullable BigDecimal> operands() {
		List<@Nullable BigDecimal> operands = new ArrayList<>();
		if (this.against.extent() != null) {
			operands.addAll(this.against.extent().outermost());
		}
		else {
			operands.add(this.against.value());
		}
		return operands;
	}

	/**
	 * A goal that is shut on both sides may be met between two readings that miss it: on
	 * its line, or of a quantity on its pace.
	 */
	private Stream<BigDecimal> within(List<Judge.Judged> outermost, @Nullable BigDecimal operand) {
		Extent extent = extent();
		if (extent == null) {
			return Stream.empty();
		}
		return outermost.stream()
			.flatMap((judged) -> Stream.ofNullable(judged.verdict()))
			.flatMap((verdict) -> points(verdict, operand))
			.filter(extent::holds);
	}

	private Stream<BigDecimal> points(Verdict verdict, @Nullable BigDecimal operand) {
		Headway headway = verdict.headway();
		return (headway == null) ? Stream.of(verdict.comparison().line())
				: Stream.of(verdict.comparison().line(), headway.pace()
					.multiply(this.target.goal().whole(Objects.requireNonNullElse(operand, BigDecimal.ZERO))));
	}

	private Judge.Judged together(List<Judge.Judged> all) {
		Judge.Judged first = all.getFirst();
		if (first.verdict() == null && all.stream().allMatch(first::equals)) {
			return first;
		}
		List<Verdict> verdicts = all.stream().flatMap((judged) -> Stream.ofNullable(judged.verdict())).toList();
		boolean met = verdicts.stream().allMatch(Verdict::met);
		boolean agree = verdicts.size() == all.size() && (met || verdicts.stream().noneMatch(Verdict::met));
		if (!agree) {
			return Judge.Judged.grey(Status.NOT_ASSESSABLE, differ());
		}
		Set<Status> statuses = all.stream().map(Judge.Judged::status).collect(Collectors.toSet());
		Status status = (statuses.size() == 1) ? first.status() : met ? Status.ON_TRACK : Status.AT_RISK;
		return new Judge.Judged(status, null, null, inexact(verdicts.getFirst(), met, statuses.size() == 1 || met));
	}

	private Inexact inexact(Verdict reading, boolean met, boolean howFar) {
		Extent extent = extent();
		boolean growth = measurement().measure() == Measure.GROWTH;
		boolean crosses = extent != null && extent.first().signum() < 0;
		Text size = (extent != null) ? growth ? extent.size(unit()) : extent.words(unit()) : Text.format("%s%s", "%s%s",
				growth ? Numbers.plain(exact().abs()) : SignedWords.plain(exact()), unit());
		boolean decrease = (extent != null) ? extent.down() : exact().signum() < 0;
		return new Inexact(this.period, this.target.isDecidedBy(this.period), met, size, decrease, crosses,
				this.subject.revision(this.period).orElseThrow(), operand().orElse(null), this.against.revision(),
				howFar, reading);
	}

	private Optional<Text> operand() {
		return Optional.ofNullable(this.against.extent())
			.map((extent) -> extent.words(unit()))
			.or(() -> Optional.ofNullable(this.against.value())
				.map((value) -> Text.format("%s%s", "%s%s", SignedWords.plain(value), unit())));
	}

	/** What is not exact, and that its readings differ. */
	private Text differ() {
		List<Text> said = new ArrayList<>();
		Optional.ofNullable(extent())
			.ifPresent((extent) -> said
				.add(Text.format("%s公布数为“%s”", "the figure published for %s is \"%s\"", when(), extent.words(unit()))));
		Optional.ofNullable(this.against.extent())
			.ifPresent((extent) -> said.add(Text.format("%s%s为“%s”", "%s%s is \"%s\"",
					operandName().map((name) -> Text.format("对照的%s", "%s", name))
						.orElse(new Text("上年数", "last year's figure")),
					operandName().isPresent() ? when(true) : Text.same(""), extent.words(unit()))));
		return Text.format("%s，没有确切数值，按不同读法结论不同（目标：%s）",
				"%s: not exact, and its readings give different verdicts (target: %s)",
				Text.join(said, new Text("，", "; ")), this.target.goalWords(operandName().orElse(Text.same(""))));
	}

	private Text when() {
		return PeriodWords.of(this.period, measurement());
	}

	private Text when(boolean behindAName) {
		return behindAName ? Text.format("%s", " of %s", when()) : when();
	}

	private Optional<Text> operandName() {
		return this.target.goal().operand().flatMap(this.targets).map(Target::name);
	}

	private Measurement measurement() {
		return this.subject.measurement();
	}

	private Text unit() {
		return measurement().unitWords();
	}

}
