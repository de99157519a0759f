package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.BaseShares;

/**
 * What computing a plan's standing costs, with monthly indicators and the years before.
 * Run {@code main}; no test runs it, for a shared machine's times prove nothing.
 */
public final class StandingBenchmark {

	private static final int WARM_UP = 3;

	private static final int ROUNDS = 7;

	private StandingBenchmark() {
	}

	/**
	 * Builds a plan's standing both ways in turn and prints the medians.
	 * @param arguments how many indicators: 44 without any
	 */
	public static void main(String[] arguments) {
		int indicators = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 44;
		List<PlanYear> years = List.of(year(2024, indicators), year(2023, indicators), year(2022, indicators));
		PlanFacts facts = new PlanFacts(years.getFirst().plan(), years.getFirst().figures(), years.get(1).plan(),
				years.get(1).figures(), null, years.getFirst().shares(), years.subList(1, 3),
				Collections.emptyNavigableMap(), Oversight.NONE);
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
		System.out.printf("%d monthly indicators of three years: median %.0f ms of %d rounds, Java %s%n", indicators,
				nanos[ROUNDS / 2] / 1e6, ROUNDS, Runtime.version());
	}

	private static PlanYear year(int year, int indicators) {
		String[] targets = IntStream.range(0, indicators)
			.mapToObj((n) -> Area.GDP.replace("gdp", "i" + n).replace("quarterly", "monthly"))
			.toArray(String[]::new);
		Plan plan = Area.planOf("area-" + year, year, targets);
		Recorded recorded = Recorded.nothing();
		for (int n = 0; n < indicators; n++) {
			for (int month = 1; month <= 11; month++) {
				recorded = recorded.approved("i" + n, "%d-%02d".formatted(year, month),
						BigDecimal.valueOf(50 + (n + month) % 20, 1).toPlainString());
			}
		}
		return new PlanYear(plan, recorded.figures(), BaseShares.NONE);
	}

}
