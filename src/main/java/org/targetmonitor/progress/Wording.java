package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** Says in a sentence how a target stands, in both languages. */
final class Wording {

	private static final Text PERCENT = Text.same("%");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Plan plan;

	private final Judge judge;

	private final Figures judgedBy;

	private final boolean open;

	Wording(Plan plan, Judge judge, Figures judgedBy, boolean open) {
		this.plan = plan;
		this.judge = judge;
		this.judgedBy = judgedBy;
		this.open = open;
	}

	TargetProgress progress(Target target, Judge.Judgement judgement, Timeliness timeliness, @Nullable Revision latest,
			@Nullable Revision later, Path path, @Nullable RevisionRecord revisions, @Nullable Outlook outlook,
			boolean onceLagging) {
		List<Text> remarks = remarks(target, judgement, later, onceLagging);
		Text present = statusWords(target, judgement.status());
		Text status = onceLagging ? Text.format("%s（曾滞后）", "%s (was behind)", present) : present;
		return new TargetProgress(target, judgement.status(), judgement.verdict(), judgement.reason(), timeliness,
				remarks, latest, later, status, explanation(target, judgement, remarks, status, outlook), path,
				since(target, judgement, path), revisions, List.of(), outlook, onceLagging, Supervision.NONE);
	}

	/**
	 * Nothing where the target was changed after its latest period was judged, so that
	 * the light is another one than the period had.
	 */
	private Path.@Nullable Since since(Target target, Judge.Judgement judgement, Path path) {
		boolean same = judgement.verdict() != null && !path.steps().isEmpty()
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
			return new Text("只报情况，不评价", "stated, not judged");
		}
		if (!target.goal().judges() && !target.goal().awaitsNumbers()) {
			return new Text("仅监测", "monitored only");
		}
		boolean waited = status == Status.AWAITING_FIGURE || status == Status.AWAITING_TARGET;
		return (!this.open && waited) ? new Text("未评价", "not assessed") : status.words();
	}

	private List<Text> remarks(Target target, Judge.Judgement judgement, @Nullable Revision later,
			boolean onceLagging) {
		List<Text> remarks = new ArrayList<>();
		Verdict verdict = judgement.verdict();
		if (verdict != null) {
			this.judge.differentBases(target).ifPresent(remarks::add);
			done(target, verdict).ifPresent(remarks::add);
			notAvailable(subject(target), verdict).ifPresent(remarks::add);
			target.goal()
				.operand()
				.flatMap(this.plan::target)
				.flatMap((operand) -> notAvailable(operand, verdict)
					.map((said) -> Text.format("%s%s", "%s: %s", operand.name(), said)))
				.ifPresent(remarks::add);
		}
		if (later != null && later.value() != null) {
			remarks.add(Text.format("计划关闭后另有新数据：%s %s", "approved after the plan closed: %s %s", later.period(),
					Numbers.plain(measurement(subject(target)).published(later.value()))));
		}
		if (onceLagging) {
			remarks.add(new Text("本年曾滞后，已补上", "it lagged earlier this year and has made up for it"));
		}
		if (usesOwnBands(target)) {
			remarks.add(Text.format("%s为本系统设定", "%s is this system's own", target.goal().toleranceName()));
		}
		if (judgement.status() == Status.AT_RISK || judgement.status() == Status.LAGGING) {
			remarks.add(new Text("滞后界限为本系统设定", "the bands of lagging are this system's own"));
		}
		return remarks;
	}

	/** A later interim period for which an indicator has "not available". */
	private Optional<Text> notAvailable(Target indicator, Verdict verdict) {
		return Series.of(indicator, this.judgedBy)
			.notAvailableAfter(verdict.period())
			.map((revision) -> Text.format("%s无数据（%s）", "%s is not available (%s)",
					PeriodWords.of(revision.period(), measurement(indicator)), revision.figure().status().words()));
	}

	private static Optional<Text> done(Target target, Verdict verdict) {
		boolean early = verdict.share() != null && !verdict.last()
				&& verdict.share().done().compareTo(BigDecimal.ONE) >= 0 && !target.goal().isCeiling();
		return early ? Optional.of(new Text("已提前完成全年目标", "the year's target is reached ahead of time"))
				: Optional.empty();
	}

	/**
	 * Whether the verdict hangs on a tolerance or a reading that no official text gives.
	 */
	private static boolean usesOwnBands(Target target) {
		return target.reading() != null || target.goal().hasTolerance();
	}

	private Text explanation(Target target, Judge.Judgement judgement, List<Text> remarks, Text status,
			@Nullable Outlook outlook) {
		Verdict verdict = judgement.verdict();
		List<Text> parts = new ArrayList<>();
		if (!target.entry().hasStatus()) {
			parts.add(status);
		}
		else if (verdict == null) {
			Text reason = judgement.reason();
			parts.add((reason != null) ? Text.format("%s：%s", "%s: %s", status, reason) : waiting(target, status));
		}
		else {
			parts.add(Text.format("%s%s%s（%s），%s", "%s%s %s (%s), %s", subjectName(target),
					PeriodWords.of(verdict.period(), measurement(target)), said(target, verdict),
					vintage(target, verdict), compared(target, verdict)));
		}
		if (outlook != null) {
			Remaining left = outlook.remaining();
			if (left == null || left.quantity().signum() > 0) {
				OutlookWords.needed(target, outlook).ifPresent(parts::add);
			}
		}
		parts.addAll(remarks);
		return Text.format("%s。", "%s.", Text.join(parts, new Text("；", "; ")));
	}

	private Text waiting(Target target, Text status) {
		if (!this.open) {
			return status;
		}
		if (target.goal().operand().isPresent()) {
			return Text.format("%s：%s与%s尚无同一报告期的已审核数据", "%s: %s and %s have no approved figures of a common period yet",
					status, subject(target).name(), operandName(target));
		}
		return Text.format("%s：本年尚无已审核的数据", "%s: no approved figure of this year yet", status);
	}

	private Text said(Target target, Verdict verdict) {
		Measurement measurement = measurement(target);
		return switch (measurement.measure()) {
			case GROWTH -> changed(verdict.actual());
			case RATIO -> Text.format("为%s%%", "at %s%%", Numbers.plain(verdict.actual()));
			case LEVEL -> Text.format("累计%s%s", "%s %s so far", Numbers.plain(verdict.actual()), measurement.unit());
			case COMPLETION -> Text.format("完成%s%%", "%s%% done", Numbers.plain(verdict.actual()));
			case VALUE -> Text.format("为%s%s", "at %s%s", Numbers.plain(verdict.actual()), unit(measurement));
		};
	}

	/** Growth in words: a decrease is said as one, and 0 as unchanged. */
	static Text changed(BigDecimal growth) {
		return switch (growth.signum()) {
			case -1 -> Text.format("同比下降%s%%", "down %s%% on a year before", Numbers.plain(growth.abs()));
			case 0 -> new Text("同比持平", "unchanged on a year before");
			default -> Text.format("同比增长%s%%", "up %s%% on a year before", Numbers.plain(growth));
		};
	}

	private Text compared(Target target, Verdict verdict) {
		if (verdict.share() != null) {
			return shared(target, verdict, verdict.share());
		}
		Measurement measurement = measurement(target);
		Text against = against(target, verdict, measurement);
		BigDecimal gap = verdict.comparison().gap();
		Text met = met(target, verdict);
		if (target.goal().number().isEmpty() && verdict.operand() == null && gap.signum() == 0) {
			return Text.format("处于%s，%s", "within %s, %s", against, met);
		}
		if (gap.signum() == 0) {
			return Text.format("与%s持平，%s", "level with %s, %s", against, met);
		}
		Text difference = Text.format("%s%s", "%s%s", Numbers.plain(gap.abs()), Relation.differenceUnit(measurement));
		return (gap.signum() > 0) ? Text.format("比%s高%s，%s", "%2$s above %1$s, %3$s", against, difference, met)
				: Text.format("比%s低%s，%s", "%2$s below %1$s, %3$s", against, difference, met);
	}

	private Text vintage(Target target, Verdict verdict) {
		return Relation.of(this.plan, target, verdict)
			.map((relation) -> relation.subject().vintage())
			.orElse(verdict.revision().vintage());
	}

	/** Whether it is met; of a relation with the tolerance or elasticity. */
	private Text met(Target target, Verdict verdict) {
		Text met = verdict.met() ? new Text("达标", "met") : new Text("未达标", "not met");
		return Relation.of(this.plan, target, verdict)
			.flatMap(Relation::tolerance)
			.map((tolerance) -> Text.format("%s，%s", "%s, %s", tolerance, met))
			.orElse(met);
	}

	private Text against(Target target, Verdict verdict, Measurement measurement) {
		Text words = goalWords(target);
		return Relation.of(this.plan, target, verdict)
			.map(Relation::other)
			.map((other) -> Text.format("%s%s的%s%s（%s）", "%1$s's %3$s%4$s in %2$s (%5$s)", other.target().name(),
					PeriodWords.of(other.period(), other.measurement()), Numbers.plain(other.value()),
					unit(measurement), other.vintage()))
			.orElseGet(() -> Text.format("目标%s", "the target of %s", words));
	}

	private Text shared(Target target, Verdict verdict, Share share) {
		BigDecimal ahead = percent(verdict.marginRatio());
		Text pace = verdict.last() ? new Text("全年目标", "the year's target")
				: Text.format("%s（%s%%）", "the %s (%s%%)", share.basis(), Numbers.plain(percent(share.pace())));
		Text stands = stands(target, ahead, pace);
		if (!measurement(target).measure().equals(Measure.LEVEL)) {
			return stands;
		}
		Text done = target.goal().isCeiling() ? new Text("已使用", "used") : new Text("完成", "done");
		return Text.format("%1$s全年目标（%2$s）的%3$s%%，%4$s", "%3$s%% of the year's target (%2$s) %1$s, %4$s", done,
				goalWords(target), Numbers.plain(percent(share.done())), stands);
	}

	/** Ahead of a pace or behind it; under a ceiling, below the pace or above it. */
	private static Text stands(Target target, BigDecimal ahead, Text pace) {
		String points = Numbers.plain(ahead.abs());
		boolean good = ahead.signum() >= 0;
		if (ahead.signum() == 0) {
			return Text.format("与%s持平", "level with %s", pace);
		}
		if (target.goal().isCeiling()) {
			return Text.format(good ? "低于%s%s个百分点" : "高于%s%s个百分点",
					good ? "%2$s points below %1$s" : "%2$s points above %1$s", pace, points);
		}
		return Text.format(good ? "超%s%s个百分点" : "欠%s%s个百分点",
				good ? "%2$s points ahead of %1$s" : "%2$s points behind %1$s", pace, points);
	}

	/** Whose value is judged, where that is not the target's own. */
	private Text subjectName(Target target) {
		Target subject = subject(target);
		return subject.equals(target) ? Text.same("") : Text.format("%s", "%s: ", subject.name());
	}

	private static BigDecimal percent(BigDecimal ratio) {
		return ratio.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
	}

	Text goalWords(Target target) {
		return target.goalWords(operandName(target));
	}

	private Text operandName(Target target) {
		return target.goal().operand().flatMap(this.plan::target).map(Target::name).orElse(Text.same(""));
	}

	private Target subject(Target target) {
		return this.plan.target(target.goal().subject(target.indicator())).orElse(target);
	}

	private static Text unit(Measurement measurement) {
		return measurement.unit().equals("percent") ? PERCENT : new Text(measurement.unit(), " " + measurement.unit());
	}

	private static Measurement measurement(Target target) {
		return Objects.requireNonNull(target.measurement());
	}

}
