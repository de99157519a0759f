package org.targetmonitor.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

import static org.assertj.core.api.Assertions.assertThat;

/** A revision is told beside the one before it: old → new. */
class FigureRowTests {

	private static final Instant DAY = Instant.parse("2024-04-20T04:00:00Z");

	/** Nothing is not 0: what has no value differs from nothing, and nothing from it. */
	@Test
	void differsFromTheOneBefore() {
		Figures figures = new Figures(List.of(revision("2024-Q1", 1, "5.8", true), revision("2024-Q1", 2, "5.80", true),
				revision("2024-Q1", 3, null, false), revision("2024-Q1", 4, "-1.25", false),
				revision("2024-Q2", 1, "6.1", false), revision("2024-Q2", 2, "5.85", false),
				revision("2024-Q2", 3, "6", true)));

		assertThat(FigureRow.of("gdp", figures))
			.extracting((row) -> row.revision().period() + " " + row.revision().number() + ": " + row.previous() + " → "
					+ row.revision().value() + ", " + row.difference() + (row.inForce() ? ", in force" : ""))
			.containsExactly("2024-Q2 3: 5.85 → 6, +0.15, in force", "2024-Q2 2: 6.1 → 5.85, −0.25",
					"2024-Q2 1: null → 6.1, null", "2024-Q1 4: null → -1.25, null", "2024-Q1 3: 5.80 → null, null",
					"2024-Q1 2: 5.8 → 5.80, 0, in force", "2024-Q1 1: null → 5.8, null");
		assertThat(FigureRow.of("gdp", figures).get(3).before()).isNotNull();
		assertThat(FigureRow.of("gdp", figures).getLast().before()).isNull();
		assertThat(FigureRow.of(figures)).containsExactlyElementsOf(FigureRow.of("gdp", figures).reversed());
	}

	private static Revision revision(String period, int number, @Nullable String value, boolean approved) {
		BigDecimal given = (value != null) ? new BigDecimal(value) : null;
		return new Revision(Period.parse(period).orElseThrow(), number,
				new Figure("gdp", given, null, null, ObsStatus.P, null, null, null, null), new UUID(0, number), "staff",
				null, DAY, DAY, approved ? new Review(true, null, "reviewer", DAY, DAY) : null);
	}

}
