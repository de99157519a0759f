package org.targetmonitor.progress;

import java.util.Objects;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Target;

/**
 * Says a verdict by figures that were published without an exact number: as they were
 * published, and what every reading of them comes to. No gap is named.
 */
final class InexactWords {

	private final VerdictWords words;

	InexactWords(VerdictWords words) {
		this.words = words;
	}

	Text of(Target target, Inexact inexact) {
		Measurement measurement = measurement(target);
		return Text.format("%s%s%s（%s），对照%s，%s", "%s%s %s (%s), held against %s, %s", this.words.subjectName(target),
				PeriodWords.of(inexact.period(), measurement), said(target, inexact),
				inexact.revision().firmness(measurement), against(target, inexact), outcome(target, inexact));
	}

	/** How the same figure stands to another writing of the target. */
	Text step(Besides.Step step, Inexact inexact, Text called) {
		return Text.format("按%s（%s）%s", "by the %s (%s) %s", called, step.goalWords(), outcome(step.target(), inexact));
	}

	private Text said(Target target, Inexact inexact) {
		Measurement measurement = measurement(target);
		return switch (measurement.measure()) {
			case GROWTH -> changed(target, inexact);
			case RATIO, VALUE, RANK -> Text.format("%s%s", "%s%s", VerdictWords.is(measurement), inexact.actual());
			case LEVEL -> Text.format(target.isPaced() ? "累计%s" : "为%s", target.isPaced() ? "%s so far" : "at %s",
					inexact.actual());
			case COMPLETION -> Text.format("完成%s", "%s done", inexact.actual());
		};
	}

	private Text changed(Target target, Inexact inexact) {
		Text on = inexact.period().isLastOfYear() ? new Text("比上年", "on the year before")
				: new Text("同比", "on a year before");
		if (inexact.crossesZero()) {
			return Text.format("%s增减%s", "changed by %2$s %1$s", on, inexact.actual());
		}
		boolean prices = VerdictWords.PRICES.matcher(this.words.subject(target).name().zh()).find();
		return inexact.decrease() ? Text.format("%s下降%s", "down %2$s %1$s", on, inexact.actual())
				: Text.format(prices ? "%s上涨%s" : "%s增长%s", "up %2$s %1$s", on, inexact.actual());
	}

	private Text against(Target target, Inexact inexact) {
		Text operand = inexact.operand();
		Text goal = target.goalWords(this.words.operandName(target));
		if (operand != null && target.goal().operand().isPresent()) {
			return Text.format("%s的%s（目标：%s）", "%s's %s (target: %s)", this.words.operandName(target), operand, goal);
		}
		if (operand != null) {
			return Text.format("上年的%s（目标：%s）", "last year's %s (target: %s)", operand, goal);
		}
		Waypoint point = inexact.reading().waypoint();
		if (point != null) {
			return Text.format("路径值%s%s（目标：%s）", "the point of the path, %s%s (target: %s)",
					SignedWords.plain(point.number()), measurement(target).unitWords(), goal);
		}
		boolean whole = inexact.reading().headway() != null;
		return Text.format(whole ? "%2$s（%1$s）" : "目标（%1$s）", whole ? "%2$s of %1$s" : "the target of %1$s", goal,
				ComparedWords.Called.TARGET.whole(target));
	}

	/** What is shared by all readings: a pace is the same for each of them. */
	private Text outcome(Target target, Inexact inexact) {
		Headway headway = inexact.reading().headway();
		if (headway == null || inexact.last() || target.goal().hasTolerance()) {
			return MetWords.of(inexact.reading(), target.goal().isFinalOnceMet()).ofReadings(inexact.met());
		}
		Text pace = Text.format("%s（%s）", "the %s (%s)", headway.basis(), SignedWords.percent(headway.pace()));
		if (target.goal().isCeiling()) {
			return Text.format(inexact.met() ? "各种读法均不快于%s" : "各种读法均快于%s",
					inexact.met() ? "no faster than %s by every reading" : "faster than %s by every reading", pace);
		}
		return Text.format(inexact.met() ? "各种读法均不慢于%s" : "各种读法均慢于%s",
				inexact.met() ? "no slower than %s by every reading" : "slower than %s by every reading", pace);
	}

	private Measurement measurement(Target target) {
		return Objects.requireNonNull(this.words.subject(target).measurement());
	}

}
