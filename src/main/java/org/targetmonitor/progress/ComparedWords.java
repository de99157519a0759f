package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Comparison;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Revision;

/** Says how a value compares with what it is held against. */
final class ComparedWords {

	private static final Text TOLERATED = new Text("在容差内", "within the tolerance");

	private final Plan plan;

	private final Target target;

	private final Measurement measurement;

	private final Text goalWords;

	private final Verdict verdict;

	private final Called called;

	/**
	 * @param goalWords the goal in words
	 */
	ComparedWords(Plan plan, Target target, Text goalWords, Verdict verdict, Called called) {
		this.plan = plan;
		this.target = target;
		this.measurement = Objects.requireNonNull(target.measurement());
		this.goalWords = goalWords;
		this.verdict = verdict;
		this.called = called;
	}

	/** What a target is called in the sentence. */
	enum Called {

		/** The only one. */
		TARGET(new Text("目标", "the target of"), new Text("全年目标", "the year's target"),
				new Text("全年控制数", "the year's ceiling")),
		/** As it was first, of one that was changed in the year. */
		FIRST(new Text("年初目标", "the first target of"), new Text("年初目标", "the first target"),
				new Text("年初控制数", "the first ceiling")),
		/** As it is in force since it was changed. */
		CHANGED(new Text("调整后目标", "the changed target of"), new Text("调整后目标", "the changed target"),
				new Text("调整后控制数", "the changed ceiling")),
		/** The second step of two. */
		SECOND(new Text("力争目标", "the second step of"), new Text("力争目标", "the second step"),
				new Text("力争控制数", "the second step"));

		private final Text target;

		private final Text whole;

		private final Text ceiling;

		Called(Text target, Text whole, Text ceiling) {
			this.target = target;
			this.whole = whole;
			this.ceiling = ceiling;
		}

		Text target() {
			return this.target;
		}

		/** The same inside a sentence that is about another number first. */
		Text named() {
			return switch (this) {
				case TARGET, SECOND -> new Text("目标", "target");
				case FIRST -> new Text("年初目标", "first target");
				case CHANGED -> new Text("调整后目标", "changed target");
			};
		}

		/** Of a quantity, which the year adds up to or must not go beyond. */
		Text whole(Target target) {
			Text words = target.goal().isCeiling() ? this.ceiling : this.whole;
			return (target.terms().deadline() == null) ? words
					: new Text(words.zh().replace("全年", ""), words.en().replace("the year's", "the"));
		}

		/** Falling short of a second step is no failure. */
		Text met(Target target, Verdict verdict) {
			if (this != SECOND) {
				return MetWords.of(verdict, target.goal().isFinalOnceMet()).words(verdict.met());
			}
			return verdict.met() ? new Text("已达到", "reached")
					: verdict.last() ? new Text("未达到", "not reached") : new Text("尚未达到", "not reached yet");
		}

	}

	/** The value against the goal, and whether that is met. */
	Text words() {
		if (this.verdict.headway() != null) {
			return shared(this.verdict.headway());
		}
		Text against = against();
		Waypoint waypoint = this.verdict.waypoint();
		BigDecimal gap = (waypoint != null) ? this.verdict.actual().subtract(waypoint.number())
				: this.verdict.comparison().gap();
		Text met = met();
		if (this.target.goal().number().isEmpty() && this.verdict.operand() == null && gap.signum() == 0) {
			return Text.format("处于%s%s，%s", "within %s %s, %s", this.called.target(), this.goalWords, met);
		}
		if (this.target.asksForNoNumber()) {
			return noNumber(against, met);
		}
		if (this.target.goal().isNone() && waypoint == null && (gap.signum() == 0 || isToBeCleared())) {
			return none(gap, against, met);
		}
		if (gap.signum() == 0) {
			return (this.measurement.measure() == Measure.RANK && this.verdict.met() && this.verdict.operand() == null
					&& this.verdict.actual().compareTo(BigDecimal.ONE) != 0)
							? Text.format("在%s以内，%s", "within %s, %s", against, met)
							: Text.format("与%s持平，%s", "level with %s, %s", against, met);
		}
		Text difference = this.measurement.difference(gap);
		Apart apart = Apart.of(this.measurement, this.verdict.actual(), this.verdict.actual().subtract(gap));
		Optional<Text> edge = this.target.goal().passed(this.verdict.actual(), this::edge);
		return edge.map((end) -> beyond(end, apart, gap, difference, met))
			.orElseGet(() -> apart.words(gap.signum() > 0, against, difference, met));
	}

