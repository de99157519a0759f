package org.targetmonitor.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a plan that is written anew takes the place of the one in force. */
class ReplacementTests {

	private static final String PLAN = SamplePlan.text(SamplePlan.LINES);

	/** The plan's zone is eight hours ahead: at 16:00 its next day begins. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"at-least: 6} | at-least: 5} | 2024-06-01T00:00:00Z | 省里调整 | 某文〔2024〕1号 | -",
			"at-least: 6} | at-least: 5} | 2024-06-01T00:00:00Z | 省里调整 | - | DocumentMissing[indicators=[gdp], heading=[]]",
			"at-least: 6} | at-least: 5} | 2023-12-31T15:59:59Z | 省里调整 | - | -",
			"at-least: 6} | at-least: 5} | 2023-12-31T16:00:00Z | 省里调整 | - | DocumentMissing[indicators=[gdp], heading=[]]",
			"at-least: 6} | at-least: 5} | 2024-06-01T00:00:00Z | - | 某文〔2024〕1号 | ReasonMissing[]",
			"at-least: 6} | at-least: 5} | 2025-12-30T15:59:59Z | 省里调整 | 某文〔2024〕1号 | -",
			"at-least: 6} | at-least: 5} | 2025-12-30T16:00:00Z | 省里调整 | 某文〔2024〕1号 | Closed[]",
			"closes: 2025-12-31 | closes: 2025-06-01 | 2025-05-31T15:59:59Z | 改 | - | -",
			"closes: 2025-12-31 | closes: 2025-06-01 | 2025-05-31T16:00:00Z | 改 | - | ClosesInThePast[]",
			"year: 2024 | year: 2023 | 2024-06-01T00:00:00Z | 改 | 某文 | AnotherPlan[]",
			"330110 | 330111 | 2024-06-01T00:00:00Z | 改 | 某文 | AnotherPlan[]",
			"Asia/Shanghai | Asia/Urumqi | 2024-06-01T00:00:00Z | 改 | 某文 | AnotherPlan[]",
			"某区2024年目标 | 某区目标 | 2024-06-01T00:00:00Z | 改名 | - | -" })
	void saysWhyNot(String was, String now, Instant moment, @Nullable String reason, @Nullable String document,
			@Nullable String refused) {
		assertThat(PLAN).contains(was);
		Replacement replacement = new Replacement(plan(PLAN), plan(PLAN.replace(was, now)), false, List.of("gdp"));

		assertThat(replacement.refused(new Grounds(reason, document, null), moment).map(Object::toString))
			.isEqualTo(Optional.ofNullable(refused));
	}

	/** What verdicts of all targets depend on is no formality of the heading. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "once-lagging: all | once-lagging", "beside: true | beside",
			"year-before: area-2023 | year-before", "invented: true | invented" })
	void asksForADocumentOfWhatTheHeadingChanges(String entry, String key) {
		Plan before = plan(PLAN);
		Replacement replacement = new Replacement(before, plan(PLAN + entry + "\n"), true, List.of());
		Grounds reasonAlone = new Grounds("改", null, null);

		assertThat(replacement.refused(reasonAlone, Instant.parse("2024-06-01T00:00:00Z")))
			.contains(new Plans.Recorded.DocumentMissing(List.of(), List.of(key)));
		assertThat(replacement.refused(new Grounds("改", "某文〔2024〕1号", null), Instant.parse("2024-06-01T00:00:00Z")))
			.isEmpty();
		assertThat(replacement.refused(reasonAlone, Instant.parse("2023-12-31T15:59:59Z"))).isEmpty();
	}

	@Test
	void whatChangesNothingIsUnchangedEvenWhereThePlanIsClosed() {
		Replacement replacement = new Replacement(plan(PLAN), plan(PLAN), false, List.of());

		assertThat(replacement.refused(Grounds.of(null), Instant.parse("2026-06-01T00:00:00Z")))
			.contains(new Plans.Recorded.Unchanged());
		assertThat(new Replacement(plan(PLAN), plan(PLAN), true, List.of()).changesNothing()).isFalse();
	}

	private static Plan plan(String text) {
		return PlanFile.read(YamlTree.read(text), "area-2024").plan();
	}

}
