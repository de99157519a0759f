package org.targetmonitor.metrics;

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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.progress.Facts;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.submission.Figures;
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

		private final Map<String, Plan> plans = new TreeMap<>();

		void put(Plan plan, long change) {
			this.plans.put(plan.id(), plan);
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
			return Optional.ofNullable(this.plans.get(plan))
				.map((present) -> new PlanFacts(present, new Figures(List.of()), null, null, null));
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			return reading.get();
		}

	}

}
