package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/**
 * What computing a plan's standing costs, with monthly indicators and the years before.
 * Run {@code main}; no test runs it, for a shared machine's times prove nothing.
 */
public final class StandingBenchmark {

	private static final int WARM_UP = 15;

	private static final int ROUNDS = 21;

	private StandingBenchmark() {
	}

	/**
	 * Builds a plan's standing again and again and prints the median.
	 * @param arguments how many indicators (44 without any), how often they report
	 * ({@code monthly}), over how many years there are figures (3)
	 */
	public static void main(String[] arguments) {
		int indicators = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 44;
		String frequency = (arguments.length > 1) ? arguments[1] : "monthly";
		int count = (arguments.length > 2) ? Integer.parseInt(arguments[2]) : 3;
		System.out.printf("%d indicators, %s, %d years: median %.0f ms of %d rounds, Java %s%n", indicators, frequency,
				count, median(indicators, frequency, count), ROUNDS, Runtime.version());
	}

	/**
	 * Builds a plan's standing again and again.
	 * @return milliseconds
	 */
	public static double median(int indicators, String frequency, int count) {
		List<PlanYear> years = IntStream.range(0, count)
			.mapToObj((n) -> year(2024 - n, indicators, frequency))
			.toList();
		PlanFacts facts = new PlanFacts(years.getFirst().plan(), years.getFirst().figures(), null,
				years.getFirst().shares(), years.subList(1, count), Collections.emptyNavigableMap(), Oversight.NONE);
		Instant now = Area.noonOf("2024-12-20");
		long[] nanos = new long[ROUNDS];
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			long started = System.nanoTime();
			PlanStanding standing = PlanStanding.of(facts, ShippedCalendars.all(), now);
			if (standing.targets().size() != indicators) {
				throw new IllegalStateException();
			}
			if (round >= 0) {
				nanos[round] = System.nanoTime() - started;
			}
		}
		Arrays.sort(nanos);
		return nanos[ROUNDS / 2] / 1e6;
	}

	private static PlanYear year(int year, int indicators, String frequency) {
		String[] targets = IntStream.range(0, indicators)
			.mapToObj((n) -> Area.GDP.replace("gdp", "i" + n).replace("quarterly", frequency))
			.toArray(String[]::new);
		Plan plan = Area.planOf("area-" + year, year, targets);
		List<Revision> revisions = new ArrayList<>();
		for (Target target : plan.targets()) {
			Recorded recorded = Recorded.nothing();
			for (Period period : Objects.requireNonNull(target.reporting()).periods()) {
				if (!period.isLastOfYear()) {
					recorded = recorded.approved(target.indicator(), period.toString(),
							BigDecimal.valueOf(50 + (revisions.size() + period.number()) % 20, 1).toPlainString());
				}
			}
			revisions.addAll(recorded.revisions());
		}
		return new PlanYear(plan, new Figures(revisions), BaseShares.NONE);
	}

}
