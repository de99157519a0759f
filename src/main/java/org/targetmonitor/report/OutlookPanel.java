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
import org.targetmonitor.progress.AppliedShare;
import org.targetmonitor.progress.Band;
import org.targetmonitor.progress.Outlook;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.Reach;
import org.targetmonitor.progress.Scenario;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.progress.WhatIfWords;
import org.targetmonitor.submission.Revision;

/**
 * An outlook as an indicator's page shows it, beside the outlook itself.
 *
 * @param plan the plan
 * @param progress how the target stands
 * @param outlook its outlook
 */
public record OutlookPanel(Plan plan, TargetProgress progress, Outlook outlook) {

	private static final int SHARE_DECIMALS = 2;

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
		return Optional.ofNullable(progress.outlook()).map((outlook) -> new OutlookPanel(plan, progress, outlook));
	}

	/** What the rest of the year must bring; null where an input is missing. */
	public @Nullable Text needed() {
		return OutlookWords.needed(this.progress).orElse(null);
	}

	/** The growth needed before rounding, with its band; null of quantities. */
	public @Nullable Text unrounded() {
		Band required = this.outlook.required();
		return (required == null) ? null
				: Text.format("修约前r = %s，区间%s至%s（因累计增速按公布位数四舍五入）",
						"before rounding r = %s, band %s to %s (from the rounding of the rate so far)",
						finer(required.middle()), finer(required.low()), finer(required.high()));
	}

	/** Good, warn or bad: whether what is needed was ever brought; null if not known. */
	public @Nullable String reachMark() {
		Reach reach = this.outlook.reach();
		return (reach == null) ? null : switch (reach.kind()) {
			case REACHABLE -> "good";
			case HARD -> "warn";
			case OUT_OF_REACH -> mark(false);
		};
	}

	/** Where the year would end. */
	public List<End> ends() {
		return this.outlook.scenarios().stream().map(this::end).toList();
	}

	private Target target() {
		return this.progress.target();
	}

	private Measurement measurement() {
		return Objects.requireNonNull(target().measurement());
	}

	/** Quantities as published, rates finer. */
	private String finer(BigDecimal value) {
		return SignedWords.finer(value, measurement());
	}

	/** Of a target that is never red nothing is marked bad. */
	private String mark(boolean good) {
		return good ? "good" : target().goal().isNeverRed() ? "warn" : "bad";
	}

	private End end(Scenario scenario) {
		Band year = scenario.yearEnd();
		boolean low = meets(year.low(), (year.low().signum() < 0) ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
		boolean high = meets(year.high(), (year.high().signum() > 0) ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
		boolean open = low != high || low != meets(year.middle(), RoundingMode.HALF_UP);
		return new End(scenario.words(), finer(year.low()), finer(year.middle()), finer(year.high()),
				SignedWords.value(measurement().published(year.middle()), measurement()), open ? "warn" : mark(low),
				open ? new Text("在界限上，未定", "on the edge, open") : WhatIfWords.met(low));
	}

	/**
	 * Whether a year within a band meets the goal. Ties are published away from 0, so a
	 * band does not hold its end that is further from 0: that end is rounded towards the
	 * band.
	 */
	private boolean meets(BigDecimal year, RoundingMode ties) {
		BigDecimal published = year.setScale(measurement().decimals(), ties);
		return target().goal().compare(published, published).met();
	}

	/** What it was calculated from. */
	public List<Input> inputs() {
		List<Input> inputs = new ArrayList<>();
		Measurement measurement = measurement();
		Verdict verdict = this.progress.judged().orElseThrow();
		Revision revision = verdict.revision();
		inputs.add(new Input(
				Text.format("%s目标数%s", "%s number%s", OutlookWords.whose(target()),
						Text.same((this.outlook.remaining() == null) ? " G*" : "")),
				SignedWords.value(this.outlook.number(), measurement),
				new Text("目标，不含容差", "the target without tolerance")));
		inputs
			.add(new Input(Text.format("%s累计数G", "G, so far (%s)", PeriodWords.of(this.outlook.period(), measurement)),
					SignedWords.value(verdict.actual(), measurement), Text.format("第%d版，%s得知",
							"revision %d, known on %s", revision.number(), this.plan.dayOf(revision.countsFrom()))));
		AppliedShare base = this.outlook.base();
		if (base != null) {
			inputs.add(new Input(
					Text.format("基期（%d年）%s占全年比重 s", "the part of the base year %d by %s, s", this.plan.year() - 1,
							PeriodWords.of(this.outlook.period(), measurement)),
					SignedWords.percent(base.share(), SHARE_DECIMALS), source(base)));
		}
		return inputs;
	}

	private Text source(AppliedShare base) {
		Instant known = base.knownFrom();
		return (known == null) ? base.source()
				: Text.format("%s，%s得知", "%s, known on %s", base.source(), this.plan.dayOf(known));
	}

}
