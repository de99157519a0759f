package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.integers;

/** What holds of the terms a goal is judged on, whatever the figures are. */
class TermsPropertiesTests {

	private static final long SEED = 20241026;

	private static final List<String> PERIODS = List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");

	@Test
	void aSecondStepNeverChangesTheFirstsVerdict() {
		qt().forAll(tenths(), tenths(), integers().between(1, 50), period())
			.checkAssert((actual, first, more, period) -> {
				BigDecimal second = first.add(BigDecimal.valueOf(more, 1));
				TargetProgress alone = growth("{at-least: %s}".formatted(first), actual, period);
				TargetProgress both = growth("{at-least: %s, then: {stretch: %s}}".formatted(first, second), actual,
						period);

				assertThat(both.status()).isEqualTo(alone.status());
				assertThat(both.light()).isEqualTo(alone.light());
				assertThat(both.lagLevel()).isEqualTo(alone.lagLevel());
				assertThat(both.marginRatio()).isEqualTo(alone.marginRatio());
			});
	}

	/** On the number at the year's end, and never beyond it before. */
	@Test
	void aPathEndsOnTheNumberAndNeverLeavesWhatLiesBetween() {
		qt().forAll(tenths(), tenths(), period()).checkAssert((begin, number, period) -> {
			String target = Area.target("share", "占比", "Share", "ratio", "percent", 1,
					"{at-least: %s}".formatted(number), "quarterly, path: {from: %s}".formatted(begin));
			Verdict verdict = Objects.requireNonNull(
					Area.only(target, Recorded.nothing().approved("share", period, "50"), "2025-02-01").verdict());
			BigDecimal line = verdict.comparison().line();

			if (period.endsWith("Q4")) {
				assertThat(line).isEqualByComparingTo(number);
			}
			assertThat(line).isBetween(begin.min(number), begin.max(number));
			assertThat(verdict.comparison().gap()).isEqualByComparingTo(new BigDecimal("50").subtract(number));
		});
	}

	/**
	 * Whatever the month is, the pace is 1 there and after it, and rises evenly before.
	 */
	@Test
	void thePaceIsWholeAtTheDeadline() {
		qt().forAll(integers().between(1, 12), integers().between(1, 12), integers().between(0, 2000))
			.checkAssert((deadline, month, done) -> {
				String jobs = Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, "{at-least: 1200}",
						"monthly, deadline: 2024-%02d".formatted(deadline));
				TargetProgress progress = Area.only(jobs,
						Recorded.nothing().approved("jobs", "2024-%02d".formatted(month), "" + done), "2025-02-01");
				if (month > deadline) {
					assertThat(progress.status()).isEqualTo(Status.AWAITING_FIGURE);
					assertThat(progress.judged()).isEmpty();
					return;
				}
				Verdict verdict = Objects.requireNonNull(progress.verdict());

				assertThat(Objects.requireNonNull(verdict.headway())
					.pace()
					.multiply(BigDecimal.valueOf(deadline))
					.setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo(BigDecimal.valueOf(month));
				assertThat(verdict.last()).isEqualTo(month.equals(deadline));
				if (verdict.last()) {
					assertThat(progress.status()).isEqualTo((done >= 1200) ? Status.ACHIEVED : Status.MISSED);
				}
			});
	}

	/** On the number at the deadline, and never beyond it before. */
	@Test
	void aPathEndsOnTheNumberAtTheDeadline() {
		qt().forAll(tenths(), tenths(), integers().between(1, 12), integers().between(1, 12))
			.assuming((begin, number, month, deadline) -> month <= deadline)
			.checkAssert((begin, number, month, deadline) -> {
				String target = Area.target("share", "占比", "Share", "ratio", "percent", 1,
						"{at-least: %s}".formatted(number),
						"monthly, path: {from: %s}, deadline: 2024-%02d".formatted(begin, deadline));
				BigDecimal line = Objects
					.requireNonNull(
							Area.only(target, Recorded.nothing().approved("share", "2024-%02d".formatted(month), "-99"),
									"2025-02-01")
								.verdict())
					.comparison()
					.line();

				if (month.equals(deadline)) {
					assertThat(line).isEqualByComparingTo(number);
				}
				assertThat(line).isBetween(begin.min(number), begin.max(number));
			});
	}

