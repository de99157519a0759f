package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Comparison;
import org.targetmonitor.plan.Deadline;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.OtherArea;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Revision;

/** Puts together what an {@link Explanation} tells of one target. */
final class Explaining {

	private static final Text JUDGED = new Text("被评价的数据", "the value judged");

	private static final Text OTHER = new Text("对照数据", "the other operand");

	private static final Text LAST_YEAR = new Text("进度要求所依据的上年数", "last year's figure, for the pace");

	private static final Text WAY = new Text("路径所依据的上年数据", "last year's figure, for the path");

	private static final Text BASE_YEAR = new Text("测算所依据的基期总量", "the base year's level, for the outlook");

	private static final Text BASE_SHARE = new Text("测算所依据的基期比重", "the base share, for the outlook");

	private static final Text OWN = new Text("本系统设定", "set by this system");

	private final Plan plan;

	private final TargetProgress progress;

	private final Target target;

	Explaining(Plan plan, TargetProgress progress) {
		this.plan = plan;
		this.progress = progress;
		this.target = progress.target();
	}

	/**
	 * Of a quantity that adds up over the year, shares are compared instead of values.
	 */
	Text formula() {
		Goal goal = this.target.goal();
		Measurement measurement = this.target.measurement();
		if (measurement == null || !this.target.isPaced() || (goal.number().isEmpty() && !goal.isAgainstYearBefore())) {
			return onItsWay(goal.formula());
		}
		Text number = goal.number()
			.map((written) -> Text.same(Numbers.plain(written)))
			.orElse(new Text("由上年全年数推算的目标数", "the number that follows from last year's"));
		String asked = goal.number().flatMap((written) -> goal.line().map((line) -> asked(line, written))).orElse("");
		return goal.isCeiling() ? Text.format("占控制数比例 = 实际 ÷ %1$s；距达标线 = 进度要求%2$s − 占控制数比例，不低于0为达标；%3$s的进度要求为100%%",
				"share used = actual ÷ %1$s; margin = pace%2$s − share used, met from 0 on; in %3$s the pace is 100 %%",
				number, asked, lastPeriod())
				: Text.format("完成比例 = 实际 ÷ %1$s；距达标线 = 完成比例 − 进度要求%2$s，不低于0为达标；%3$s的进度要求为100%%",
						"share done = actual ÷ %1$s; margin = share done − pace%2$s, met from 0 on; in %3$s the pace is 100 %%",
						number, asked, lastPeriod());
	}

	/** Within the year the point of a path stands where the formula has the number. */
	private Text onItsWay(Text formula) {
		GoalPath path = this.target.terms().path();
		BigDecimal number = this.target.goal().number().orElse(null);
		if (path == null || number == null) {
			return formula;
		}
		Text from = Optional.ofNullable(path.from())
			.map((given) -> Text.format("%s（计划给定）", "%s, which the plan gives", Numbers.plain(given)))
			.orElse(new Text("上年年末数", "last year's final value"));
		return Text.format("%1$s；%5$s以按路径应达到的数代替%2$s：自%3$s起%4$s",
				"%1$s; %5$s the point of the path stands for %2$s: from %3$s %4$s", formula, Numbers.plain(number),
				from, path.by().words(), before());
	}

	/** Which part of a quantity's pace is asked for, of a number with a tolerance. */
	private static String asked(BigDecimal line, BigDecimal whole) {
		return (line.compareTo(whole) == 0) ? "" : " × " + SignedWords.plain(line) + " ÷ " + SignedWords.plain(whole);
	}

	/** What is judged, then what the pace and the outlook were taken from. */
	List<Explanation.Input> inputs() {
		return Stream.concat(judged().stream(), besides().stream()).toList();
	}

	private List<Explanation.Input> judged() {
		List<Explanation.Input> inputs = new ArrayList<>();
		this.progress.judged().ifPresent((verdict) -> {
			inputs.add(input(JUDGED, verdict.revision()));
			Optional.ofNullable(verdict.operandRevision()).ifPresent((operand) -> inputs.add(input(OTHER, operand)));
		});
		Inexact inexact = this.progress.inexact();
		if (inexact != null) {
			inputs.add(asPublished(JUDGED, inexact.revision()));
			Optional.ofNullable(inexact.operandRevision())
				.ifPresent((operand) -> inputs.add(asPublished(OTHER, operand)));
		}
		return inputs;
	}

