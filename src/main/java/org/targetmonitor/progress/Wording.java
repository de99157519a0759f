package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** Says in a sentence how a target stands, in both languages. */
final class Wording {

	private static final Text BANDS = new Text("滞后界限", "the bands of lagging");

	private final Plan plan;

	private final Judge judge;

	private final Figures judgedBy;

	private final boolean open;

	private final VerdictWords words;

	private final InexactWords inexact;

	private final ChangeWords changes;

	private final Then then;

	Wording(Plan plan, Judge judge, Figures judgedBy, boolean open, Then then) {
		this.then = then;
		this.plan = plan;
		this.judge = judge;
		this.judgedBy = judgedBy;
		this.open = open;
		this.words = new VerdictWords(plan);
		this.inexact = new InexactWords(this.words);
		this.changes = new ChangeWords(this.words, then);
	}

	TargetProgress progress(Target target, Judge.Judged judgement, Timeliness timeliness, @Nullable Revision latest,
			@Nullable Revision later, Path path, @Nullable RevisionRecord revisions, @Nullable Outlook outlook,
			boolean onceLagging) {
		Besides besides = Besides.of(target, judgement, this.judge, this.then);
		List<Text> remarks = remarks(target, judgement, besides, timeliness, path, later, onceLagging);
		judgement.period()
			.filter((judged) -> target.deadline().isEmpty() || !target.isDecidedBy(judged))
			.flatMap((judged) -> timeliness.overdueWords(target, judged))
			.ifPresent((late) -> remarks.addFirst(late));
		systemsOwn(target, judgement).ifPresent(remarks::add);
		Text present = withGroup(statusWords(target, judgement.status()), besides.ahead());
		Text status = onceLagging ? Text.format("%s（曾滞后）", "%s (was behind)", present) : present;
		return new TargetProgress(target, judgement.status(), judgement.verdict(), judgement.reason(), timeliness,
				remarks, latest, later, status,
				explanation(target, judgement, besides, remarks, status, outlook, timeliness), path,
				since(target, judgement, path), revisions, List.of(), outlook, besides, onceLagging, Supervision.NONE,
				judgement.inexact());
	}

	private static Text withGroup(Text status, @Nullable Ahead ahead) {
		return (ahead == null) ? status : Text.format("%s（%s）", "%s (%s)", status, ahead.words());
	}

	/**
	 * Nothing where the target was changed after its latest period was judged, so that
	 * the light is another one than the period had.
	 */
	private Path.@Nullable Since since(Target target, Judge.Judged judgement, Path path) {
		boolean same = judgement.period().isPresent() && !path.steps().isEmpty()
				&& path.steps().getLast().light() == judgement.status().light(target.goal());
		return same ? path.beginningOfRun()
			.map((step) -> new Path.Since(step.period(), this.plan.dayOf(step.lightSince())))
			.orElse(null) : null;
	}

	/**
	 * On a closed plan, what still waited was never assessed; what is only monitored is
	 * not called unassessable.
	 */
	private Text statusWords(Target target, Status status) {
		if (!target.entry().hasStatus()) {
			return target.goal().isMeasured() ? new Text("只报情况，不评价", "stated, not judged")
					: new Text("定性", "qualitative");
		}
		if (!target.goal().judges() && !target.goal().awaitsNumbers()) {
			return new Text("仅监测", "monitored only");
		}
		boolean waited = status == Status.AWAITING_FIGURE || status == Status.AWAITING_TARGET;
		return (!this.open && waited) ? new Text("未评价", "not assessed") : status.words(target);
	}

