package org.targetmonitor.progress;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.OtherArea;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.ShareOf;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;

/**
 * Says what of another area is missing, and why it is not there.
 *
 * @param targets finds the target of an indicator
 * @param unseen why a plan of another area is not taken, by the codes of its indicators
 */
record Lacking(Function<String, Optional<Target>> targets, Figures figures, Map<String, Elsewhere.Unseen> unseen) {

	/**
	 * What there is no figure of in another area: nobody hands it in for the plan, so
	 * that waiting for it would not be enough.
	 */
	Optional<Text> figure(Target target, Optional<Period> period) {
		return target.goal()
			.operand()
			.flatMap(OtherArea::of)
			.flatMap((other) -> period
				.map((judged) -> Text.format("缺少%s（%s）指标“%s”%s的数据：%s", "no figure of %s (%s), indicator \"%s\", %s: %s",
						this.targets.apply(other.code()).map(Target::name).orElse(Text.same(other.area())),
						other.area(), named(other), PeriodWords.named(judged), whyLacking(other))));
	}

	/** By its own name where the plan has an indicator of that code, too. */
	private Text named(OtherArea other) {
		return this.targets.apply(other.indicator())
			.filter((own) -> !own.name().zh().equals(other.indicator()))
			.map((own) -> Text.format("%s（%s）", "%s (%s)", own.name(), other.indicator()))
			.orElse(Text.same(other.indicator()));
	}

	private Text whyLacking(OtherArea other) {
		Elsewhere.Unseen unseen = this.unseen.get(other.code());
		return (unseen == null) ? new Text("系统中没有该地区该年度计划的数据，也没有参照数据",
				"neither of a plan of that area and year nor among the reference figures") : switch (unseen) {
					case SEVERAL -> new Text("该地区该年度有多个计划有该指标，无法确定以哪个为准；附加的计划应写明 beside: true",
							"several plans of that area and year have it, and which is meant cannot be known; one that stands beside another is to say beside: true");
					case INVENTED_HERE -> new Text("本计划标为虚构（invented），不与该地区的实际计划比较，也没有参照数据",
							"this plan is marked as invented and is not held against that area's real one, and there are no reference figures");
					case MEASURED_OTHERWISE -> new Text("该地区该指标的计量方式、单位或累计方式与本计划不同，不作比较，也没有可比的参照数据",
							"it is there by another measure, unit or accumulation, which is not compared, and there are no reference figures of the same");
					case INVENTED_THERE -> new Text("该地区该年度的计划标为虚构（invented），不作比较，也没有参照数据",
							"that area's plan of the year is marked as invented and is not compared, and there are no reference figures");
				};
	}

	/**
	 * The same of a share, whose part is there and whose whole is another area's, or is
	 * none that a share can be told of.
	 */
	Optional<Text> whole(Target target, @Nullable Period after) {
		ShareOf share = target.terms().shareOf();
		return (share == null) ? Optional.empty()
				: new DerivedShares(this.targets, this.figures).lacking(target)
					.filter((lacking) -> after == null || lacking.period().compareTo(after) > 0)
					.flatMap((lacking) -> lacking.wholeIsThere() ? Optional.of(noShare(share, lacking.period()))
							: OtherArea.of(share.whole()).map((other) -> whole(other, lacking.period())));
	}

	private Text whole(OtherArea other, Period period) {
		return Text.format("缺少%s（%s）指标“%s”%s的总量：%s", "no level of %s (%s), indicator \"%s\", %s: %s",
				this.targets.apply(other.code()).map(Target::name).orElse(Text.same(other.area())), other.area(),
				named(other), PeriodWords.named(period), whyLacking(other));
	}

	private Text noShare(ShareOf share, Period period) {
		return Text.format("%s的份额无法算得：“%s”与“%s”的总量没有足够确切的数值，或整体不大于0",
				"no share follows for %s: the quantities of \"%s\" and \"%s\" have no number that is exact enough, or the whole is not above 0",
				PeriodWords.named(period), name(share.part()), name(share.whole()));
	}

	/** What an indicator is called; one that no plan has by its code. */
	Text name(String indicator) {
		return this.targets.apply(indicator).map(Target::name).orElse(Text.same(indicator));
	}

}