	/** Beyond an edge of an interval; of two targets with which of them it belongs to. */
	private Text beyond(Text edge, Apart apart, BigDecimal gap, Text difference, Text met) {
		Text words;
		if (this.target.goal().edges().getLast().signum() < 0 && apart == Apart.DECREASE) {
			words = apart.words(gap.signum() > 0, Text.format("预期区间（%s）", "the expected range (%s)", this.goalWords),
					difference, met);
		}
		else {
			words = (gap.signum() > 0) ? Text.format("高于%s%s，%s", "%2$s above %1$s, %3$s", edge, difference, met)
					: Text.format("低于%s%s，%s", "%2$s below %1$s, %3$s", edge, difference, met);
		}
		return (this.called == Called.TARGET) ? words
				: Text.format("按%s，%s", "by %s, %s", this.called.whole(this.target), words);
	}

	/** Growth at all, or none: within the year nobody has achieved it yet. */
	private Text noNumber(Text against, Text met) {
		boolean good = this.verdict.met();
		String en = good ? "%s, %s" : "short of %s, %s";
		return this.verdict.last() ? Text.format(good ? "实现%s，%s" : "未实现%s，%s", en, against, met)
				: Text.format(good ? "符合%s的要求" : "尚未达到%s的要求", en, against, met);
	}

	/** Nothing at all: of a stock that is to be cleared what is left of it. */
	private Text none(BigDecimal gap, Text against, Text met) {
		if (!isToBeCleared()) {
			return noNumber(against, met);
		}
		return (gap.signum() == 0) ? Text.format("已清零，%s", "nothing is left, %s", met)
				: Text.format("尚余%s，%s", "%s left, %s", this.measurement.difference(gap), met);
	}

	/** 存量清零, where no second target is to be named beside it. */
	private boolean isToBeCleared() {
		return this.called == Called.TARGET && this.measurement.measure() == Measure.VALUE
				&& this.measurement.accumulation() == Accumulation.POINT && this.verdict.actual().signum() >= 0;
	}

	/** The edge of an interval; of growth below 0 a decrease. */
	private Text edge(BigDecimal edge) {
		return (this.measurement.measure() == Measure.GROWTH && edge.signum() < 0)
				? Text.format("下降%s%%", "down %s%%", Numbers.plain(edge.abs()))
				: Text.format("%s%s", "%s%s", Numbers.plain(edge), this.measurement.unitWords());
	}

	/** Whether it is met; of a relation with the tolerance or elasticity. */
	private Text met() {
		Text met = this.called.met(this.target, this.verdict);
		Optional<Relation> relation = Relation.of(this.plan, this.target, this.verdict);
		Optional<Text> asked = relation.flatMap((held) -> held.tolerance().or(held::offset));
		return Stream.of(asked, shortOf(asked.isPresent()))
			.flatMap(Optional::stream)
			.reduce((one, other) -> Text.format("%s，%s", "%s, %s", one, other))
			.map((said) -> Text.format("%s，%s", "%s, %s", said, met))
			.orElse(met);
	}

	/**
	 * How much is missing where more is asked for than the other value, or what is beyond
	 * the increase that is allowed: the reader need not subtract.
	 */
	private Optional<Text> shortOf(boolean more) {
		Comparison comparison = this.verdict.comparison();
		boolean asksMore = more
				|| (this.target.goal().isAgainstYearBefore() && comparison.line().compareTo(comparison.number()) != 0);
		BigDecimal margin = comparison.margin();
		if (!asksMore || this.verdict.headway() != null || margin.signum() >= 0) {
			return Optional.empty();
		}
		boolean tooMuch = this.target.goal().isCeiling() && comparison.line().compareTo(comparison.number()) >= 0;
		return Optional.of(Text.format(tooMuch ? "超出%s" : "还差%s", tooMuch ? "%s beyond that" : "%s short of that",
				this.measurement.difference(margin.stripTrailingZeros())));
	}

