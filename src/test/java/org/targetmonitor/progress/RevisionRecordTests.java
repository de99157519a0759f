package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** How far published figures moved afterwards. */
class RevisionRecordTests {

	private static final Text POINTS = new Text("个百分点", " points");

	private static final Target GDP = Area.plan(Area.GDP).target("gdp").orElseThrow();

	private static final Recorded TWO_MOVED = Recorded.nothing()
		.approved("gdp", "2024-Q1", "5.3")
		.approved("gdp", "2024-Q2", "5.0")
		.verified("gdp", "2024-Q2", "4.7", "2024-11-01")
		.approved("gdp", "2024-Q3", "4.8")
		.verified("gdp", "2024-Q3", "4.9", "2024-12-01");

	@ParameterizedTest
	@MethodSource("examples")
	void measuresFromTheFirstVintageToTheLast(MarkdownTables.Row example) {
		RevisionRecord record = record(recorded(example.text("figures")));

		assertThat(record.published()).isEqualTo(Integer.parseInt(example.text("published")));
		assertThat(record.revised()).hasSize(Integer.parseInt(example.text("revised")));
		assertThat(record.mean().map(BigDecimal::toPlainString).orElse(""))
			.isEqualTo(example.cells().getOrDefault("mean", ""));
		assertThat(record.largest().map(BigDecimal::toPlainString).orElse(""))
			.isEqualTo(example.cells().getOrDefault("largest", ""));
	}

	static List<MarkdownTables.Row> examples() {
		return MarkdownTables.of("docs/progress.md").section("Past revisions").rows();
	}

	/** {@code Q1 53 → c5.3 → v5.4; Q2 5.0}, as the document writes them. */
	private static Recorded recorded(String figures) {
		Recorded recorded = Recorded.nothing();
		for (String figure : figures.split("; ", -1)) {
			String period = "2024-" + figure.substring(0, 2);
			for (String vintage : figure.substring(3).split(" → ", -1)) {
				recorded = switch (vintage.charAt(0)) {
					case 'v' -> recorded.verified("gdp", period, vintage.substring(1), "2025-01-10");
					case 'c' -> recorded.corrected("gdp", period, vintage.substring(1), "2024-12-10");
					default -> recorded.approved("gdp", period, vintage);
				};
			}
		}
		return recorded;
	}

	@Test
	void tellsSizeAndDirection() {
		RevisionRecord record = record(TWO_MOVED);

		// −0.3 and +0.1: mean −0.1, with one decimal more than published
		assertThat(record.revised()).containsExactly(new BigDecimal("-0.3"), new BigDecimal("0.1"));
		assertThat(record.mean()).contains(new BigDecimal("-0.10"));
		assertThat(record.largest()).contains(new BigDecimal("0.3"));
		assertThat(record.words(POINTS)).isEqualTo(new Text("3个报告期中2个在公布后修订：上调1个、下调1个，平均−0.10个百分点，最大0.3个百分点",
				"2 of 3 published values were revised, 1 up and 1 down, by −0.10 points on average and 0.3 points at most"));
	}

	@Test
	void coversAMarginNoLargerThanTheLargestMove() {
		RevisionRecord record = record(TWO_MOVED);

		assertThat(record.covers(new BigDecimal("0.3"))).isTrue();
		assertThat(record.covers(new BigDecimal("-0.2"))).isTrue();
		assertThat(record.covers(new BigDecimal("0.4"))).isFalse();
	}

	@Test
	void takesACorrectedMistakeForNoRevision() {
		Recorded recorded = Recorded.nothing()
			.approved("gdp", "2024-Q1", "53")
			.corrected("gdp", "2024-Q1", "5.3", "2024-04-20")
			.verified("gdp", "2024-Q1", "5.4", "2025-01-10");

		RevisionRecord record = record(recorded);

		assertThat(record.revised()).containsExactly(new BigDecimal("0.1"));
		assertThat(record.corrected()).isEqualTo(1);
	}

	@Test
	void looksAtEarlierYearsToo() {
		Target before = Area.planOf("area-2023", 2023, Area.GDP).target("gdp").orElseThrow();
		Recorded earlier = Recorded.nothing()
			.approved("gdp", "2023-Q4", "5.2")
			.verified("gdp", "2023-Q4", "5.4", "2024-12-27");

		RevisionRecord record = RevisionRecord.of(GDP, TWO_MOVED.figures(), Map.of(before, earlier.figures()));

		assertThat(record.published()).isEqualTo(4);
		assertThat(record.upwards()).isEqualTo(2);
	}

	/**
	 * Of an earlier year whose one value moved from 5.2 to 5.4, as far as it was measured
	 * in the same way and its figures were known.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			same prices and decimals | constant | 1 | 2025-02-01 | 4 | 2
			before the revision      | constant | 1 | 2024-12-26 | 4 | 1
			other prices             | current  | 1 | 2025-02-01 | 3 | 1
			other decimals           | constant | 2 | 2025-02-01 | 3 | 1
			""")
	void takesFromEarlierYearsWhatWasMeasuredAlike(String what, String prices, int decimals, String day, int published,
			int upwards) {
		Plan plan = Area.plan(Area.GDP);
		Plan before = Area.planOf("area-2023", 2023, Area.target("gdp", "生产总值", "GDP", "growth", "percent", decimals,
				"{at-least: 5}", "quarterly, prices: " + prices));
		Recorded earlier = Recorded.nothing()
			.approved("gdp", "2023-Q4", "5.2")
			.verified("gdp", "2023-Q4", "5.4", "2024-12-27");
		PlanFacts facts = new PlanFacts(plan, TWO_MOVED.figures(), before, earlier.figures(), null);

		RevisionRecord record = facts.revisions(plan.targets().getFirst(), Area.noonOf(day));

		assertThat(Objects.requireNonNull(record).published()).as(what).isEqualTo(published);
		assertThat(record.upwards()).as(what).isEqualTo(upwards);
	}

	@Test
	void recordsNothingOfWhatHasNoFiguresOfItsOwn() {
		Plan plan = Area.plan(Area.GDP, Area.growth("income", "none"), Area.faster("income", "gdp"), Area.HEADING);
		PlanFacts facts = new PlanFacts(plan, TWO_MOVED.figures(), null, null, null);

		assertThat(facts.revisions(plan.target("faster").orElseThrow(), Area.noonOf("2025-02-01"))).isNull();
		assertThat(facts.revisions(plan.target("assigned").orElseThrow(), Area.noonOf("2025-02-01"))).isNull();
	}

	@Test
	void leavesOutWhatIsNotApproved() {
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q1", "5.3").waiting("gdp", "2024-Q1", "5.9");

		assertThat(record(recorded).revised()).isEqualTo(List.of());
		assertThat(record(Recorded.nothing()).words(POINTS).zh()).isEqualTo("尚无已审核的数据");
	}

	private static RevisionRecord record(Recorded recorded) {
		return RevisionRecord.of(GDP, recorded.figures(), Map.of());
	}

}