	private List<Explanation.Input> besides() {
		List<Explanation.Input> inputs = new ArrayList<>();
		this.progress.judged()
			.map(Verdict::headway)
			.ifPresent((headway) -> headway.from().forEach((revision) -> inputs.add(input(LAST_YEAR, revision))));
		this.progress.judged()
			.map(Verdict::waypoint)
			.ifPresent((point) -> point.from().forEach((revision) -> inputs.add(input(WAY, revision))));
		Optional.ofNullable(this.progress.outlook()).map(Outlook::base).ifPresent((base) -> {
			base.levels().forEach((revision) -> inputs.add(level(revision)));
			Optional.ofNullable(base.recorded()).ifPresent((share) -> inputs.add(share(share)));
		});
		return inputs;
	}

	private Explanation.Input input(Text role, Revision revision) {
		Target source = source(revision.indicator());
		BigDecimal value = Objects.requireNonNull(revision.value());
		Measurement measurement = Objects.requireNonNull(source.measurement());
		return input(role, revision, Numbers.plain(value), Numbers.plain(measurement.published(value)),
				measurement.bases().orElse(null));
	}

	/** Of its own figures the level may be what is judged. */
	private Target source(String indicator) {
		return indicator.equals(this.target.indicator()) ? this.target : this.plan.target(indicator).orElseThrow();
	}

	/** Of one without an exact number what it is taken for; of an exact one its value. */
	private Explanation.Input asPublished(Text role, Revision revision) {
		Measurement measurement = Objects.requireNonNull(source(revision.indicator()).measurement());
		String text = revision.figure().extent();
		return (text == null) ? input(role, revision)
				: input(role, revision, text,
						Extent.of(text, measurement.unit()).map((known) -> known.reading("x")).orElse(text),
						measurement.bases().orElse(null));
	}

	/** The level beside a rate, or the level that the figure is. */
	private Explanation.Input level(Revision revision) {
		BigDecimal beside = revision.figure().level();
		String level = Numbers.plain(Objects.requireNonNull((beside != null) ? beside : revision.value()));
		return input(BASE_YEAR, revision, level, level, null);
	}

	private Explanation.Input input(Text role, Revision revision, String given, String judged, @Nullable Text basis) {
		boolean share = isShare(revision);
		boolean reference = share || Elsewhere.isReference(revision);
		Target source = this.plan.target(revision.indicator()).orElse(this.target);
		return new Explanation.Input(role, revision.indicator(), source.name(), revision.period(),
				PeriodWords.named(revision.period(), source.measurement()), revision.number(),
				reference ? null : revision.submission(), given, judged, basis, revision.firmness(source.measurement()),
				revision.knownFrom(), reference ? null : revision.decidedAt(),
				share ? workedOut(revision) : origin(revision, reference));
	}

	/** Nobody hands a share in. */
	private boolean isShare(Revision revision) {
		return this.target.terms().shareOf() != null && revision.indicator().equals(this.target.indicator());
	}

	private static Text workedOut(Revision revision) {
		String of = Objects.requireNonNullElse(revision.figure().origin(), "");
		return Text.format("由总量算得：%s", "worked out: %s", of);
	}

	/** Where another area's figure comes from, with the day it came out. */
	private static @Nullable Text origin(Revision revision, boolean reference) {
		String origin = Objects.requireNonNullElse(revision.figure().origin(), "");
		String published = Objects.requireNonNullElse(revision.figure().says(Detail.PUBLISHED), "");
		if (reference) {
			return Text.format("参照数据：%s，%s发布", "reference figure: %s, published %s", origin, published);
		}
		return OtherArea.of(revision.indicator()).isPresent() ? new Text("该地区计划的数据", "of that area's plan") : null;
	}

	private Explanation.Input share(BaseShare share) {
		String part = Numbers.plain(share.share());
		return new Explanation.Input(BASE_SHARE, share.indicator(), this.target.name(), share.period(),
				PeriodWords.named(share.period()), share.number(), null, part, part, null, Text.same(share.origin()),
				share.knownFrom(), null, null);
	}

