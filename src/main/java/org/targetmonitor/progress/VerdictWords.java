package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/** Says a verdict: the value, what it is held against and whether the goal is met. */
final class VerdictWords {

	static final Pattern PRICES = Pattern.compile("价格|物价");

	/** What is measured by the piece of something, and does not grow. */
	private static final Pattern INTENSITIES = Pattern.compile("浓度|强度|能耗|排放|水耗|电耗");

	private final Plan plan;

	VerdictWords(Plan plan) {
		this.plan = plan;
	}

	/**
	 * Period, value, how firm it is, and how that compares: with the target, and with the
	 * first one where it was changed in the year.
	 */
	Text of(Target target, Verdict verdict, Besides besides) {
		Besides.Step first = besides.first();
		Verdict once = (first != null) ? first.verdict() : null;
		if (first == null || once == null) {
			return sentence(target, verdict, compared(target, verdict,
					(first == null) ? ComparedWords.Called.TARGET : ComparedWords.Called.CHANGED));
		}
		if (isSaidAlike(target, verdict, first, once)) {
			return sentence(target, verdict, compared(target, verdict, ComparedWords.Called.TARGET));
		}
		Text changed = compared(target, verdict, ComparedWords.Called.CHANGED);
		Text compared = compared(first, once, ComparedWords.Called.FIRST);
		return (once.actual().compareTo(verdict.actual()) == 0)
				? sentence(target, verdict, Text.format("%s；%s", "%s; %s", compared, changed)) : Text.format("%s；%s",
						"%s; %s", sentence(first.target(), once, compared), sentence(target, verdict, changed));
	}

	/**
	 * Whether two verdicts by the same figure would read the same; what differs is said
	 * beside.
	 */
	private boolean isSaidAlike(Target target, Verdict verdict, Besides.Step first, Verdict once) {
		ComparedWords.Called any = ComparedWords.Called.TARGET;
		return once.actual().compareTo(verdict.actual()) == 0
				&& first.target().laggingBelow().compareTo(target.laggingBelow()) == 0
				&& compared(first, once, any).equals(compared(target, verdict, any));
	}

	/**
	 * How the figure stands to the first target alone: there is no verdict by another.
	 */
	Text first(Besides.Step first, Verdict verdict) {
		return sentence(first.target(), verdict, compared(first, verdict, ComparedWords.Called.FIRST));
	}

	private Text sentence(Target target, Verdict verdict, Text compared) {
		return Text.format("%s%s%s（%s），%s", "%s%s %s (%s), %s", subjectName(target),
				PeriodWords.of(verdict.period(), measurement(target)), said(target, verdict.period(), verdict.actual()),
				firmness(target, verdict), compared);
	}

	/** How it stands to the second step, which is never judged by a light. */
	Text second(Besides.Step second, Verdict verdict) {
		return compared(second, verdict, ComparedWords.Called.SECOND);
	}

	private Text compared(Besides.Step step, Verdict verdict, ComparedWords.Called called) {
		return new ComparedWords(this.plan, step.target(), step.goalWords(), verdict, called).words();
	}

	private Text compared(Target target, Verdict verdict, ComparedWords.Called called) {
		return new ComparedWords(this.plan, target, target.goalWords(operandName(target)), verdict, called).words();
	}

	/** Whose value is judged, where that is not the target's own. */
	Text subjectName(Target target) {
		Target subject = subject(target);
		return subject.equals(target) ? Text.same("") : Text.format("%s", "%s: ", subject.name());
	}

	/** A value of a target in words: how it grew, where it stands, how much it is. */
	Text said(Target target, Period period, BigDecimal actual) {
		Measurement measurement = measurement(target);
		return switch (measurement.measure()) {
			case GROWTH -> changed(actual, subject(target).name(), period.isLastOfYear());
			case LEVEL -> Text.format(target.isPaced() ? "累计%s%s" : "为%s%s",
					target.isPaced() ? "%s%s so far" : "at %s%s", SignedWords.plain(actual), measurement.unitWords());
			case COMPLETION -> Text.format("完成%s%%", "%s%% done", Numbers.plain(actual));
			case RANK -> Text.format("居第%s位", "ranked %s", Numbers.plain(actual));
			case RATIO, VALUE ->
				Text.format("%s%s%s", "%s%s%s", is(measurement), SignedWords.plain(actual), measurement.unitWords());
		};
	}

	static Text is(Measurement measurement) {
		return (measurement.accumulation() == Accumulation.AVERAGE) ? new Text("平均为", "on average at ")
				: new Text("为", "at ");
	}

	/**
	 * Growth in words: a decrease is said as one, and 0 as unchanged; prices rise, and a
	 * year is held against the year before.
	 */
	private static Text changed(BigDecimal growth, Text name, boolean year) {
		String plain = Numbers.plain(growth.abs());
		Text on = year ? new Text("比上年", "on the year before") : new Text("同比", "on a year before");
		if (growth.signum() == 0) {
			return year ? new Text("与上年持平", "unchanged on the year before")
					: new Text("同比持平", "unchanged on a year before");
		}
		String up = PRICES.matcher(name.zh()).find() ? "%s上涨%s%%"
				: INTENSITIES.matcher(name.zh()).find() ? "%s上升%s%%" : "%s增长%s%%";
		return (growth.signum() > 0) ? Text.format(up, "up %2$s%% %1$s", on, plain)
				: Text.format("%s下降%s%%", "down %2$s%% %1$s", on, plain);
	}

	private Text firmness(Target target, Verdict verdict) {
		return Relation.of(this.plan, target, verdict)
			.map((relation) -> relation.subject().firmness())
			.orElse(verdict.revision().firmness(subject(target).measurement()));
	}

	/** The name of what a relation is held against; empty of other goals. */
	Text operandName(Target target) {
		return target.goal().operand().flatMap(this.plan::target).map(Target::name).orElse(Text.same(""));
	}

	/** Whose value is judged. */
	Target subject(Target target) {
		String code = target.goal().subject(target.indicator());
		return code.equals(target.indicator()) ? target : this.plan.target(code).orElse(target);
	}

	private static Measurement measurement(Target target) {
		return Objects.requireNonNull(target.measurement());
	}

}