	private List<Text> remarks(Target target, Judge.Judged judgement, Besides besides, Timeliness timeliness, Path path,
			@Nullable Revision later, boolean onceLagging) {
		List<Text> remarks = new ArrayList<>();
		Verdict verdict = judgement.verdict();
		if (verdict != null) {
			this.judge.differentBases(target).ifPresent(remarks::add);
			this.judge.lacking(target, verdict.period()).ifPresent(remarks::add);
			this.changes.of(target, besides, path).ifPresent(remarks::add);
			DeadlineWords
				.of(target, verdict, this.judge.valuesOf(target), this.judge.reachedLate(target, verdict),
						timeliness.isOverdueAtTheEnd(target))
				.ifPresent(remarks::add);
			share(target, verdict.revision()).ifPresent(remarks::add);
			this.judge.samePeriod(target, verdict).ifPresent(remarks::add);
			done(target, verdict).ifPresent(remarks::add);
			remarks.addAll(notAvailable(target, verdict.period()));
		}
		Inexact inexact = judgement.inexact();
		if (inexact != null) {
			this.judge.differentBases(target).ifPresent(remarks::add);
			this.judge.lacking(target, inexact.period()).ifPresent(remarks::add);
			this.changes.of(target, besides, path).ifPresent(remarks::add);
			share(target, inexact.revision()).ifPresent(remarks::add);
			remarks.addAll(notAvailable(target, inexact.period()));
			if (!inexact.howFar()) {
				remarks.add(new Text("落后多少不能确定，按略有滞后计", "how far behind cannot be told, so it counts as at risk"));
			}
		}
		if (later != null && later.value() != null) {
			boolean judged = judgement.period().isPresent();
			remarks.add(Text.format(judged ? "计划关闭后另有新数据：%s%s" : "%s%s在计划关闭后才登记，未计入评价；补登往年数据，请填写发布日期", judged
					? "approved after the plan closed: %s %s"
					: "%s %s was entered after the plan closed and does not count; figures of a past year count from the day they were published, if that is given",
					PeriodWords.named(later.period(), measurement(this.words.subject(target))),
					Numbers.plain(measurement(this.words.subject(target)).published(later.value()))));
		}
		if (onceLagging) {
			remarks.add(new Text("本年曾滞后，已补上", "it lagged earlier this year and has made up for it"));
		}
		return remarks;
	}

	/** What was not taken from the report, in one remark. */
	private Optional<Text> systemsOwn(Target target, Judge.Judged judgement) {
		List<Text> own = new ArrayList<>();
		Verdict verdict = judgement.verdict();
		if (verdict != null && target.goal().hasTolerance()) {
			if (isTolerated(target, verdict)) {
				own.add(tolerance(target));
			}
		}
		else if (judgement.inexact() != null && target.goal().hasTolerance()) {
			own.add(tolerance(target));
		}
		else if (target.reading() != null) {
			own.add(new Text("读法", "the reading"));
		}
		if (judgement.status() == Status.AT_RISK || judgement.status() == Status.LAGGING) {
			own.add(BANDS);
		}
		return own.isEmpty() ? Optional.empty() : Optional.of(Text.format("%s为本系统设定",
				(own.size() > 1 || own.contains(BANDS)) ? "%s are this system's own" : "%s is this system's own",
				Text.join(own, new Text("、", " and "))));
	}

	/**
	 * Whether it is the tolerance alone that makes it enough, or on both sides that makes
	 * it too much or too little.
	 */
	private static boolean isTolerated(Target target, Verdict verdict) {
		int gap = verdict.comparison().gap().signum();
		boolean both = target.goal().isShutOnBothSides();
		return verdict.headway() == null
				&& (both ? gap != 0 : verdict.met() && (target.goal().isCeiling() ? gap > 0 : gap < 0));
	}

	private Text tolerance(Target target) {
		Measurement measurement = Objects.requireNonNull(this.words.subject(target).measurement());
		return target.goal().toleranceWords(Relation.differenceUnit(measurement));
	}

	/** Out of which two quantities a share was worked out. */
	private static Optional<Text> share(Target target, Revision revision) {
		return Optional.ofNullable(revision.figure().origin())
			.filter((origin) -> target.terms().shareOf() != null)
			.map((origin) -> Text.format("份额由总量算得：%s", "the share is worked out: %s", origin));
	}

	/** Of the target's own figures, then of what it is held against. */
	private List<Text> notAvailable(Target target, Period judged) {
		Optional<Text> own = notAvailableAfter(judged, this.words.subject(target));
		Optional<Text> other = target.goal()
			.operand()
			.flatMap(this.plan::target)
			.flatMap((operand) -> notAvailableAfter(judged, operand)
				.map((said) -> Text.format("%s%s", "%s: %s", operand.name(), said)));
		return Stream.of(own, other).flatMap(Optional::stream).toList();
	}

	/** A later interim period for which an indicator has "not available". */
	private Optional<Text> notAvailableAfter(Period judged, Target indicator) {
		return Series.of(indicator, this.judgedBy)
			.notAvailableAfter(judged)
			.map((revision) -> Text.format("%s无数据（%s）", "%s is not available (%s)",
					PeriodWords.of(revision.period(), measurement(indicator)),
					revision.figure().status().words(indicator.measurement())));
	}

	private static Optional<Text> done(Target target, Verdict verdict) {
		boolean early = verdict.headway() != null && !verdict.last()
				&& verdict.headway().done().compareTo(BigDecimal.ONE) >= 0 && verdict.comparison().met()
				&& !target.goal().isCeiling();
		return early
				? Optional
					.of(Text.format("已提前完成%s目标", "%s target is reached ahead of time", OutlookWords.whose(target)))
				: Optional.empty();
	}