	List<Explanation.Step> steps() {
		List<Explanation.Step> steps = new ArrayList<>();
		Verdict verdict = this.progress.verdict();
		Inexact inexact = this.progress.inexact();
		if (inexact != null) {
			judged().forEach((input) -> steps.add(Explanation.Step.of(
					Text.format("%s：公布的说法，及其读法", "%s: as published, and what it is taken for", input.name()),
					input.given(), input.judged())));
			steps.add(new Explanation.Step(new Text("状态", "status"),
					MetWords.of(inexact.reading(), this.target.goal().isFinalOnceMet()).ofReadings(inexact.met()),
					this.progress.statusWords()));
			other().ifPresent(steps::add);
			return steps;
		}
		if (verdict == null) {
			steps.add(new Explanation.Step(new Text("状态", "status"),
					Objects.requireNonNullElse(this.progress.reason(), Text.same("")), this.progress.statusWords()));
			other().ifPresent(steps::add);
			return steps;
		}
		judged().forEach((input) -> steps.add(rounding(input)));
		if (verdict.headway() != null) {
			shares(verdict, verdict.headway(), steps);
		}
		else {
			Optional.ofNullable(verdict.waypoint()).ifPresent((point) -> steps.add(way(verdict, point)));
			distance(verdict, steps);
		}
		steps.add(new Explanation.Step(new Text("状态", "status"), why(verdict), this.progress.statusWords()));
		other().ifPresent(steps::add);
		steps.addAll(OutlookSteps.of(this.progress));
		return steps;
	}

	/** How the other one of two conditions stands; the worse one counts. */
	private Optional<Explanation.Step> other() {
		return Optional.ofNullable(this.progress.besides().other())
			.map((other) -> new Explanation.Step(new Text("另一项条件（两项取差）", "the other condition (the worse one counts)"),
					GoalWords.ofOne(this.plan, other.progress().target()), other.progress().statusWords()));
	}

	private Explanation.Step rounding(Explanation.Input input) {
		Measurement measurement = Objects.requireNonNull(source(input.indicator()).measurement());
		boolean before = input.role().equals(OTHER) && this.target.goal().isAgainstYearBefore();
		Text what = Text.format("%s取公布位数（%d位小数，四舍五入）", "%s at its published decimals (%d, halves away from 0)",
				before ? Text.format("%s（%s）", "%s (%s)", input.name(), input.when()) : input.name(),
				measurement.decimals());
		return Explanation.Step.of(what, input.given(), input.judged());
	}

	/** begin + (number − begin) × share */
	private Explanation.Step way(Verdict verdict, Waypoint point) {
		return Explanation.Step.of(
				Text.format("按路径应达到的数（自年初起%s，%s到目标数）", "the point of the path (%s, on the number at %s)",
						point.by().words(), end()),
				"%s → %s".formatted(SignedWords.plain(point.begin()), SignedWords.plain(verdict.comparison().number())),
				SignedWords.plain(point.number()));
	}

	private static void distance(Verdict verdict, List<Explanation.Step> steps) {
		Comparison comparison = verdict.comparison();
		String actual = SignedWords.plain(verdict.actual());
		String line = SignedWords.plain(comparison.line());
		if (comparison.gap().compareTo(verdict.actual().subtract(comparison.number())) == 0) {
			steps.add(Explanation.Step.of(new Text("与目标相差", "gap"),
					minus(actual, SignedWords.plain(comparison.number())), SignedWords.plain(comparison.gap())));
		}
		boolean floor = comparison.margin().compareTo(verdict.actual().subtract(comparison.line())) == 0;
		steps.add(Explanation.Step.of(new Text("达标线", "line"), (verdict.waypoint() != null) ? "" : line(comparison),
				line));
		steps.add(Explanation.Step.of(new Text("距达标线", "margin"), floor ? minus(actual, line) : minus(line, actual),
				SignedWords.plain(comparison.margin())));
	}

	/** The number less or plus what is tolerated; empty where that is nothing. */
	private static String line(Comparison comparison) {
		BigDecimal tolerated = comparison.line().subtract(comparison.number());
		return (tolerated.signum() == 0) ? "" : SignedWords.plain(comparison.number())
				+ ((tolerated.signum() < 0) ? " − " : " + ") + SignedWords.plain(tolerated.abs());
	}

