package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/** Says a verdict: the value, what it is held against and whether the goal is met. */
final class VerdictWords {

	private final Plan plan;

	VerdictWords(Plan plan) {
		this.plan = plan;
	}

	/** Period, value, how firm it is, and how that compares. */
	Text of(Target target, Verdict verdict) {
		return Text.format("%s%s%s（%s），%s", "%s%s %s (%s), %s", subjectName(target),
				PeriodWords.of(verdict.period(), measurement(target)), said(target, verdict), firmness(target, verdict),
				compared(target, verdict));
	}

	/** Whose value is judged, where that is not the target's own. */
	private Text subjectName(Target target) {
		Target subject = subject(target);
		return subject.equals(target) ? Text.same("") : Text.format("%s", "%s: ", subject.name());
	}

	private Text said(Target target, Verdict verdict) {
		Measurement measurement = measurement(target);
		return switch (measurement.measure()) {
			case GROWTH -> changed(verdict.actual());
			case RATIO -> Text.format("为%s%%", "at %s%%", Numbers.plain(verdict.actual()));
			case LEVEL -> Text.format("累计%s%s", "%s %s so far", Numbers.plain(verdict.actual()), measurement.unit());
			case COMPLETION -> Text.format("完成%s%%", "%s%% done", Numbers.plain(verdict.actual()));
			case VALUE -> Text.format("为%s%s", "at %s%s", Numbers.plain(verdict.actual()), measurement.unitWords());
		};
	}

	/** Growth in words: a decrease is said as one, and 0 as unchanged. */
	private static Text changed(BigDecimal growth) {
		return switch (growth.signum()) {
			case -1 -> Text.format("同比下降%s%%", "down %s%% on a year before", Numbers.plain(growth.abs()));
			case 0 -> new Text("同比持平", "unchanged on a year before");
			default -> Text.format("同比增长%s%%", "up %s%% on a year before", Numbers.plain(growth));
		};
	}

	private Text compared(Target target, Verdict verdict) {
		if (verdict.headway() != null) {
			return shared(target, verdict, verdict.headway());
		}
		Measurement measurement = measurement(target);
		Text against = against(target, verdict, measurement);
		BigDecimal gap = verdict.comparison().gap();
		Text met = met(target, verdict);
		if (target.goal().number().isEmpty() && verdict.operand() == null && gap.signum() == 0) {
			return Text.format("处于目标%s，%s", "within the target of %s, %s", goalWords(target), met);
		}
		if (gap.signum() == 0) {
			return Text.format("与%s持平，%s", "level with %s, %s", against, met);
		}
		Text difference = Text.format("%s%s", "%s%s", Numbers.plain(gap.abs()), Relation.differenceUnit(measurement));
		Optional<Text> edge = target.goal().passed(verdict.actual(), measurement.unitWords());
		if (edge.isPresent()) {
			return (gap.signum() > 0) ? Text.format("高于%s%s，%s", "%2$s above %1$s, %3$s", edge.get(), difference, met)
					: Text.format("低于%s%s，%s", "%2$s below %1$s, %3$s", edge.get(), difference, met);
		}
		return (gap.signum() > 0) ? Text.format("比%s高%s，%s", "%2$s above %1$s, %3$s", against, difference, met)
				: Text.format("比%s低%s，%s", "%2$s below %1$s, %3$s", against, difference, met);
	}

	private Text firmness(Target target, Verdict verdict) {
		return Relation.of(this.plan, target, verdict)
			.map((relation) -> relation.subject().firmness())
			.orElse(verdict.revision().firmness());
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
					measurement.unitWords(), other.firmness()))
			.orElseGet(() -> Text.format("目标（%s）", "the target of %s", words));
	}

	private Text shared(Target target, Verdict verdict, Headway headway) {
		int decimals = SignedWords.decimals(headway);
		Text pace = verdict.last() ? new Text("全年目标", "the year's target")
				: Text.format("%s（%s）", "the %s (%s)", headway.basis(), SignedWords.percent(headway.pace(), decimals));
		BigDecimal apart = headway.done().subtract(headway.pace());
		Text stands = stands(target,
				SignedWords.hundredths(target.goal().isCeiling() ? apart.negate() : apart, decimals), pace);
		if (verdict.last()) {
			stands = Text.format("%s，%s", "%s, %s", stands, met(target, verdict));
		}
		else if (verdict.met() && target.goal().hasTolerance() && apart.signum() != 0) {
			stands = Text.format("%s，%s", "%s, %s", stands, new Text("在容差内", "within the tolerance"));
		}
		// Percent done of a goal of 100 is the share itself; of any other it has to be
		// said
		boolean same = verdict.actual().movePointLeft(2).compareTo(headway.done()) == 0;
		if (measurement(target).measure() == Measure.COMPLETION && same) {
			return stands;
		}
		Text done = target.goal().isCeiling() ? new Text("已使用", "used") : new Text("完成", "done");
		return Text.format("%1$s全年目标（%2$s）的%3$s，%4$s", "%3$s of the year's target (%2$s) %1$s, %4$s", done,
				goalWords(target), SignedWords.percent(headway.done(), decimals), stands);
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

	private Text goalWords(Target target) {
		return target.goalWords(operandName(target));
	}

	/** The name of what a relation is held against; empty of other goals. */
	Text operandName(Target target) {
		return target.goal().operand().flatMap(this.plan::target).map(Target::name).orElse(Text.same(""));
	}

	/** Whose value is judged. */
	Target subject(Target target) {
		return this.plan.target(target.goal().subject(target.indicator())).orElse(target);
	}

	private static Measurement measurement(Target target) {
		return Objects.requireNonNull(target.measurement());
	}

}
