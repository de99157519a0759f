package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of verdicts in docs/progress.md, row by row. */
class WorkedExamplesTests {

	private static final String NOTHING = "–";

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static Stream<WorkedExample> rows() {
		return MarkdownTables.of("docs/progress.md")
			.sections()
			.stream()
			.flatMap((section) -> section.rows()
				.stream()
				.filter((row) -> row.has("case") && row.has("status"))
				.map((row) -> new WorkedExample(section.blocks().getFirst(), row)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void standsAsTheDocumentSays(WorkedExample example) {
		TargetProgress progress = example.progress();
		MarkdownTables.Row row = example.row();
		Optional<Verdict> verdict = progress.judged();
		Optional<Headway> headway = verdict.map(Verdict::headway);

		assertThat(progress.status().key()).as(row.toString()).isEqualTo(row.text("status"));
		assertThat(progress.light().key()).as(row.toString()).isEqualTo(row.text("light"));
		assertThat(progress.lagLevel().orElse(null)).as(row.toString()).isEqualTo(lagLevel(progress.light()));
		assertThat(met(progress)).as(row.toString()).isEqualTo(row.text("met"));
		assertNumber(row, "margin", verdict.map(Verdict::margin), headway.isPresent());
		assertNumber(row, "gap", verdict.map((known) -> known.comparison().gap()), false);
		assertOptional(row, "margin %", progress.marginRatio().map(HUNDRED::multiply), true);
		assertOptional(row, "judged", verdict.map(Verdict::actual), false);
		assertOptional(row, "line", verdict.map((known) -> known.comparison().line()), false);
		if (headway.isPresent()) {
			assertNumber(row, "done", headway.map(Headway::done).map(HUNDRED::multiply), true);
			assertNumber(row, "pace", headway.map(Headway::pace).map(HUNDRED::multiply), true);
		}
		if (row.has("says")) {
			assertThat(progress.explanation().zh()).as(row.toString()).contains(row.text("says"));
		}
	}

	private static @Nullable Integer lagLevel(Light light) {
		return switch (light) {
			case GREEN -> 0;
			case YELLOW -> 1;
			case RED -> 2;
			case GREY -> null;
		};
	}

	private static String met(TargetProgress progress) {
		return progress.judged()
			.map(Verdict::met)
			.or(() -> Optional.ofNullable(progress.inexact()).map(Inexact::met))
			.map((met) -> met ? "yes" : "no")
			.orElse(NOTHING);
	}

	private static void assertOptional(MarkdownTables.Row row, String column, Optional<BigDecimal> actual,
			boolean rounded) {
		if (row.has(column)) {
			assertNumber(row, column, actual, rounded);
		}
	}

	/**
	 * Shares and points of pace are written with two or more decimals, all else exactly.
	 */
	private static void assertNumber(MarkdownTables.Row row, String column, Optional<BigDecimal> actual,
			boolean rounded) {
		String where = row + " " + column;
		if (row.text(column).equals(NOTHING)) {
			assertThat(actual).as(where).isEmpty();
			return;
		}
		assertThat(actual.map((known) -> rounded ? rounded(known, row.number(column)) : known)).as(where)
			.hasValueSatisfying((known) -> assertThat(known).as(where).isEqualByComparingTo(row.number(column)));
	}

	private static BigDecimal rounded(BigDecimal number, BigDecimal written) {
		return number.setScale(Math.max(2, written.scale()), RoundingMode.HALF_UP);
	}

}
