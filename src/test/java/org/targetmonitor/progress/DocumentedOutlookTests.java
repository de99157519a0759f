package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.report.OutlookPanel;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of outlook, reach and what-if in docs/progress.md, row by row. */
class DocumentedOutlookTests {

	private static final String NOTHING = "–";

	static Stream<MarkdownTables.Row> required() {
		return rows("Required growth");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("required")
	void requiresWhatTheDocumentSays(MarkdownTables.Row row) {
		TargetProgress progress = progress(row);
		Outlook outlook = Objects.requireNonNull(progress.outlook());
		Band band = outlook.required();
		assertRounded(row, "low", (band != null) ? band.low() : null, 3);
		assertRounded(row, "r", (band != null) ? band.middle() : null, 3);
		assertRounded(row, "high", (band != null) ? band.high() : null, 3);
		assertThat(OutlookWords.required(progress.target(), outlook).orElseGet(() -> outlook.missing().getFirst()).zh())
			.isEqualTo(row.text("says"));
	}

	static Stream<MarkdownTables.Row> left() {
		return rows("What is left");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("left")
	void leavesWhatTheDocumentSays(MarkdownTables.Row row) {
		TargetProgress progress = progress(row);
		assertThat(OutlookWords.needed(progress).map(Text::zh)).contains(row.text("says"));
	}

	static Stream<MarkdownTables.Row> scenarios() {
		return rows("Scenarios");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("scenarios")
	void endsAsTheDocumentSays(MarkdownTables.Row row) {
		TargetProgress progress = progress(row);
		List<Scenario> all = Objects.requireNonNull(progress.outlook()).scenarios();
		Scenario scenario = all.stream()
			.filter((one) -> one.kind().key().equals(row.text("scenario")))
			.findFirst()
			.orElseThrow();
		assertRounded(row, "low", scenario.yearEnd().low(), 3);
		assertRounded(row, "middle", scenario.yearEnd().middle(), 3);
		assertRounded(row, "high", scenario.yearEnd().high(), 3);
		OutlookPanel panel = OutlookPanel.of(Area.plan(target(row)), progress).orElseThrow();
		assertThat(panel.ends().get(all.indexOf(scenario)).outcome().zh()).isEqualTo(row.text("outcome"));
	}

	static Stream<MarkdownTables.Row> reaches() {
		return rows("Reach");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("reaches")
	void reachesWhatTheDocumentSays(MarkdownTables.Row row) {
		boolean lower = row.text("required").startsWith("lower ");
		List<BigDecimal> record = Arrays.stream(row.text("record").split("; ", -1)).map(BigDecimal::new).toList();
		Optional<Reach> reach = Reach.of(new BigDecimal(row.text("required").replace("lower ", "")), record, 1, lower);
		assertThat(reach.map((known) -> known.kind().key()).orElse(NOTHING)).isEqualTo(row.text("reach"));
		assertThat(reach.map((known) -> known.reached() + " " + known.of() + " " + known.percentile()).orElse("– – –"))
			.isEqualTo(row.text("reached") + " " + row.text("of") + " " + row.text("percent"));
	}

	static Stream<MarkdownTables.Row> stretches() {
		return rows("Stretches");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("stretches")
	void putsQuartersInARowTogether(MarkdownTables.Row row) {
		List<QuarterGrowth> quarters = Arrays.stream(row.text("quarters").split("; ", -1)).map((quarter) -> {
			Period period = Period.parse(quarter.substring(0, 7)).orElseThrow();
			return new QuarterGrowth(period, Band.published(new BigDecimal(quarter.substring(8)), 1), false);
		}).toList();
		assertThat(Reach.stretches(quarters, Integer.parseInt(row.text("length"))))
			.extracting((mean) -> mean.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString())
			.isEqualTo(row.text("stretches").equals(NOTHING) ? List.of()
					: Arrays.asList(row.text("stretches").split("; ", -1)));
	}

	static Stream<MarkdownTables.Row> thresholds() {
		return rows("Thresholds");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("thresholds")
	void findsTheThresholdsOfTheDocument(MarkdownTables.Row row) {
		WhatIf whatIf = WhatIf.of(progress(row)).orElseThrow();
		WhatIfWords words = new WhatIfWords(whatIf);
		assertRounded(row, "met", whatIf.met(), 4);
		assertRounded(row, "reached", whatIf.reached(), 4);
		assertThat(words.thresholds().zh()).isEqualTo(row.text("says"));
		assertThat(words.exactly().map(Text::zh).orElse(NOTHING)).isEqualTo(row.text("also says"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					growth {at-least: 6} | Q3 5.7 | Q3 .70 | 6.53% or more in the fourth quarter meets the target (as the year is published, rounded); for exactly 6.0% it needs to be up about 6.6% to 6.8%
					growth {about: 5, tolerance: 0.2} | Q3 4.8 | Q3 .7051 | 4.63% or more in the fourth quarter meets the target (about), 5.31% or more brings the year to 5.0% (as the year is published, rounded); for exactly 5.0% it needs to be up about 5.4% to 5.6%
					growth lower {about: -2.5, tolerance: 0.2} | Q3 -2.3 | Q3 .70 | −2.13% or less in the fourth quarter meets the target (about), −2.80% or less brings the year to −2.5% (as the year is published, rounded); for exactly −2.5% it needs to be down about 2.9% to 3.1%
					level {at-most: 1000} | Q3 750 | none | no more than 250 万人 in the fourth quarter meets the target
					level {at-least: 1200} | Q3 1049 | none | 151 万人 more in the fourth quarter meets the target
					""")
	void saysThresholdsInEnglish(String target, String soFar, String shares, String says) {
		MarkdownTables.Row row = new MarkdownTables.Row("",
				Map.of("target", target, "so far", soFar, "shares", shares));
		assertThat(new WhatIfWords(WhatIf.of(progress(row)).orElseThrow()).thresholds().en()).isEqualTo(says);
	}

	@Test
	void saysInEnglishWhichRoundedRatesFallShort() {
		assertThat(exactly("growth {about: 6, tolerance: 0.2}", "Q3 5.9", ".7060"))
			.contains("6.08% on the year is 6.0%");
		assertThat(exactly("growth {at-least: 6}", "Q3 5.7", ".70")).contains("with 2 decimals, from 6.54% on (");
		assertThat(exactly("growth lower {about: -2.5, tolerance: 0.2}", "Q3 -2.3", ".66"))
			.contains("with 2 decimals, from −2.16% down (", "from −2.75% down the year is −2.5%");
	}

	private static String exactly(String target, String soFar, String share) {
		MarkdownTables.Row row = new MarkdownTables.Row("",
				Map.of("target", target, "so far", soFar, "shares", "Q3 " + share));
		return new WhatIfWords(WhatIf.of(progress(row)).orElseThrow()).exactly().orElseThrow().en();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					growth {at-least: 6} | Q3 11 | Q3 .77 | for a year of 6.0%, it is enough if the fourth quarter is down about 10.6% to 10.9% at most (estimate)
					growth {at-least: -2.5} | Q3 -2.0 | Q3 .70 | for a year that is down 2.5% at most, it is enough if the fourth quarter is down about 3.6% to 3.8% at most (estimate)
					growth lower {about: -2.5, tolerance: 0.2} | Q3 -2.3 | Q3 .70 | for a year that is down 2.5%, the fourth quarter needs to be down about 2.9% to 3.1% (estimate)
					level {at-least: 1200} | Q3 1250 | none | beyond the year's target by 50 万人
					level {at-most: 1000} | Q3 1001 | none | beyond the year's ceiling by 1 万人, which can no longer be kept
					""")
	void saysWhatIsNeededInEnglish(String target, String soFar, String shares, String says) {
		TargetProgress progress = progress(
				new MarkdownTables.Row("", Map.of("target", target, "so far", soFar, "shares", shares)));
		assertThat(OutlookWords.needed(progress).map(Text::en)).contains(says);
	}

	/** Once in the sentence, where there is something left or a ceiling is exceeded. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			level {at-least: 1200} | Q3 1049 | 四季度还需完成151万人    | true
			level {at-least: 1200} | Q3 1250 | 已超过全年目标         | false
			level {at-most: 1000}  | Q3 750  | 四季度须控制在250万人以内 | true
			level {at-most: 1000}  | Q3 1000 | 须控制在           | false
			level {at-most: 1000}  | Q3 1001 | 已突破全年控制数1万人 | true
			""")
	void saysInTheSentenceWhatIsLeftOrExceeded(String target, String soFar, String says, boolean said) {
		TargetProgress progress = progress(
				new MarkdownTables.Row("", Map.of("target", target, "so far", soFar, "shares", "none")));
		assertThat(progress.explanation().zh().contains(says)).isEqualTo(said);
	}

	static Stream<MarkdownTables.Row> years() {
		return rows("Years");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("years")
	void endsTheYearAsTheDocumentSays(MarkdownTables.Row row) {
		WhatIf whatIf = WhatIf.of(progress(row)).orElseThrow();
		WhatIf.Year year = whatIf.year(row.number("rest"));
		assertThat(whatIf.refusal(row.number("rest"))).isEmpty();
		assertRounded(row, "year", year.unrounded(), 4);
		assertThat(year.published()).hasToString(row.text("published"));
		assertThat(year.comparison().met()).isEqualTo(row.text("met").equals("yes"));
		assertThat(year.status()).isEqualTo(row.text("met").equals("yes") ? Status.ACHIEVED : Status.MISSED);
		assertThat(year.margin().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(row.number("margin"));
		if (row.has("done")) {
			assertRounded(row, "done", Objects.requireNonNull(year.done()).movePointRight(2), 2);
		}
		else {
			assertThat(year.done()).isNull();
		}
	}

	static Stream<MarkdownTables.Row> refusals() {
		return rows("What may be supposed");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refusals")
	void refusesWhatNobodyCanMean(MarkdownTables.Row row) {
		assertThat(WhatIf.of(progress(row)).orElseThrow().refusal(row.number("rest")).map(Text::zh).orElse(NOTHING))
			.isEqualTo(row.text("refused"));
	}

	static Stream<MarkdownTables.Row> words() {
		return rows("Years in words");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("words")
	void saysWhereTheYearEnds(MarkdownTables.Row row) {
		WhatIf whatIf = WhatIf.of(progress(row)).orElseThrow();
		assertThat(new WhatIfWords(whatIf).year(whatIf.year(row.number("rest"))).zh()).isEqualTo(row.text("says"));
	}

	private static Stream<MarkdownTables.Row> rows(String heading) {
		return MarkdownTables.of("docs/progress.md").section(heading).rows().stream();
	}

	private static void assertRounded(MarkdownTables.Row row, String column, @Nullable BigDecimal actual,
			int decimals) {
		if (row.text(column).equals(NOTHING)) {
			assertThat(actual).as(column).isNull();
			return;
		}
		assertThat(Objects.requireNonNull(actual).setScale(decimals, RoundingMode.HALF_UP)).as(column)
			.isEqualByComparingTo(row.number(column));
	}

	/** It is 1 November 2024; every share was known since February. */
	private static TargetProgress progress(MarkdownTables.Row row) {
		Recorded recorded = Recorded.nothing();
		for (String figure : row.text("so far").split("; ", -1)) {
			recorded = recorded.approved("x", "2024-" + figure.split(" ", -1)[0], figure.split(" ", -1)[1]);
		}
		List<BaseShare> shares = new ArrayList<>();
		if (!row.text("shares").equals("none")) {
			for (String share : row.text("shares").split("; ", -1)) {
				shares.add(share("2024-" + share.split(" ", -1)[0], share.split(" ", -1)[1]));
			}
		}
		PlanFacts facts = new PlanFacts(Area.plan(target(row)), recorded.figures(), null, new BaseShares(shares),
				List.of(), Collections.emptyNavigableMap(), Oversight.NONE);
		return PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-11-01")).targets().getFirst();
	}

	private static BaseShare share(String period, String share) {
		return new BaseShare("x", Period.parse(period).orElseThrow(), 1, new BigDecimal(share), "来源", null, "admin",
				Area.noonOf("2024-02-01"), Area.noonOf("2024-02-01"));
	}

	private static String target(MarkdownTables.Row row) {
		String written = row.text("target");
		String goal = written.substring(written.indexOf('{'));
		return switch (written.substring(0, written.indexOf('{')).strip()) {
			case "growth" -> Area.growth("x", goal, "quarterly, prices: constant");
			case "growth lower" -> Area.growth("x", goal, "quarterly, prices: constant, direction: lower");
			case "level" -> Area.target("x", "数量", "Quantity", "level", "万人", 0, goal, "quarterly");
			case "level lower" ->
				Area.target("x", "数量", "Quantity", "level", "万人", 0, goal, "quarterly, direction: lower");
			case "completion" -> Area.target("x", "建设", "Works", "completion", "percent", 0, goal, "quarterly");
			default -> throw new IllegalArgumentException(row.where() + ": " + written);
		};
	}

}