	private Text explanation(Target target, Judge.Judged judgement, Besides besides, List<Text> remarks, Text status,
			@Nullable Outlook outlook, Timeliness timeliness) {
		Verdict verdict = judgement.verdict();
		List<Text> parts = new ArrayList<>();
		if (!target.entry().hasStatus()) {
			parts.add(status);
			Optional.ofNullable(besides.first()).map(this::first).ifPresent(parts::add);
			parts.set(0,
					stated(target).map((said) -> Text.format("%s，%s", "%s, %s", status, said))
						.orElse(target.goal().isMeasured() ? status
								: new Text("定性目标，尚未报送完成情况", "qualitative, nothing is stated yet")));
		}
		else if (judgement.inexact() != null) {
			parts.add(this.inexact.of(target, judgement.inexact()));
			Optional.ofNullable(besides.first()).map(this::first).ifPresent(parts::add);
			Optional.ofNullable(besides.second()).map(this::second).ifPresent(parts::add);
		}
		else if (verdict == null) {
			Text reason = judgement.reason();
			parts.add((reason == null) ? waiting(target, status) : target.goal().judges()
					? Text.format("%s：%s", "%s: %s", status, reason) : monitored(target, status));
			Optional.ofNullable(besides.first()).map(this::first).ifPresent(parts::add);
		}
		else {
			parts.add(this.words.of(target, verdict, besides));
			Optional.ofNullable(besides.first())
				.filter((first) -> first.verdict() == null)
				.map(this::first)
				.ifPresent(parts::add);
			Optional.ofNullable(besides.second()).map(this::second).ifPresent(parts::add);
		}
		if (outlook != null) {
			Remaining left = outlook.remaining();
			if (left == null || left.quantity().signum() > 0 || outlook.lowerIsBetter()) {
				OutlookWords.needed(target, outlook, timeliness).ifPresent(parts::add);
			}
		}
		parts.addAll(remarks);
		return Text.format("%s。", "%s.", Text.join(parts, new Text("；", "; ")));
	}

	/** How the figure stands to the target as the year began with it. */
	Text first(Besides.Step first) {
		Verdict verdict = first.verdict();
		return (verdict != null) ? this.words.first(first, verdict)
				: this.inexact.step(first, Objects.requireNonNull(first.inexact()), new Text("年初目标", "first target"));
	}

	private Text second(Besides.Step second) {
		Verdict verdict = second.verdict();
		return (verdict != null) ? this.words.second(second, verdict)
				: this.inexact.step(second, Objects.requireNonNull(second.inexact()), new Text("力争目标", "second step"));
	}

	/** What was said last of a qualitative target. */
	private Optional<Text> stated(Target target) {
		return this.judgedBy.approved(target.indicator())
			.descendingMap()
			.values()
			.stream()
			.filter((revision) -> !target.goal().isMeasured())
			.flatMap((revision) -> Stream.ofNullable(revision.figure().statement())
				.map((said) -> Text.format("%s：%s", "%s: %s", PeriodWords.named(revision.period()), said)))
			.findFirst();
	}

	/** What is only monitored is told all the same. */
	private Text monitored(Target target, Text status) {
		if (target.measurement() == null || !target.goal().isMeasured()) {
			return status;
		}
		Series series = Series.of(target, this.judgedBy);
		return series.periods().isEmpty() ? status
				: Text.format("%s：%s%s", "%s: %s %s", status,
						PeriodWords.of(series.periods().last(), measurement(target)),
						said(target, series, series.periods().last()));
	}

	/** A number in words, or what was published without an exact one. */
	private Text said(Target target, Series series, Period period) {
		BigDecimal value = series.values().get(period);
		return (value != null) ? this.words.said(target, period, value) : Text.format("公布为%s", "published as %s",
				Objects.requireNonNull(series.extents().get(period)).words(measurement(target).unitWords()));
	}

	private Text waiting(Target target, Text status) {
		if (!this.open) {
			return status;
		}
		if (target.measurement() != null && target.measurement().beside()) {
			return Text.format("%s：本年尚无总量数据", "%s: no level of this year yet", status);
		}
		if (target.goal().operand().isPresent()) {
			return Text.format("%s：%s与%s尚无同一报告期的已审核数据", "%s: %s and %s have no approved figures of a common period yet",
					status, this.words.subject(target).name(), this.words.operandName(target));
		}
		return Text.format("%s：本年尚无已审核的数据", "%s: no approved figure of this year yet", status);
	}

	private static Measurement measurement(Target target) {
		return Objects.requireNonNull(target.measurement());
	}

}