	private void shares(Verdict verdict, Headway headway, List<Explanation.Step> steps) {
		int decimals = SignedWords.decimals(headway);
		String done = SignedWords.percent(headway.done(), decimals);
		String pace = SignedWords.percent(headway.pace(), decimals);
		boolean ceiling = this.target.goal().isCeiling();
		String asked = asked(verdict.comparison().line(),
				this.target.goal().whole(Objects.requireNonNullElse(verdict.operand(), BigDecimal.ZERO)));
		steps.add(
				Explanation.Step.of(
						ceiling ? new Text("占控制数比例", "share used") : new Text("完成比例",
								"share done"),
						Numbers.plain(verdict.actual()) + " ÷ " + Numbers.plain(this.target.goal()
							.whole(Objects.requireNonNullElse(verdict.operand(), BigDecimal.ZERO))),
						done));
		steps.add(new Explanation.Step(new Text("进度要求", "pace"), verdict.last() ? wholeTime() : headway.basis(),
				Text.same(pace)));
		steps.add(new Explanation.Step(new Text("距达标线", "margin"),
				Text.same(ceiling ? minus(pace + asked, done) : minus(done, pace + asked)),
				SignedWords.margin(verdict, this.target.measurement())));
	}

	private Text wholeTime() {
		return (this.target.terms().deadline() == null) ? new Text("全年", "the whole year")
				: new Text("到期", "the deadline");
	}

	private Text before() {
		return (this.target.terms().deadline() == null) ? new Text("年内", "within the year")
				: new Text("期限之前", "before the deadline");
	}

	private Text end() {
		return this.target.deadline().map(Deadline::at).orElse(new Text("年底", "the year's end"));
	}

	private Text lastPeriod() {
		return (this.target.terms().deadline() == null) ? new Text("全年最后一期", "the year's last period")
				: new Text("期限当期", "the deadline's period");
	}

	private Text why(Verdict verdict) {
		Text when = verdict.last() ? lastPeriod() : before();
		MetWords met = MetWords.of(verdict, this.target.goal().isFinalOnceMet());
		Text band = Text.format("%s%s", "%s%s", SignedWords.plain(this.target.laggingBelow()), bandUnit());
		return switch (this.progress.status()) {
			case ACHIEVED, ON_TRACK -> Text.format("%s，%s", "%s, %s", when, met.words(true));
			case MISSED -> Text.format("%s，%s", "%s, %s", when, met.words(false));
			case AT_RISK ->
				Text.format("%s，%s，未到滞后界限%s", "%s, %s, above the band of lagging at %s", when, met.words(false), band);
			case LAGGING -> Text.format("%s，%s，达到滞后界限%s", "%s, %s, at or below the band of lagging at %s", when,
					met.words(false), band);
			case AWAITING_TARGET, AWAITING_FIGURE, NOT_ASSESSABLE -> when;
		};
	}

	List<Text> bands() {
		List<Text> bands = new ArrayList<>();
		if (this.target.goal().judges() && !this.target.goal().awaitsNumbers()) {
			bands.add(Text.format("滞后界限：距达标线%s%s及以下（%s）", "band of lagging: a margin of %s%s or less (%s)",
					SignedWords.plain(this.target.laggingBelow()), bandUnit(), OWN));
		}
		if (this.target.terms().path() != null) {
			bands.add(Text.format("路径：%1$s按路径评价，%2$s按目标数评价（%3$s）",
					"path: %1$s its point counts, at %2$s the number (%3$s)", before(), end(), OWN));
		}
		if (this.target.goal().hasTolerance()) {
			bands.add(Text.format("%s（%s）", "%s (%s)", tolerance(), OWN));
		}
		Optional.ofNullable(this.target.reading())
			.ifPresent((reading) -> bands.add(Text.format("读法：%s（%s）", "reading: %s (%s)", reading, OWN)));
		return bands;
	}

	/**
	 * As it is said of the goal; where shares are compared the formula does not show it.
	 */
	private Text tolerance() {
		Measurement measurement = this.plan.target(this.target.goal().subject(this.target.indicator()))
			.map(Target::measurement)
			.orElse(this.target.measurement());
		return this.target.goal().toleranceWords(Relation.differenceUnit(Objects.requireNonNull(measurement)));
	}

	private Text bandUnit() {
		Measurement measurement = this.target.measurement();
		if (measurement != null && measurement.measure() == Measure.RANK) {
			return new Text("位", " places");
		}
		boolean points = measurement == null || measurement.measure().differsInPoints() || this.target.isPaced();
		if (measurement != null && measurement.isPerMille() && !this.target.isPaced()) {
			return measurement.differenceUnit();
		}
		if (this.target.isBandOfWay()) {
			return new Text("%（占全程）", " % of the way");
		}
		return points ? new Text("个百分点", " percentage points") : new Text("%（占目标数）", " % of the goal's number");
	}

	private static String minus(String one, String other) {
		return one + " − " + (other.startsWith("−") ? "(" + other + ")" : other);
	}

}
