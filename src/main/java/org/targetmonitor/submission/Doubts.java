package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Prices;
import org.targetmonitor.plan.Target;

/**
 * What makes a figure implausible. Such a figure is taken once its note says why it is
 * right all the same. The numbers in here are this project's own choice.
 */
final class Doubts {

	/** Each may be overridden by a note. */
	static final List<Rule> ALL = List.of(Doubts::hasTheGoalsSign, Slips::valueIsNoShare, Slips::quarterIsNoShare,
			Doubts::isNoJump, Doubts::isNotFarOff, Doubts::isCredible, Slips::quarterIsCredible,
			Slips::quarterIsNotFarOff, Doubts::growthFollowsFromLevels, Slips::growthHasABase,
			Quotients::followsFromItsOperands, Quotients::agreesWithTheirQuotients, Totals::isNotBelowZero,
			Doubts::isNoMoreThanItsWhole, Doubts::isNoLessThanItsParts, UnitSlips::isInTheUsualUnit,
			Totals::doesNotShrink, Totals::doesNotExceedTheNext, Totals::quarterAddsUp, Totals::nextQuarterAddsUp,
			Corrections::keepsItsValue, Corrections::keepsItsLevel, Corrections::keepsItsQuarter,
			Corrections::staysSettled, Extents::isNoSlip);

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Fewer past changes than this are no record. */
	private static final int RECORD = 3;

	/**
	 * A rate that changes by no more than so many units of its last decimal never jumps.
	 */
	private static final int UNITS = 5;

	/** An increment of a quantity may exceed the largest so far by a tenth. */
	private static final BigDecimal TENTH_MORE = new BigDecimal("1.1");

	private static final Text SAY_WHY = new Text("；如确实无误，在说明中写明原因后可报送",
			"; if it is right all the same, say why in note");

	private static final Text SAY_AGAIN = new Text("；说明与原有版次相同，请写明这次的原因",
			"; the note is that of the revision it replaces: say why it is right this time");

	private static final Text SAY_THIS_TOO = new Text("；现有说明写于提出这一疑问之前，请在说明中一并写明原因",
			"; the note was written before this was asked: say in it why this is right, too");

	private Doubts() {
	}

	/**
	 * Doubts by whether the figure's note answers them; a note that the revision before
	 * had already does not, nor one that was written before a doubt was known.
	 *
	 * @param open not explained; the figure is not taken
	 * @param explained overridden by the note
	 */
	record Found(List<Fault> open, List<Fault> explained) {
	}

	/** Asks every rule of every figure of indicators that the plan has. */
	static Found of(Submission submission, Plan plan, Figures known, @Nullable YearBefore before, LocalDate today) {
		return of(submission, plan, known, before, today, Asked.ALL);
	}

	static Found of(Submission submission, Plan plan, Figures known, @Nullable YearBefore before, LocalDate today,
			Asked asked) {
		List<Fault> open = new ArrayList<>();
		List<Fault> explained = new ArrayList<>();
		if (submission.period().year() != plan.year()) {
			return new Found(open, explained);
		}
		for (Rule.Candidate candidate : Rules.candidates(submission, plan, known, before, today)) {
			boolean said = Corrections.saysSomethingNew(candidate);
			for (Fault fault : Rules.ask(ALL, candidate)) {
				if (said && asked.before(candidate.figure(), fault)) {
					explained.add(fault);
				}
				else {
					open.add(with(fault,
							said ? SAY_THIS_TOO : Corrections.repeatsItsNote(candidate) ? SAY_AGAIN : SAY_WHY));
				}
			}
		}
		return new Found(open, explained);
	}

	private static Fault with(Fault fault, Text more) {
		return new Fault(fault.line(), fault.subject(), fault.field(), fault.rule(),
				Text.format("%s%s", "%s%s", fault.reason(), more));
	}

