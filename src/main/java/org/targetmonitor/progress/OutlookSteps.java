package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/** Tells, step by step, how what the rest of the year must bring came about. */
final class OutlookSteps {

	private final Outlook outlook;

	private final BigDecimal soFar;

	private final Measurement measurement;

	private final Text rest;

	private OutlookSteps(Target target, Outlook outlook, BigDecimal soFar) {
		this.rest = OutlookWords.rest(target, outlook.period());
		this.outlook = outlook;
		this.soFar = soFar;
		this.measurement = Objects.requireNonNull(target.measurement());
	}

	/** None without outlook, or where its base share is missing. */
	static List<Explanation.Step> of(TargetProgress progress) {
		Outlook outlook = progress.outlook();
		Verdict verdict = progress.verdict();
		if (outlook == null || verdict == null) {
			return List.of();
		}
		OutlookSteps steps = new OutlookSteps(progress.target(), outlook, verdict.actual());
		if (outlook.remaining() != null) {
			return List.of(steps.left());
		}
		return (outlook.base() != null && outlook.required() != null) ? steps.growth(outlook.base(), outlook.required())
				: List.of();
	}

	private Explanation.Step left() {
		return Explanation.Step.of(
				Text.format("测算：%s余下数量（目标 − 累计）", "estimate: what is left for %s (goal − so far)", this.rest),
				plain(this.outlook.number()) + " − " + plain(this.soFar),
				plain(this.outlook.number().subtract(this.soFar)));
	}

	private List<Explanation.Step> growth(AppliedShare base, Band required) {
		String share = plain(base.share().setScale(Math.min(base.share().scale(), 6), RoundingMode.HALF_UP));
		Explanation.Step part = new Explanation.Step(Text.format("测算：基期（%d年）累计比重 s",
				"estimate: s, the part of the base year %d reached", this.outlook.period().year() - 1), base.source(),
				Text.same(share));
		Explanation.Step rate = Explanation.Step.of(Text.format("测算：%s所需增速 r = (G* − s·G) ÷ (1 − s)",
				"estimate: what %s needs, r = (G* − s·G) ÷ (1 − s)", this.rest), calculation(share, this.soFar),
				finer(required.middle()));
		Band rounding = Band.published(this.soFar, this.measurement.decimals());
		Explanation.Step band = new Explanation.Step(
				new Text("测算：r的区间（G为公布数，前后各半个末位）",
						"estimate: the band of r (G as published, half a last digit to either side)"),
				Text.format("G = %s至%s", "G = %s to %s", plain(rounding.high()), plain(rounding.low())),
				Text.format("%s至%s", "%s to %s", finer(required.low()), finer(required.high())));
		return List.of(part, rate, band);
	}

	private String calculation(String share, BigDecimal rate) {
		String given = (rate.signum() < 0) ? "(" + plain(rate) + ")" : plain(rate);
		return "(%s − %s × %s) ÷ (1 − %2$s)".formatted(plain(this.outlook.number()), share, given);
	}

	private static String plain(BigDecimal number) {
		return SignedWords.plain(number);
	}

	private String finer(BigDecimal rate) {
		return SignedWords.finer(rate, this.measurement);
	}

}
