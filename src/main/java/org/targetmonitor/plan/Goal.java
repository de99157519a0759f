package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.targetmonitor.input.Text;

/**
 * The condition under which a target counts as met. A kind of goal is one record, with a
 * constant {@code KIND} that says how it stands in a plan file, one entry in the list of
 * what this interface permits, and one section in docs/progress.md; nobody else asks
 * which kind it is.
 */
public sealed interface Goal permits AtLeast, AtMost, Above, Below, Stretch, About, Between, YearBefore, InStepWith,
		FasterThan, SlowerThan, NotBelow, NotAbove, AssignedBy, Complete, Monitored, Statement {

	/**
	 * The goal's number without its tolerance; empty for intervals, relations and goals
	 * without a number.
	 */
	default Optional<BigDecimal> number() {
		return Optional.empty();
	}

	/**
	 * The line, where it is known without looking at another indicator: the number with
	 * its tolerance.
	 */
	default Optional<BigDecimal> line() {
		return isShutOnBothSides() ? Optional.empty() : number().map((number) -> compare(number, number).line());
	}

	/**
	 * The lines that a page draws where they are known without looking at another
	 * indicator: one, or the lower and the upper edge of an interval.
	 */
	default List<BigDecimal> edges() {
		return line().stream().toList();
	}

	/**
	 * Every number the goal is written with, to be checked against the indicator's
	 * decimals.
	 */
	default List<BigDecimal> numbers() {
		return number().stream().toList();
	}

	/**
	 * The indicator whose value is judged: the target's own one, unless the goal names
	 * another.
	 */
	default String subject(String own) {
		return own;
	}

	/** The indicator it is compared with, of a relation. */
	default Optional<String> operand() {
		return Optional.empty();
	}

	/** Whether it is held against the value of the year before. */
	default boolean isAgainstYearBefore() {
		return false;
	}

	/** That value, where the goal says it itself. */
	default Optional<BigDecimal> yearBefore() {
		return Optional.empty();
	}

	/** Whether it is met within a tolerance, which no official text gives. */
	default boolean hasTolerance() {
		return false;
	}

	/** What such a tolerance is called. */
	default Text toleranceName() {
		return new Text("容差", "the tolerance");
	}

	/**
	 * What that tolerance is, in words; asked only where there is one.
	 * @param unit the unit of a difference
	 */
	default Text toleranceWords(Text unit) {
		return Text.same("");
	}

	/** Whether the number itself is not met, only what lies beyond it. */
	default boolean isStrict() {
		return false;
	}

	/**
	 * Whether too much is as bad as too little, so that no direction is the good one.
	 */
	default boolean isShutOnBothSides() {
		return false;
	}

	/**
	 * The edge that a value lies beyond, in words; empty where it lies inside, and of
	 * goals that are no interval.
	 * @param amount how an edge is written
	 */
	default Optional<Text> passed(BigDecimal actual, Function<BigDecimal, Text> amount) {
		return Optional.empty();
	}

	/**
	 * Whether which way is good has to be said, since no reading of the numbers tells it.
	 */
	default boolean needsDirection() {
		return false;
	}

	/**
	 * How much above its operand a value has to be, in words; empty where that is not
	 * said.
	 * @param unit the unit of a difference
	 */
	default Optional<Text> offsetWords(Text unit) {
		return Optional.empty();
	}

	/** Whether the number is a ceiling, so that of a quantity less is better. */
	default boolean isCeiling() {
		return false;
	}

	/**
	 * The same goal on its way: with another number to be held against, for what need be
	 * reached by the year's end only.
	 * @throws UnsupportedOperationException of what is no single number
	 */
	default Goal at(BigDecimal number) {
		throw new UnsupportedOperationException(getClass().getSimpleName() + " has no path");
	}

	/**
	 * What of a change against the year before is asked for when a part of the year has
	 * passed; a bound that it must keep to, and any other goal, as it is.
	 * @param share the part, 1 is all
	 * @param decimals to how many it is rounded, HALF_UP, as a path is
	 */
	default Goal within(BigDecimal share, int decimals) {
		return this;
	}

	/**
	 * The number that a quantity's share is of.
	 * @param operand what it is held against
	 */
	default BigDecimal whole(BigDecimal operand) {
		return number().orElse(operand);
	}

	/**
	 * Whether nothing at all is what is asked for (零发生, 清零), of which there is no share.
	 */
	default boolean isNone() {
		return isCeiling() && !isStrict() && !isAgainstYearBefore()
				&& number().filter((number) -> number.signum() == 0).isPresent();
	}

	/** Whether its number may be approached on a path. */
	default boolean mayHavePath() {
		return number().isPresent() && operand().isEmpty() && !isShutOnBothSides() && !isFinalOnceMet();
	}

	/** Whether figures are reported for the target itself. */
	default boolean hasOwnFigures() {
		return true;
	}

	/** Whether its figures are numbers; else they are sentences. */
	default boolean isMeasured() {
		return hasOwnFigures();
	}

	/** Whether it gives a verdict at all. */
	default boolean judges() {
		return true;
	}

	/** Whether its numbers are still to be set by somebody else. */
	default boolean awaitsNumbers() {
		return false;
	}

	/** The numbers a heading waits for, by the codes their targets will have. */
	default List<ExpectedNumber> expects() {
		return List.of();
	}

	/** Whether reaching the number is final at once, with nothing more due. */
	default boolean isFinalOnceMet() {
		return false;
	}

	/**
	 * Whether falling short of it is no failure: it then shows yellow where another goal
	 * shows red.
	 */
	default boolean isNeverRed() {
		return false;
	}

	/**
	 * Holds a value against the goal.
	 * @param actual the value, rounded to the indicator's decimals
	 * @param operand the other operand's rounded value; for a goal without operand it is
	 * not looked at
	 * @throws UnsupportedOperationException for a goal that gives no verdict
	 */
	Comparison compare(BigDecimal actual, BigDecimal operand);

	/**
	 * How far a quantity is ahead of its pace.
	 * @param done the share of the goal's number that is done (1 is all of it)
	 * @param pace the share that should be done by now
	 * @return done − what is asked for by then, or that − done where the number is a
	 * ceiling
	 */
	default BigDecimal ahead(BigDecimal done, BigDecimal pace) {
		BigDecimal number = number().orElse(BigDecimal.ONE);
		return ahead(done, pace, line().orElse(number), number);
	}

	/**
	 * The same of a line and a number that follow from an operand: of a number with a
	 * tolerance, another share of it is asked for.
	 * @param line what counts as met at the year's end
	 * @param whole the number that is all of it
	 */
	default BigDecimal ahead(BigDecimal done, BigDecimal pace, BigDecimal line, BigDecimal whole) {
		BigDecimal asked = (line.compareTo(whole) == 0) ? pace
				: line.multiply(pace).divide(whole, MathContext.DECIMAL128);
		return isCeiling() ? asked.subtract(done) : done.subtract(asked);
	}

	/**
	 * Whether it asks for something else than another goal does: another kind, number,
	 * tolerance, subject or operand; numbers are compared by their value.
	 */
	default boolean asksOtherThan(Goal other) {
		return getClass() != other.getClass() || !operand().equals(other.operand())
				|| !subject("").equals(other.subject("")) || numbers().size() != other.numbers().size()
				|| IntStream.range(0, numbers().size())
					.anyMatch((at) -> numbers().get(at).compareTo(other.numbers().get(at)) != 0)
				|| (judges() && !awaitsNumbers() && judgesOtherThan(other));
	}

	/** Another line, the same one from the other side, or with its edge shut. */
	private boolean judgesOtherThan(Goal other) {
		return Stream.concat(Stream.of(BigDecimal.ZERO), numbers().stream())
			.flatMap((number) -> Stream.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE)))
			.anyMatch((value) -> {
				Comparison one = compare(value, BigDecimal.ONE);
				Comparison another = other.compare(value, BigDecimal.ONE);
				return one.line().compareTo(another.line()) != 0 || one.margin().compareTo(another.margin()) != 0
						|| one.met() != another.met();
			});
	}

	/**
	 * The condition and the distance to it as a formula of the value 实际 (actual) and the
	 * other operand 对照 (other), with the goal's own numbers. Of a quantity that adds up
	 * over the year, the distance is {@link #ahead} instead.
	 */
	Text formula();

	/** Whether a report may say its number alone: 增长8% of a floor, 60% of a ceiling. */
	default boolean mayBeSaidBare() {
		return false;
	}

	/**
	 * How reports say such a goal in Chinese, with {@code %s} for number and unit; a
	 * sentence takes the one that the report itself uses.
	 */
	default List<String> phrases() {
		return List.of();
	}

	/**
	 * The goal in words, to stand behind the indicator's name.
	 * @param unit the unit to print behind each number
	 * @param operand the other operand's name
	 */
	Text words(Text unit, Text operand);

	/** The same of a rate of growth, whose numbers below 0 are decreases. */
	default Text growthWords(Text unit, Text operand) {
		Text words = words(unit, operand);
		return words.zh().startsWith("-") ? new Text("下降" + words.zh().substring(1), words.en()) : words;
	}

}