	static Optional<Fault> hasTheGoalsSign(Rule.Candidate candidate) {
		Goal goal = candidate.target().goal();
		BigDecimal value = candidate.figure().value();
		List<BigDecimal> numbers = goal.number().map(List::of).orElse(goal.edges());
		boolean decrease = !numbers.isEmpty() && numbers.stream().allMatch((number) -> number.signum() < 0);
		if (!decrease || value == null || value.signum() <= 0) {
			return Optional.empty();
		}
		return candidate.refuse("value", "sign",
				Text.format("目标是下降，填的却是增长%s；下降请填负数（-%s）",
						"the target is a decrease, but this is an increase of %s; a decrease is written as -%s",
						Numbers.plain(value), Numbers.plain(value)));
	}

	/** Work gets done by leaps: percent done of a task may only not shrink. */
	private static Optional<Fault> isNoJump(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || candidate.target().entry().isPercentDone()) {
			return Optional.empty();
		}
		Measure measure = measurement.measure();
		List<History.Change> past = candidate.history().changesBefore(candidate.period(), measure);
		Optional<History.Change> change = candidate.history().change(candidate.period(), candidate.figure(), measure);
		if (change.isEmpty() || past.size() < RECORD) {
			return Optional.empty();
		}
		History.Change record = History.largest(past);
		BigDecimal size = change.get().size().abs();
		if (size.compareTo(allowed(measurement, record.size().abs())) <= 0
				|| Seasons.isAsLastYear(candidate, measurement, record.size().abs())) {
			return Optional.empty();
		}
		Text unit = differenceUnit(measurement);
		Text then = (measure == Measure.GROWTH) ? Text.same("") : lastYear(candidate, measurement);
		return candidate.refuse("value", "jump", measure.accumulatesOverYear()
				? Text.format("本期新增%s%s，超出以往各期（最多为%s的%s%s）%s",
						"the period adds %s%s, more than any before (at most, in %s, %s%s)%s", Numbers.plain(size),
						unit, itself(record.period()), Numbers.plain(record.size().abs()), unit, then)
				: Text.format("比上期变动%s%s，超出以往各期（最大为%s的%s%s）%s",
						"differs from the period before by %s%s, more than ever before (at most, in %s, by %s%s)%s",
						Numbers.plain(size), unit, PeriodWords.named(record.period(), measurement),
						Numbers.plain(record.size().abs()), unit, then));
	}

	/** An increment is what the period itself brought: 三季度 and not 前三季度. */
	private static Text itself(Period period) {
		return Text.format("%1$d年%2$s", "%2$s of %1$d", period.year(), PeriodWords.itself(period));
	}

	private static Text lastYear(Rule.Candidate candidate, Measurement measurement) {
		return Seasons.value(candidate)
			.map((value) -> Text.format("，上年同期%s%s", ", against %s%s in the same period of last year",
					Numbers.plain(value), measurement.unitWords()))
			.orElse(Text.same(""));
	}

	/**
	 * What can be no jump for want of a record is held against the goal at least; what is
	 * asked about the same number already, or refused by its range, is not asked twice.
	 */
	private static Optional<Fault> isNotFarOff(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || candidate.target().entry().isPercentDone() || Stream
			.<Rule>of(UnitSlips::isInTheUsualUnit, Slips::valueIsNoShare, Rules::valueIsWithinTheUnitsRange,
					Slips::growthHasABase)
			.anyMatch((rule) -> rule.check(candidate).filter((fault) -> fault.field().equals("value")).isPresent())) {
			return Optional.empty();
		}
		History history = candidate.history();
		boolean record = history.changesBefore(candidate.period(), measurement.measure()).size() >= RECORD
				&& history.change(candidate.period(), candidate.figure(), measurement.measure()).isPresent();
		return record ? Optional.empty() : Slips.isNotFarOff(candidate);
	}

	/** What stands out from what is known is asked about already. */
	private static Optional<Fault> isCredible(Rule.Candidate candidate) {
		return Stream.<Rule>of(Slips::growthHasABase, Doubts::isNoJump, Doubts::isNotFarOff)
			.anyMatch((rule) -> rule.check(candidate).isPresent()) ? Optional.empty()
					: Slips.growthIsCredible(candidate);
	}

	/** What a change may be that is held against another one. */
	static BigDecimal allowed(Measurement measurement, BigDecimal record) {
		return measurement.measure().accumulatesOverYear() ? record.multiply(TENTH_MORE)
				: record.max(BigDecimal.valueOf(UNITS, measurement.decimals()));
	}

	/**
	 * Of a nominal rate only: what prices or scope change does not follow from levels
	 * (nationally +4.0 % by levels and +5.0 % at constant prices, first half of 2024).
	 */
	private static Optional<Fault> growthFollowsFromLevels(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal rate = candidate.figure().value();
		BigDecimal level = candidate.figure().level();
		BigDecimal before = candidate.history().yearBefore(candidate.period()).map(Figure::level).orElse(null);
		if (measurement == null || measurement.measure() != Measure.GROWTH || measurement.prices() != Prices.CURRENT
				|| measurement.comparable() || rate == null || level == null || before == null) {
			return Optional.empty();
		}
		BigDecimal smallestBase = before.subtract(half(before.scale()));
		if (smallestBase.signum() <= 0) {
			return Optional.empty();
		}
		BigDecimal low = growth(level.subtract(half(level.scale())), before.add(half(before.scale())));
		BigDecimal high = growth(level.add(half(level.scale())), smallestBase);
		BigDecimal slack = half(Math.max(rate.scale(), measurement.decimals()));
		if (low.compareTo(rate.add(slack)) <= 0 && high.compareTo(rate.subtract(slack)) >= 0) {
			return Optional.empty();
		}
		return candidate.refuse("value", "growth-levels",
				Text.format("与总量不符：按总量计算（上年同期%s）应为%s%%至%s%%",
						"contradicts the levels: by them (%s a year before) it is %s%% to %s%%", Numbers.plain(before),
						rounded(low), rounded(high)));
	}

	private static BigDecimal growth(BigDecimal level, BigDecimal base) {
		return level.subtract(base).multiply(HUNDRED).divide(base, MathContext.DECIMAL128);
	}

	/** Half a unit of the last decimal given: what rounding may hide. */
	static BigDecimal half(int scale) {
		return BigDecimal.valueOf(5, scale + 1);
	}

	private static String rounded(BigDecimal percent) {
		return Numbers.plain(percent.setScale(2, RoundingMode.HALF_UP));
	}

	private static Optional<Fault> isNoMoreThanItsWhole(Rule.Candidate candidate) {
		Optional<BigDecimal> part = candidate.quantity();
		Optional<Target> whole = Optional.ofNullable(candidate.target().partOf()).flatMap(candidate.plan()::target);
		Optional<BigDecimal> most = whole.flatMap(candidate::quantityOf);
		if (part.isEmpty() || most.isEmpty() || part.get().compareTo(most.get()) <= 0) {
			return Optional.empty();
		}
		return candidate.refuse(candidate.quantityField(), "part-exceeds-whole",
				Text.format("大于其所属的%s（%s）", "is more than %s, of which it is a part (%s)",
						whole.map(Target::name).orElseThrow(), Numbers.plain(most.get())));
	}

	/** A part in the same submission is asked about itself. */
	private static Optional<Fault> isNoLessThanItsParts(Rule.Candidate candidate) {
		Optional<BigDecimal> whole = candidate.quantity();
		List<Text> larger = candidate.plan()
			.targetsOn(candidate.target().indicator())
			.stream()
			.filter((part) -> candidate.target().indicator().equals(part.partOf()))
			.filter((part) -> !candidate.isSubmitted(part))
			.flatMap((part) -> candidate.quantityOf(part)
				.filter((quantity) -> whole.isPresent() && quantity.compareTo(whole.get()) > 0)
				.map((quantity) -> Text.format("%s（%s）", "%s (%s)", part.name(), Numbers.plain(quantity)))
				.stream())
			.toList();
		return larger.isEmpty() ? Optional.empty() : candidate.refuse(candidate.quantityField(), "part-exceeds-whole",
				Text.format("小于其中的%s", "is less than %s, a part of it", Text.join(larger, new Text("、", ", "))));
	}

	private static Text differenceUnit(Measurement measurement) {
		return measurement.differenceUnit();
	}

}