	private Text against() {
		return Relation.of(this.plan, this.target, this.verdict)
			.map(Relation::other)
			.map((other) -> Text.format("%s%s的%s%s（%s）", "%1$s's %3$s%4$s in %2$s (%5$s)", other.target().name(),
					PeriodWords.of(other.period(), other.measurement()), SignedWords.plain(other.value()),
					this.measurement.unitWords(), other.firmness()))
			.or(() -> Optional.ofNullable(this.verdict.waypoint())
				.map((point) -> Text.format("按路径应达到的%1$s%2$s（自%3$s%4$s起%5$s，%7$s%6$s）",
						"the %1$s%2$s that the path asks for by then (from %3$s%4$s %5$s, to the %7$s of %6$s)",
						SignedWords.plain(point.number()), this.measurement.unitWords(),
						SignedWords.plain(point.begin()), this.measurement.unitWords(), point.by().words(),
						this.goalWords, this.called.named())))
			.or(this::yearBefore)
			.orElseGet(
					() -> (this.called == Called.SECOND) ? Text.format("%s的目标", "the second step (%s)", this.goalWords)
							: Text.format("%s（%s）", "%s %s", this.called.target(), this.goalWords));
	}

	/** The year before, with what is asked for where that is not just its value. */
	private Optional<Text> yearBefore() {
		BigDecimal value = this.verdict.operand();
		if (!this.target.goal().isAgainstYearBefore() || value == null) {
			return Optional.empty();
		}
		Revision revision = this.verdict.operandRevision();
		Text whose = (revision == null) ? new Text("上年", "the year before") : Text.format("%d年%s", "%2$s of %1$d",
				revision.period().year(), withoutYear(PeriodWords.of(revision.period(), this.measurement)));
		BigDecimal line = this.verdict.comparison().line();
		boolean part = this.target.goal().compare(this.verdict.actual(), value).line().compareTo(line) != 0;
		Text asked = part ? Text.format("%s，至%s应达到%s%s", "%1$s; %3$s%4$s are asked for by %2$s", this.goalWords,
				PeriodWords.of(this.verdict.period(), this.measurement), SignedWords.plain(line.stripTrailingZeros()),
				this.measurement.unitWords()) : this.goalWords;
		boolean rank = this.measurement.measure() == Measure.RANK;
		return Optional.of(Text.format(rank ? "%1$s的第%2$s%3$s（%5$s：%4$s）" : "%1$s的%2$s%3$s（%5$s：%4$s）",
				rank ? "place %2$s in %1$s (%5$s: %4$s)" : "%2$s%3$s in %1$s (%5$s: %4$s)", whose,
				SignedWords.plain(this.measurement.published(value)), this.measurement.unitWords(), asked,
				this.called.named()));
	}

	/** 2023年末 and not 2023年年末. */
	private static Text withoutYear(Text period) {
		return period.zh().startsWith("年") ? new Text(period.zh().substring(1), period.en()) : period;
	}

	private Text shared(Headway headway) {
		int decimals = SignedWords.decimals(headway);
		Text stands = this.verdict.last() ? atTheEnd(headway, decimals) : onTheWay(headway, decimals);
		// Percent done of a goal of 100 is the share itself; of any other it has to be
		// said
		boolean same = this.verdict.actual().movePointLeft(2).compareTo(headway.done()) == 0;
		if (this.measurement.measure() == Measure.COMPLETION && same) {
			return named(headway).map((name) -> Text.format("%s，%s", "%s, %s", name, stands)).orElse(stands);
		}
		boolean ceiling = this.target.goal().isCeiling();
		return Text.format(ceiling ? "占%2$s（%1$s）的%3$s，%4$s" : "完成%2$s（%1$s）的%3$s，%4$s",
				ceiling ? "at %3$s of %2$s (%1$s), %4$s" : "%3$s of %2$s (%1$s) done, %4$s", wholeWords(),
				this.called.whole(this.target), SignedWords.percent(headway.done(), decimals), stands);
	}

	/** Which target it is, and until when, where the percent alone does not say. */
	private Optional<Text> named(Headway headway) {
		Optional<Text> due = this.target.deadline().map((deadline) -> Text.format("期限%s", "due by %s", deadline.at()));
		boolean another = this.called == Called.FIRST || this.called == Called.CHANGED;
		boolean said = this.verdict.last() || headway.basis().equals(Pace.MILESTONES);
		return (another && !said) ? Optional.of(Text.format("按%s%s", "by %s%s", this.called.whole(this.target),
				due.map((words) -> Text.format("（%s）", " (%s)", words)).orElse(Text.same("")))) : due;
	}

