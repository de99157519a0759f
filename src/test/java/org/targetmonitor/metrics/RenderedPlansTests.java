package org.targetmonitor.metrics;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A change writes what it changed. */
class RenderedPlansTests {

	private static final Instant NOON = Instant.parse("2024-07-20T04:00:00Z");

	private final Changing facts = new Changing();

	private final Standings standings = new Standings(this.facts, ShippedCalendars.all(), new SettableClock(NOON),
			new SettableClock(NOON));

	private final RenderedPlans plans = new RenderedPlans(new Format(PrometheusTextFormatWriter.create()));

	@Test
	void theSameStandingIsWrittenOnce() {
		this.facts.put(plan("one", 3), 1);

		assertThat(this.plans.whole(this.standings.current())).isSameAs(this.plans.whole(this.standings.current()));
	}

	@Test
	void aChangeOfOnePlanLeavesTheOthersAsTheyWereWritten() {
		this.facts.put(plan("one", 3), 1);
		this.facts.put(plan("two", 3), 1);
		List<byte[]> before = written();
		this.facts.put(plan("two", 4), 2);
		List<byte[]> after = written();

		assertThat(said(after)).contains("indicator=\"i3\",plan=\"two\"");
		assertThat(kept(before, after, "plan=\"one\"")).isTrue();
		assertThat(kept(before, after, "plan=\"two\"")).isFalse();
	}

	@Test
	void aFigureLeavesTheSlicesAsTheyWereWrittenThatItsTargetIsNotIn() {
		this.facts.put(plan("one", 100), 1);
		List<byte[]> before = written();
		this.facts.put(plan("one", 100), approved("i99"), 2);
		List<byte[]> after = written();

		assertThat(said(after)).contains("targetmonitor_actual{indicator=\"i99\",plan=\"one\",unit=\"ratio\"} 0.07");
		assertThat(kept(before, after, "indicator=\"i0\"")).isTrue();
		assertThat(kept(before, after, "indicator=\"i79\"")).isTrue();
		assertThat(kept(before, after, "indicator=\"i80\"")).isFalse();
	}

	@Test
	void aPlanThatIsGoneIsWrittenNoMore() {
		this.facts.put(plan("one", 3), 1);
		this.facts.put(plan("two", 3), 1);
		written();
		this.facts.remove("two");

		assertThat(said(written())).contains("plan=\"one\"").doesNotContain("plan=\"two\"");
	}

	private List<byte[]> written() {
		return this.plans.whole(this.standings.current()).plain(new byte[0]).parts();
	}

	private static String said(List<byte[]> parts) {
		return parts.stream().map((part) -> new String(part, StandardCharsets.UTF_8)).collect(Collectors.joining());
	}

	/** Whether all parts that say something are the very same ones. */
	private static boolean kept(List<byte[]> before, List<byte[]> after, String what) {
		Set<byte[]> there = Collections.newSetFromMap(new IdentityHashMap<>());
		there.addAll(before);
		List<byte[]> about = after.stream()
			.filter((part) -> said(List.of(part)).contains(what) && !said(List.of(part)).contains("plan_readable"))
			.toList();
		assertThat(about).isNotEmpty();
		return there.containsAll(about);
	}

	/** 7 % in the first quarter. */
	private static Figures approved(String indicator) {
		Instant moment = NOON.minusSeconds(86_400);
		return new Figures(List.of(new Revision(Period.parse("2024-Q1").orElseThrow(), 1,
				new Figure(indicator, new BigDecimal("7"), null, null, ObsStatus.P, null, null, null, null),
				new UUID(0, 0), "staff", null, moment, moment, new Review(true, null, "reviewer", moment, moment))));
	}

	private static Plan plan(String id, int targets) {
		List<String> written = new ArrayList<>();
		IntStream.range(0, targets)
			.forEach((n) -> written.add(("{indicator: i%d, name: 指标, wording: 原文, measure: growth, unit: percent, "
					+ "decimals: 1, goal: {at-least: 6}, reported: quarterly, department: d, nature: expected}")
				.formatted(n)));
		String text = """
				plan: %s
				title: 计划
				area: {code: "330110", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {d: {zh: 统计局}}
				targets: [%s]
				""".formatted(id, String.join(",\n  ", written));
		return PlanFile.read(YamlTree.read(text), id).plan();
	}

	/** Plans that can be changed, without figures. */
	private static final class Changing implements Facts {

		private final Map<String, Long> changes = new TreeMap<>();

		private final Map<String, PlanFacts> plans = new TreeMap<>();

		void put(Plan plan, long change) {
			put(plan, new Figures(List.of()), change);
		}

		void put(Plan plan, Figures figures, long change) {
			this.plans.put(plan.id(), new PlanFacts(plan, figures, null, null, null));
			this.changes.put(plan.id(), change);
		}

		void remove(String plan) {
			this.plans.remove(plan);
			this.changes.remove(plan);
		}

		@Override
		public Map<String, Long> changes() {
			return new TreeMap<>(this.changes);
		}

		@Override
		public Optional<PlanFacts> read(String plan, Instant moment) {
			return Optional.ofNullable(this.plans.get(plan));
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			return reading.get();
		}

	}

}
