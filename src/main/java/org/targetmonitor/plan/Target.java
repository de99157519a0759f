package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;

/**
 * An indicator's goal in a plan.
 *
 * @param indicator the indicator's code, unique in the plan
 * @param name the indicator's name
 * @param wording the report's own wording
 * @param goal the condition that counts as met
 * @param measurement how it is measured: of a relation between two others, how those are;
 * null for a heading
 * @param reporting when its figures come; null where it has none of its own
 * @param terms on what terms it is judged within the year
 * @param department the department that reports
 * @param lead the department that answers for it
 * @param nature expected or binding
 * @param partOf the indicator whose quantity includes this one's, null where the plan
 * names none
 * @param quotientOf which two growth rates it follows from, null where the plan names
 * none
 * @param assigned under which heading and by which document its number was assigned; null
 * where it was not
 * @param entry what it is in the plan: a target of the headline list, a part, a task, a
 * commitment
 */
public record Target(String indicator, Text name, String wording, Goal goal, @Nullable Measurement measurement,
		@Nullable Reporting reporting, Terms terms, Department department, Department lead, Nature nature,
		@Nullable String partOf, @Nullable QuotientOf quotientOf, @Nullable Assignment assigned, Entry entry) {

	private static final int MONTHS = 12;

	/**
	 * Whether it is judged by something else than another writing of it: the goal, how it
	 * is measured and rounded, the band of lagging, milestones or a part's weight.
	 */
	boolean isJudgedOtherThan(Target other) {
		return standsOtherThan(other) || hasOtherMilestones(other) || !this.entry.weight().equals(other.entry.weight());
	}

	private boolean hasOtherMilestones(Target other) {
		Optional<Milestones> theirs = other.entry.milestones();
		return this.entry.milestones()
			.map((mine) -> theirs.map(mine::asksOtherThan).orElse(true))
			.orElse(theirs.isPresent());
	}

	/**
	 * Whether the same figure of a period may stand otherwise by it, whatever milestones
	 * are for.
	 */
	public boolean standsOtherThan(Target other) {
		return this.goal.asksOtherThan(other.goal) || !isMeasuredAs(other) || this.terms.judgeOtherThan(other.terms);
	}

	/**
	 * A number that was assigned within the year is not asked for what was due before.
	 */
	public boolean isAskedFor(DueDate due) {
		return this.assigned == null || !(due instanceof DueDate.On on) || on.day().isAfter(this.assigned.date());
	}

	/** Whether it asks for something else of a period: by its goal, or by a milestone. */
	public boolean asksOtherThan(Target other, Period period) {
		return this.goal.asksOtherThan(other.goal) || this.terms.askOtherThan(other.terms)
				|| !this.terms.sameOtherCondition(other.terms) || hasOtherMilestone(other, period);
	}

	/**
	 * Whether it is a quantity whose share done is held against a pace: one that is held
	 * against a path, against both sides or against 0 is compared directly.
	 */
	public boolean isPaced() {
		return this.measurement != null && this.measurement.measure().accumulatesOverYear() && this.terms.path() == null
				&& !this.goal.isShutOnBothSides() && !this.goal.isNone();
	}

	/** Of how many months of the year it has to be reached: 12 but for a deadline. */
	public int months() {
		Deadline deadline = this.terms.deadline();
		return (deadline != null) ? deadline.months() : MONTHS;
	}

	/** Its own end within the year; empty where that is the year's. */
	public Optional<Deadline> deadline() {
		return Optional.ofNullable(this.terms.deadline());
	}

	/** Which of the periods decides it; empty where none of them does. */
	public Optional<Period> deciding(Collection<Period> periods) {
		return periods.stream().filter(this::isDecidedBy).findFirst();
	}

	/** Whether it is decided with that period: the year's last, or the deadline's. */
	public boolean isDecidedBy(Period period) {
		return period.monthsEnded() == months();
	}

	/** Whether that period ends after it was decided. */
	public boolean isDecidedBefore(Period period) {
		return period.monthsEnded() > months();
	}

	/** What part of the time that it has is over with a period; 1 is all. */
	public BigDecimal elapsed(Period period) {
		return BigDecimal.valueOf(period.monthsEnded()).divide(BigDecimal.valueOf(months()), MathContext.DECIMAL128);
	}

	/** Whether its path or pace is another. */
	public boolean asksOnOtherTerms(Target other) {
		return this.terms.leadOtherThan(other.terms);
	}

	/** Whether it is the share of another whole, or of another part. */
	public boolean isAnotherShare(Target other) {
		return !Objects.equals(this.terms.shareOf(), other.terms.shareOf());
	}

	private Optional<BigDecimal> milestone(Period period) {
		return this.entry.milestones()
			.map((milestones) -> milestones.by(period, isDecidedBy(period)).stripTrailingZeros());
	}

	/** Whether another percent is asked for by a period. */
	public boolean hasOtherMilestone(Target other, Period period) {
		return !milestone(period).equals(other.milestone(period));
	}

	/** Whether it is measured or rounded otherwise. */
	public boolean isMeasuredOtherThan(Target other) {
		return !isMeasuredAs(other);
	}

	/** Whether figures of other periods are asked for. */
	public boolean isReportedOtherThan(Target other) {
		return !Optional.ofNullable(this.reporting)
			.map(Reporting::periods)
			.equals(Optional.ofNullable(other.reporting).map(Reporting::periods));
	}

	private boolean isMeasuredAs(Target other) {
		Measurement mine = this.measurement;
		Measurement theirs = other.measurement;
		return (mine == null || theirs == null) ? mine == null && theirs == null
				: mine.isLike(theirs) && mine.per() == theirs.per() && mine.decimals() == theirs.decimals();
	}

	private boolean isDecrease(@Nullable Measurement how) {
		return how != null && how.measure() == Measure.GROWTH && !this.goal.hasTolerance() && !this.goal.isNeverRed()
				&& this.goal.number().filter((number) -> number.signum() < 0).isPresent();
	}

	/** The margin at or below which it lags. */
	public BigDecimal laggingBelow() {
		return this.terms.laggingBelow();
	}

	/**
	 * Whether that is a share of the way that a path leads: of a number of 0 there is
	 * none.
	 */
	public boolean isBandOfWay() {
		return this.terms.path() != null && this.goal.isNone() && this.measurement != null
				&& this.measurement.measure() == Measure.VALUE;
	}

	/** The same as a share of 1, as margins are: of per mille, of a thousand. */
	public BigDecimal laggingRatio() {
		Measurement how = this.measurement;
		return laggingBelow().movePointLeft((how == null || isPaced()) ? 2 : how.places());
	}

	/** How the wording is read, where that needs saying. */
	public @Nullable Text reading() {
		return this.terms.reading();
	}

	/**
	 * The goal in words, with its unit; a decrease is said as one.
	 * @param operand the other operand's name, of a relation
	 */
	public Text goalWords(Text operand) {
		Text words = numberWords(operand);
		Deadline deadline = this.terms.deadline();
		if (deadline == null) {
			return words;
		}
		boolean place = this.measurement != null && this.measurement.measure() == Measure.RANK
				&& this.goal.number().isPresent();
		return deadline.with(place ? new Text("居" + words.zh(), words.en()) : words, isSinceJanuary());
	}

	/** Whether a value is a rate or an average of all the months since 1 January. */
	private boolean isSinceJanuary() {
		Measurement how = this.measurement;
		return how != null && how.accumulation() != Accumulation.POINT
				&& (how.measure() == Measure.GROWTH || how.accumulation() == Accumulation.AVERAGE);
	}

	private Text numberWords(Text operand) {
		Measurement how = this.measurement;
		if (asksForNoNumber()) {
			return ReportsWords.ofNoNumber(this);
		}
		Text unit = (how == null) ? Text.same("") : how.unitWords();
		Text words = (how != null && how.accumulation() == Accumulation.AVERAGE)
				? ofAverage(this.goal.words(unit, operand)) : this.goal.words(unit, operand);
		Text growth = (how != null && how.measure() == Measure.GROWTH) ? this.goal.growthWords(unit, operand) : words;
		if (!growth.equals(words)) {
			return growth;
		}
		if (isDecrease(how) && !this.goal.isStrict()) {
			String size = Numbers.plain(this.goal.number().orElseThrow().abs()) + "%";
			return new Text(this.goal.isCeiling() ? "下降" + size + "以上" : "降幅" + size + "以内", words.en());
		}
		return ReportsWords.of(this).map((said) -> new Text(said, words.en())).orElse(words);
	}

	/** An average falls, where a number of things becomes less. */
	private static Text ofAverage(Text words) {
		return new Text(words.zh().replace("比上年减少", "比上年下降").replace("比上年增加", "比上年上升"), words.en());
	}

	/** A second condition in words, behind those of the first: 且总量突破10000亿元. */
	public static Text both(Text first, Target other, Text second) {
		boolean level = other.measurement != null && other.measurement.beside();
		return Text.format(level ? "%s，且总量%s" : "%s，且%s", level ? "%s, and a level of %s" : "%s, and %s", first,
				second);
	}

	/**
	 * Whether a growth is only asked to be one, or none: 正增长, 继续下降, 与上年基本持平. Nobody says
	 * 0% of it.
	 */
	public boolean asksForNoNumber() {
		return this.measurement != null && this.measurement.measure() == Measure.GROWTH && this.goal.operand().isEmpty()
				&& !this.goal.isAgainstYearBefore()
				&& this.goal.number().filter((number) -> number.signum() == 0).isPresent();
	}

	/**
	 * The indicators that a headline target says it is part of, or a quotient of; none of
	 * what it is split into.
	 */
	Stream<String> namedOthers() {
		if (this.entry.whole().isPresent()) {
			return Stream.empty();
		}
		return Stream.concat(Stream.ofNullable(this.partOf), Stream.ofNullable(this.quotientOf)
			.flatMap((quotient) -> Stream.of(quotient.numerator(), quotient.denominator())));
	}

	/** The same with its second step for a goal; asked only where there is one. */
	public Target secondStep() {
		return with(Objects.requireNonNull(this.terms.then()));
	}

	/**
	 * The same by its second condition alone; empty where it has none. What was measured
	 * as a rate may be a level then.
	 */
	public Optional<Target> other() {
		return Optional.ofNullable(this.terms.and())
			.map((and) -> new Target(this.indicator, this.name, this.wording, and.goal(), and.measurement(),
					this.reporting, this.terms.ofOther(and), this.department, this.lead, this.nature, this.partOf,
					this.quotientOf, this.assigned, this.entry));
	}

	/**
	 * The indicator with its level for a value, where another target looks at that; empty
	 * where it has no such level.
	 */
	public Optional<Target> measuredAs(@Nullable Measurement other) {
		Measurement own = this.measurement;
		if (other == null || own == null || !other.beside() || own.isQuantity()) {
			return Optional.of(this);
		}
		return other.unit().equals(own.levelUnit()) && own.accumulation() == other.accumulation()
				? Optional.of(measured(other)) : Optional.empty();
	}

	/** The same with another goal. */
	Target with(Goal other) {
		return new Target(this.indicator, this.name, this.wording, other, this.measurement, this.reporting, this.terms,
				this.department, this.lead, this.nature, this.partOf, this.quotientOf, this.assigned, this.entry);
	}

	/** What it is held against in another area, where that is measured like it. */
	Target elsewhere(String code, Text name, List<Period> periods) {
		Reporting reports = this.reporting;
		Reporting any = (reports != null) ? new Reporting(reports.frequency(), periods, reports.due(), true) : null;
		return new Target(code, name, name.zh(), new Monitored(), this.measurement, any, Terms.of(laggingBelow()),
				this.department, this.lead, this.nature, null, null, null, new Entry.Headline());
	}

	/**
	 * A share with the periods of its part.
	 * @param alike whether it also covers what the part's figures cover
	 */
	public Target reportedAs(Target part, boolean alike) {
		Measurement own = Objects.requireNonNull(this.measurement);
		Measurement theirs = Objects.requireNonNull(part.measurement);
		Measurement how = alike ? own.over(theirs.accumulation()) : own;
		return new Target(this.indicator, this.name, this.wording, this.goal, how, part.reporting,
				this.terms.measured(how), this.department, this.lead, this.nature, this.partOf, this.quotientOf,
				this.assigned, this.entry);
	}

	/** Its quantity alone; empty where it has none. */
	public Optional<Target> quantity() {
		Measurement how = this.measurement;
		return (how == null || how.shareUnit() == null) ? Optional.empty() : Optional.of(measured(how.quantity()));
	}

	/** Whether anybody hands figures in for it: a share follows from others. */
	public boolean isHandedIn() {
		return this.reporting != null && this.terms.shareOf() == null;
	}

	/** Whose figures it rests on, by their codes. */
	public Stream<String> restsOn() {
		ShareOf share = this.terms.shareOf();
		return Stream.concat(Stream.of(this.indicator, this.goal.subject(this.indicator)),
				Stream.concat(this.goal.operand().stream(), (share != null) ? share.both() : Stream.empty()));
	}

	/** The same measured otherwise. */
	public Target measured(Measurement other) {
		return new Target(this.indicator, this.name, this.wording, this.goal, other, this.reporting, this.terms,
				this.department, this.lead, this.nature, this.partOf, this.quotientOf, this.assigned, this.entry);
	}

	/** The unit of the quantity that a share may be of. */
	public Optional<String> shareUnit() {
		return Optional.ofNullable(this.measurement).map(Measurement::shareUnit);
	}

	/** The unit of its quantity: of the level itself, or of the level beside a rate. */
	public Optional<String> quantityUnit() {
		return Optional.ofNullable(this.measurement).map(Measurement::quantityUnit);
	}

}