	/** What comes after the deadline's figure never changes what that gave. */
	@Test
	void nothingLaterChangesTheVerdictOfTheDeadline() {
		qt().forAll(tenths(), tenths(), integers().between(0, 2)).checkAssert((actual, later, at) -> {
			String gdp = Area.growth("gdp", "{at-least: 6}",
					"quarterly, prices: constant, deadline: " + PERIODS.get(at));
			Recorded recorded = Recorded.nothing().approved("gdp", PERIODS.get(at), actual.toPlainString());
			TargetProgress then = Area.only(gdp, recorded, "2025-02-01");
			TargetProgress now = Area.only(gdp, recorded.approved("gdp", PERIODS.get(at + 1), later.toPlainString()),
					"2025-02-01");

			assertThat(now.status()).isEqualTo(then.status()).isIn(Status.ACHIEVED, Status.MISSED);
			assertThat(now.verdict()).isEqualTo(then.verdict());
		});
	}

	/** Whatever it is lowered to, the first verdict is the one it would have been. */
	@Test
	void loweringATargetNeverTurnsTheFirstVerdictGreen() {
		qt().forAll(tenths(), tenths(), tenths(), period()).checkAssert((actual, one, other, period) -> {
			BigDecimal first = one.max(other);
			BigDecimal lowered = one.min(other);
			Status once = growth("{at-least: %s}".formatted(first), actual, period).status();
			Map<Instant, Plan> versions = Map.of(Area.noonOf("2024-02-01"), plan(first), Area.noonOf("2024-11-15"),
					plan(lowered));
			TargetProgress now = Area
				.standing(versions, Recorded.nothing().approved("gdp", period, actual.toPlainString()), "2025-02-01")
				.target("gdp")
				.orElseThrow();

			assertThat(now.status()).isEqualTo(growth("{at-least: %s}".formatted(lowered), actual, period).status());
			Besides.Step before = now.besides().first();
			assertThat((before != null) ? before.status() : now.status()).isEqualTo(once);
			assertThat(now.isChanged()).isEqualTo(first.compareTo(lowered) != 0);
		});
	}

	/**
	 * Which pace is chosen moves the verdict between two, and what is said beside is the
	 * other.
	 */
	@Test
	void thePaceThatWasNotChosenIsSaidBeside() {
		qt().forAll(integers().between(1, 1400), integers().between(1, 999), period())
			.checkAssert((done, before, period) -> {
				Headway elapsed = headway("elapsed", done, before, period);
				Headway lastYear = headway("last-year", done, before, period);

				if (period.endsWith("Q4")) {
					assertThat(elapsed).isEqualTo(lastYear);
					return;
				}
				assertThat(Objects.requireNonNull(elapsed.other()).pace()).isEqualByComparingTo(lastYear.pace());
				assertThat(Objects.requireNonNull(lastYear.other()).pace()).isEqualByComparingTo(elapsed.pace());
			});
	}

	private static Headway headway(String pace, int done, int before, String period) {
		String jobs = Area.target("jobs", "城镇新增就业", "New jobs", "level", "万人", 0, "{at-least: 1200}",
				"quarterly, pace: " + pace);
		Recorded lastYear = Recorded.nothing().approved("jobs", "2023-Q4", "1000");
		if (!period.endsWith("Q4")) {
			lastYear = lastYear.approved("jobs", period.replace("2024", "2023"), "" + before);
		}
		PlanFacts facts = new PlanFacts(Area.plan(jobs),
				Recorded.nothing().approved("jobs", period, "" + done).figures(), null, BaseShares.NONE,
				List.of(new PlanYear(Area.planOf("area-2023", 2023, jobs), lastYear.figures(), BaseShares.NONE)),
				new TreeMap<>(), Oversight.NONE);
		return PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2025-02-01"))
			.target("jobs")
			.flatMap(TargetProgress::judged)
			.map(Verdict::headway)
			.orElseThrow();
	}

	private static Plan plan(BigDecimal least) {
		return Area.plan(Area.growth("gdp", "{at-least: %s}".formatted(least)));
	}

	private static TargetProgress growth(String goal, BigDecimal actual, String period) {
		return Area.only(Area.growth("gdp", goal), Recorded.nothing().approved("gdp", period, actual.toPlainString()),
				"2025-02-01");
	}

	private static QuickTheory qt() {
		return QuickTheory.qt().withFixedSeed(SEED).withExamples(150);
	}

	private static Gen<BigDecimal> tenths() {
		return integers().between(-100, 200).map((number) -> BigDecimal.valueOf(number, 1));
	}

	private static Gen<String> period() {
		return integers().between(0, 3).map(PERIODS::get);
	}

}