	/** The goal; against the year before with what that was. */
	private Text wholeWords() {
		BigDecimal before = this.verdict.operand();
		return (this.target.goal().isAgainstYearBefore() && before != null)
				? Text.format(this.target.deadline().isPresent() && this.target.isPaced() ? "%s，上年同期%s" : "%s，上年%s",
						"%s, %s then", this.goalWords,
						SignedWords.amount(this.measurement.published(before), this.measurement))
				: this.goalWords;
	}

	private Text onTheWay(Headway headway, int decimals) {
		BigDecimal apart = apart(headway.done(), headway.pace());
		Text stands = stands(apart, pace(basis(headway), headway.pace(), decimals),
				points(headway.done(), headway.pace(), decimals));
		if (this.verdict.met() && this.target.goal().hasTolerance() && apart.signum() < 0) {
			stands = Text.format("%s，%s", "%s, %s", stands, TOLERATED);
		}
		Headway.Other other = headway.other();
		if (other == null) {
			return stands;
		}
		BigDecimal otherwise = apart(headway.done(), other.pace());
		return Text.format("%s，另%s", "%s, and %s", stands, stands(otherwise,
				pace(other.basis(), other.pace(), decimals), points(headway.done(), other.pace(), decimals)));
	}

	/** Of milestones that were moved, which ones. */
	private Text basis(Headway headway) {
		if (!headway.basis().equals(Pace.MILESTONES)) {
			return headway.basis();
		}
		return switch (this.called) {
			case FIRST -> new Text("年初节点计划", "first milestones");
			case CHANGED -> new Text("调整后节点计划", "changed milestones");
			case TARGET, SECOND -> headway.basis();
		};
	}

	/** At the year's end it is pieces that are missing, and not a share of them. */
	private Text atTheEnd(Headway headway, int decimals) {
		BigDecimal apart = apart(headway.done(), headway.pace());
		BigDecimal whole = this.target.goal()
			.whole(Objects.requireNonNullElse(this.verdict.operand(), BigDecimal.ZERO));
		Text much = (this.measurement.measure() == Measure.COMPLETION)
				? points(headway.done(), headway.pace(), decimals) : SignedWords
					.amount(this.verdict.actual().subtract(whole).abs().stripTrailingZeros(), this.measurement);
		Text stands = stands(apart, this.called.whole(this.target), much);
		boolean tolerated = this.verdict.met() && apart.signum() < 0;
		return tolerated ? Text.format("%s，%s，%s", "%s, %s, %s", stands, TOLERATED, met())
				: Text.format("%s，%s", "%s, %s", stands, met());
	}

	/** What a reader finds who subtracts one printed share from the other. */
	private static Text points(BigDecimal done, BigDecimal pace, int decimals) {
		return Measurement.counted(SignedWords.apart(done, pace, decimals).abs(), SignedWords.POINTS);
	}

	/** Ahead of a pace itself; what is tolerated is said beside. */
	private BigDecimal apart(BigDecimal done, BigDecimal pace) {
		return this.target.goal().isCeiling() ? pace.subtract(done) : done.subtract(pace);
	}

	private static Text pace(Text basis, BigDecimal pace, int decimals) {
		return Text.format("%s（%s）", "the %s (%s)", basis, SignedWords.percent(pace, decimals));
	}

	/** Ahead of a pace or behind it; under a ceiling, below the pace or above it. */
	private Text stands(BigDecimal ahead, Text pace, Text much) {
		boolean good = ahead.signum() >= 0;
		if (ahead.signum() == 0) {
			return Text.format("与%s持平", "level with %s", pace);
		}
		if (this.target.goal().isCeiling()) {
			return Text.format(good ? "低于%s%s" : "高于%s%s", good ? "%2$s below %1$s" : "%2$s above %1$s", pace, much);
		}
		return Text.format(good ? "超%s%s" : "欠%s%s", good ? "%2$s ahead of %1$s" : "%2$s behind %1$s", pace, much);
	}

}
