package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Accumulation;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/** Why base shares are refused; each rule answers by itself. */
final class BaseShareRules {

	private static final int LONGEST_REASON = 500;

	private final Plan plan;

	private final BaseShares stored;

	private final @Nullable String reason;

	private final Instant now;

	BaseShareRules(Plan plan, BaseShares stored, @Nullable String reason, Instant now) {
		this.plan = plan;
		this.stored = stored;
		this.reason = reason;
		this.now = now;
	}

	/** Every reason against these rows. */
	List<Fault> faults(List<BaseShareRow> rows) {
		List<Fault> faults = new ArrayList<>();
		if (this.reason != null && !Fields.isText(this.reason, LONGEST_REASON)) {
			faults.add(Fault.of("", "reason", "text", Text.format("原因最多%d字，不能有控制字符",
					"a reason has at most %d characters and no control characters", LONGEST_REASON)));
		}
		rows.forEach((row) -> {
			indicator(row).ifPresent(faults::add);
			period(row).ifPresent(faults::add);
			share(row).ifPresent(faults::add);
			knownFrom(row).ifPresent(faults::add);
			reason(row).ifPresent(faults::add);
		});
		faults.addAll(twice(rows));
		if (faults.isEmpty()) {
			faults.addAll(growing(rows));
		}
		return faults;
	}

	/** Whether the same share stands there already, from the same origin. */
	boolean standsThere(BaseShareRow row) {
		return this.stored.of(row.indicator(), row.period())
			.filter((before) -> before.share().compareTo(row.share()) == 0
					&& before.origin().equals(row.origin().strip()))
			.isPresent();
	}

	private Optional<Fault> indicator(BaseShareRow row) {
		Optional<Target> target = this.plan.reported(row.indicator());
		if (target.isEmpty()) {
			return fault(row, "indicator", "indicator",
					Text.format("计划中没有指标“%s”", "the plan has no indicator \"%s\"", row.indicator()));
		}
		return target.filter(BaseShareRules::isCumulativeGrowth).isPresent() ? Optional.empty() : fault(row,
				"indicator", "measure",
				new Text("只有自1月1日起累计的增速才用基期比重", "only a growth rate that counts from 1 January has base shares"));
	}

	private static boolean isCumulativeGrowth(Target target) {
		return target.reporting() != null && target.measurement() != null
				&& target.measurement().measure() == Measure.GROWTH
				&& target.measurement().accumulation() == Accumulation.YEAR_TO_DATE;
	}

	/** A share of the whole year is 1 and needs no telling. */
	private Optional<Fault> period(BaseShareRow row) {
		boolean reported = this.plan.target(row.indicator())
			.map(Target::reporting)
			.filter((reporting) -> !reporting.periods().contains(row.period()))
			.isEmpty();
		if (!reported) {
			return fault(row, "period", "frequency", (row.period().year() == this.plan.year())
					? Text.format("%s不是该指标的报告期", "%s is no period of the indicator", PeriodWords.named(row.period()))
					: Text.format("请填计划年度（%d年）的报告期：上年同期的比重记在计划年度的这一期上，不是%s",
							"give a period of the plan's year %d, whose share of the year before it is, not %s",
							this.plan.year(), PeriodWords.named(row.period())));
		}
		return row.period().isLastOfYear()
				? fault(row, "period", "last",
						new Text("全年的比重总是1，不必录入", "the whole year's share is always 1 and is not entered"))
				: Optional.empty();
	}

	private static Optional<Fault> share(BaseShareRow row) {
		boolean part = row.share().signum() > 0 && row.share().compareTo(BigDecimal.ONE) < 0;
		return part ? Optional.empty() : fault(row, "share", "range", Text.format("比重应大于0、小于1（如0.7051），不是%s",
				"a share is above 0 and below 1, like 0.7051, not %s", Numbers.plain(row.share())));
	}

	private Optional<Fault> knownFrom(BaseShareRow row) {
		LocalDate knownFrom = row.knownFrom();
		if (knownFrom != null && knownFrom.isAfter(this.plan.dayOf(this.now))) {
			return fault(row, "known-from", "future", new Text("得知日期不能晚于今天", "is not later than today"));
		}
		return (knownFrom != null && knownFrom.getYear() < this.plan.year())
				? fault(row, "known-from", "early", Text.format("%d年结束之前不可能得知全年比重",
						"a share of the year %d is not known before that has ended", this.plan.year() - 1))
				: Optional.empty();
	}

	private Optional<Fault> reason(BaseShareRow row) {
		boolean corrects = this.stored.of(row.indicator(), row.period()).isPresent() && !standsThere(row);
		return (corrects && this.reason == null)
				? fault(row, "reason", "required", Text.format("%s已有不同的比重，更正须说明原因",
						"%s has another share already: a correction needs a reason", PeriodWords.named(row.period())))
				: Optional.empty();
	}

	private static List<Fault> twice(List<BaseShareRow> rows) {
		Set<Object> seen = new HashSet<>();
		return rows.stream()
			.filter((row) -> !seen.add(List.of(row.indicator(), row.period())))
			.flatMap((row) -> fault(row, "period", "duplicate",
					Text.format("%s出现了两次", "%s is there twice", PeriodWords.named(row.period())))
				.stream())
			.toList();
	}

	/** Shares grow over the year, those that stand there already included. */
	private List<Fault> growing(List<BaseShareRow> rows) {
		Map<String, NavigableMap<Period, BigDecimal>> shares = new TreeMap<>();
		this.stored.revisions().forEach((before) -> put(shares, before.indicator(), before.period(), before.share()));
		rows.forEach((row) -> put(shares, row.indicator(), row.period(), row.share()));
		return rows.stream().filter((row) -> {
			NavigableMap<Period, BigDecimal> year = shares.getOrDefault(row.indicator(), new TreeMap<>());
			Map.Entry<Period, BigDecimal> earlier = year.lowerEntry(row.period());
			Map.Entry<Period, BigDecimal> later = year.higherEntry(row.period());
			return (earlier != null && earlier.getValue().compareTo(row.share()) >= 0)
					|| (later != null && later.getValue().compareTo(row.share()) <= 0);
		})
			.flatMap((row) -> fault(row, "share", "growing",
					Text.format("%s的比重应大于前期、小于后期", "the share of %s must be above the earlier and below the later ones",
							PeriodWords.named(row.period())))
				.stream())
			.toList();
	}

	private static void put(Map<String, NavigableMap<Period, BigDecimal>> shares, String indicator, Period period,
			BigDecimal share) {
		shares.computeIfAbsent(indicator, (key) -> new TreeMap<>()).put(period, share);
	}

	private static Optional<Fault> fault(BaseShareRow row, String field, String rule, Text reason) {
		return Optional.of(new Fault(row.line(), row.indicator(), field, rule, reason));
	}

}
