package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

import org.targetmonitor.input.Extent;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.integers;

/**
 * A verdict by what was published without an exact number is claimed only where no number
 * that may be meant contradicts it.
 */
class ReadingsTests {

	private static final long SEED = 20241026;

	private static final String YEAR_BEFORE = "{compared-with: year-before, change: {about: 0, tolerance: 0.2, both: true}}";

	private static final String ELASTIC = "{in-step-with: h, elasticity: 3}";

	/** Goals with a number or two in tenths. */
	private static final List<String> GOALS = List.of("{at-least: %1$s}", "{at-most: %1$s}", "{above: %1$s}",
			"{about: %1$s, tolerance: %2$s}", "{about: %1$s, tolerance: %2$s, both: true}",
			"{compared-with: year-before, change: {at-least: %1$s}}",
			"{compared-with: year-before, change: {at-most: %1$s}}",
			"{compared-with: year-before, change: {about: %1$s, tolerance: %2$s}}",
			"{compared-with: year-before, change: {about: %1$s, tolerance: %2$s, both: true}}", "{faster-than: h}",
			"{slower-than: h}", "{not-below: h}", "{in-step-with: h, tolerance: %2$s}",
			"{in-step-with: h, elasticity: %2$s}");

	private static final List<String> SHAPES = List.of("%1$s%%—%2$s%%", "超%1$s%%", "不到%2$s%%", "%1$s%%左右", "%1$s%%以上",
			"不超过%2$s%%");

	/** 5 meets "about last year's" where that was 5, and neither 4 nor 6. */
	@ParameterizedTest
	@CsvSource({ "5, 4%—6%, NOT_ASSESSABLE", "5, 5%—5.1%, ON_TRACK", "5, 5.3%—6%, AT_RISK",
			"4.9%—5.1%, 4%—6%, NOT_ASSESSABLE" })
	void triesTheYearBeforeThatATwoSidedChangeIsMetBy(String actual, String before, Status status) {
		assertThat(standing(YEAR_BEFORE, actual, before).status()).isEqualTo(status);
	}

	/** 3 × 0 = 0 is not above −0.5, but −1 − (1 − 3) × 1 = 1 is, and 3 × 1 = 3. */
	@ParameterizedTest
	@CsvSource({ "0.5, -1%—1%, NOT_ASSESSABLE", "0.5, 0.5%—1%, LAGGING", "3, -1%—1%, ON_TRACK",
			"-0.1, -1%—1%, AT_RISK" })
	void triesNoughtWhereALineFallsTowardsIt(String actual, String operand, Status status) {
		assertThat(standing(ELASTIC, actual, operand).status()).isEqualTo(status);
	}

	/** Whatever is asked for and published: by every tenth that may be meant. */
	@Test
	void claimsNoAgreementThatAReadingContradicts() {
		int[] claimed = new int[1];
		QuickTheory.qt()
			.withFixedSeed(SEED)
			.withExamples(400)
			.forAll(integers().between(0, GOALS.size() - 1), published(), published(),
					integers().between(-6, 6)
						.zip(integers().between(1, 35), (number, further) -> new int[] { number, further }))
			.checkAssert((kind, actual, other, numbers) -> {
				String goal = GOALS.get(kind).formatted(tenths(numbers[0]), tenths(numbers[1]));
				Optional<Boolean> claim = Optional.ofNullable(standing(goal, actual, other).inexact())
					.map(Inexact::met);
				claim.ifPresent((met) -> {
					claimed[0]++;
					readings(actual).forEach((one) -> readings(other)
						.forEach((against) -> assertThat(standing(goal, one, against).judged().orElseThrow().met())
							.as("%s by %s and %s, of %s and %s", goal, one, against, actual, other)
							.isEqualTo(met)));
				});
			});
		assertThat(claimed[0]).isGreaterThan(60);
	}

	/** Some of them, from the lowest to the highest. */
	private static List<String> readings(String published) {
		Optional<Extent> extent = Extent.of(published, "%");
		if (extent.isEmpty()) {
			return List.of(published);
		}
		List<BigDecimal> all = IntStream.rangeClosed(-70, 70)
			.mapToObj((number) -> BigDecimal.valueOf(number, 1))
			.filter(extent.get()::holds)
			.toList();
		int step = Math.max(1, all.size() / 5);
		return IntStream.range(0, all.size())
			.filter((at) -> at % step == 0 || at == all.size() - 1)
			.mapToObj((at) -> all.get(at).toPlainString())
			.toList();
	}

	private static TargetProgress standing(String goal, String actual, String other) {
		String own = Area.growth("x", goal);
		String operand = Area.growth("h", "none");
		PlanFacts facts = new PlanFacts(Area.plan(own, operand),
				put(put(Recorded.nothing(), "x", "2024-Q3", actual), "h", "2024-Q3", other).figures(), null,
				BaseShares.NONE,
				List.of(new PlanYear(Area.planOf("area-2023", 2023, Area.growth("x", "none")),
						put(Recorded.nothing(), "x", "2023-Q3", other).figures(), BaseShares.NONE)),
				new TreeMap<>(), Oversight.NONE);
		return PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-10-20")).target("x").orElseThrow();
	}

	private static Recorded put(Recorded recorded, String indicator, String period, String published) {
		return published.contains("%") ? recorded.publishedAs(indicator, period, published)
				: recorded.approved(indicator, period, published);
	}

	/** One number, or one of the shapes, near to each other and to 0. */
	private static Gen<String> published() {
		return integers().between(0, SHAPES.size())
			.zip(integers().between(-15, 15), integers().between(1, 20), (shape, low, width) -> (shape == SHAPES.size())
					? tenths(low) : shape(SHAPES.get(shape), low, low + width));
	}

	/** Sizes that nothing is said of are numbers from 0 up but for ranges. */
	private static String shape(String shape, int low, int high) {
		boolean range = shape.startsWith("%1$s%%—");
		return shape.formatted(tenths(range ? low : Math.abs(low)), tenths(range ? high : Math.abs(high)));
	}

	private static String tenths(int number) {
		return BigDecimal.valueOf(number, 1).toPlainString();
	}

}
