package org.targetmonitor.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Band;
import org.targetmonitor.progress.AppliedShare;
import org.targetmonitor.progress.Outlook;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.Reach;
import org.targetmonitor.progress.Remaining;
import org.targetmonitor.progress.Scenario;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.progress.WhatIfWords;
import org.targetmonitor.submission.Revision;

/**
 * An outlook as an indicator's page shows it.
 *
 * @param needed what the rest of the year must bring; null where an input is missing
 * @param unrounded the same before rounding, with its band; null of quantities
 * @param reach whether that was ever brought, with the length of the record
 * @param reachMark good, warn or bad
 * @param ends where the year would end
 * @param inputs what it was calculated from
 * @param missing the inputs that are missing
 */
public record OutlookPanel(@Nullable Text needed, @Nullable Text unrounded, @Nullable Text reach,
		@Nullable String reachMark, List<End> ends, List<Input> inputs, List<Text> missing) {

	/** Rates are shown so many decimals finer than they are published. */
	private static final int FINER = 2;

	private static final int SHARE_DECIMALS = 2;

	public OutlookPanel {
		ends = List.copyOf(ends);
		inputs = List.copyOf(inputs);
		missing = List.copyOf(missing);
	}

	/**
	 * Where the year would end under an assumption.
	 *
	 * @param words the assumption
	 * @param low the lower bound before rounding
	 * @param middle the middle before rounding
	 * @param high the upper bound before rounding
	 * @param published the middle as it would be published
	 * @param mark good, warn or bad
	 * @param outcome met, not met, or within reach of rounding
	 */
	public record End(Text words, String low, String middle, String high, String published, String mark, Text outcome) {
	}

	/** One number that went into the calculation, and where it is from. */
	public record Input(Text what, String value, Text source) {
	}

	/** Empty of targets without outlook. */
	public static Optional<OutlookPanel> of(Plan plan, TargetProgress progress) {
		return Optional.ofNullable(progress.outlook()).map((outlook) -> of(plan, progress, outlook));
	}

	private static OutlookPanel of(Plan plan, TargetProgress progress, Outlook outlook) {
		Target target = progress.target();
		Text needed = OutlookWords.needed(target, outlook).orElse(null);
		Reach reach = outlook.reach();
		return new OutlookPanel(needed, (outlook.required() != null) ? unrounded(target, outlook.required()) : null,
				(reach != null) ? reach.words() : null, (reach != null) ? mark(target, reach.kind()) : null,
				outlook.scenarios().stream().map((scenario) -> end(target, scenario)).toList(),
				inputs(plan, progress, outlook), outlook.missing());
	}

	private static Text unrounded(Target target, Band required) {
		Measurement measurement = Objects.requireNonNull(target.measurement());
		return Text.format("修约前r = %s，区间%s至%s（因累计增速按公布位数四舍五入）",
				"before rounding r = %s, band %s to %s (from the rounding of the rate so far)",
				finer(required.middle(), measurement), finer(required.low(), measurement),
				finer(required.high(), measurement));
	}

	/** Of a target that is never red nothing is marked bad. */
	private static String mark(Target target, boolean good) {
		return good ? "good" : target.goal().isNeverRed() ? "warn" : "bad";
	}

	private static String mark(Target target, Reach.Kind kind) {
		return switch (kind) {
			case REACHABLE -> "good";
			case HARD -> "warn";
			case OUT_OF_REACH -> mark(target, false);
		};
	}

	private static End end(Target target, Scenario scenario) {
		Measurement measurement = Objects.requireNonNull(target.measurement());
		Band year = scenario.yearEnd();
		boolean low = meets(target, year.low(),
				(year.low().signum() < 0) ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
		boolean high = meets(target, year.high(),
				(year.high().signum() > 0) ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
		boolean open = low != high || low != meets(target, year.middle(), RoundingMode.HALF_UP);
		return new End(scenario.words(), finer(year.low(), measurement), finer(year.middle(), measurement),
				finer(year.high(), measurement), SignedWords.value(measurement.published(year.middle()), measurement),
				open ? "warn" : mark(target, low),
				open ? new Text("在界限上，未定", "on the edge, open") : WhatIfWords.met(low));
	}

	/**
	 * Whether a year within a band meets the goal. Ties are published away from 0, so a
	 * band does not hold its end that is further from 0: that end is rounded towards the
	 * band.
	 */
	private static boolean meets(Target target, BigDecimal year, RoundingMode ties) {
		BigDecimal published = year.setScale(Objects.requireNonNull(target.measurement()).decimals(), ties);
		return target.goal().compare(published, published).met();
	}

	private static List<Input> inputs(Plan plan, TargetProgress progress, Outlook outlook) {
		List<Input> inputs = new ArrayList<>();
		Measurement measurement = Objects.requireNonNull(progress.target().measurement());
		Verdict verdict = progress.judged().orElseThrow();
		Revision revision = verdict.revision();
		boolean growth = outlook.remaining() == null;
		inputs.add(new Input(Text.format("全年目标数%s", "the year's number%s", growth ? Text.same(" G*") : Text.same("")),
				SignedWords.value(outlook.number(), measurement), new Text("目标，不含容差", "the target without tolerance")));
		inputs.add(new Input(Text.format("%s累计数G", "G, so far (%s)", PeriodWords.of(outlook.period(), measurement)),
				SignedWords.value(verdict.actual(), measurement), Text.format("第%d版，%s得知", "revision %d, known on %s",
						revision.number(), day(plan, revision.countsFrom()))));
		AppliedShare base = outlook.base();
		if (base != null) {
			inputs
				.add(new Input(
						Text.format("基期（%d年）%s占全年比重 s", "the part of the base year %d by %s, s", plan.year() - 1,
								PeriodWords.of(outlook.period(), measurement)),
						percent(base.share()), source(plan, base)));
		}
		return inputs;
	}

	private static Text source(Plan plan, AppliedShare base) {
		Instant known = base.knownFrom();
		return (known == null) ? base.source()
				: Text.format("%s，%s得知", "%s, known on %s", base.source(), day(plan, known));
	}

	private static String day(Plan plan, Instant moment) {
		return plan.dayOf(moment).toString();
	}

	private static String percent(BigDecimal share) {
		return SignedWords.plain(share.movePointRight(2).setScale(SHARE_DECIMALS, RoundingMode.HALF_UP)) + "%";
	}

	/** Quantities as published, rates finer. */
	private static String finer(BigDecimal value, Measurement measurement) {
		int decimals = measurement.decimals() + (measurement.measure().accumulatesOverYear() ? 0 : FINER);
		return SignedWords.value(value.setScale(decimals, RoundingMode.HALF_UP), measurement);
	}

}
