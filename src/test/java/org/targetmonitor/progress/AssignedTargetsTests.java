package org.targetmonitor.progress;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** A heading over assigned numbers stands as the worst of them, once none is missing. */
class AssignedTargetsTests {

	private static final String NOTHING = "–";

	private static final String HEADING = "{indicator: saving, name: {zh: 节能减排, en: Saving}, wording: 节能减排, goal: {assigned-by: {zh: 省, en: Province}, expects: [energy, {code: cod, name: {zh: 化学需氧量, en: COD}}]}, department: d, nature: binding}";

	/** About −2.5, less is better: −2.3 is on the line, −1.0 lags. */
	private static final String ENERGY = under(
			Area.growth("energy", "{about: -2.5, tolerance: 0.2}", "quarterly, direction: lower"));

	private static final String COD = under(
			Area.target("cod", "化学需氧量", "COD", "value", "吨", 0, "{at-least: 100}", "quarterly"));

	private static String under(String target) {
		return target.replace("department: d",
				"under: saving, assigned: {document: 某政〔2024〕1号, date: 2024-04-01}, department: d");
	}

	private static List<TargetProgress> targets(Recorded recorded, String... targets) {
		Plan plan = Area.plan(targets);
		return Area.standing(plan, recorded, "2024-08-01").targets();
	}

	@Test
	void waitsWhileNothingIsRecordedAndNamesWhatIsMissing() {
		TargetProgress heading = targets(Recorded.nothing(), HEADING).getFirst();
		assertThat(heading.status()).isEqualTo(Status.AWAITING_TARGET);
		assertThat(heading.explanation().zh()).isEqualTo("待下达：尚缺energy、化学需氧量的指标数。");
		assertThat(heading.explanation().en())
			.isEqualTo("awaiting target: the numbers of energy, COD are not assigned yet.");
		assertThat(heading.lagLevel()).isEmpty();
	}

	@Test
	void waitsWhileOneOfThoseItExpectsIsMissingHoweverBadTheOtherStands() {
		List<TargetProgress> targets = targets(Recorded.nothing().approved("energy", "2024-Q2", "-1.0"), HEADING,
				ENERGY);
		assertThat(targets.getFirst().status()).isEqualTo(Status.AWAITING_TARGET);
		assertThat(targets.getFirst().light()).isEqualTo(Light.GREY);
		assertThat(targets.getFirst().explanation().zh()).isEqualTo("待下达：尚缺化学需氧量的指标数。已下达：energy（滞后）。");
		assertThat(targets.getLast().status()).isEqualTo(Status.LAGGING);
	}

	/** Of at least 100, 98 is −2 % and at risk, 90 is −10 % and lagging. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("headings")
	void standsAsTheWorstRedOverYellowOverGreyOverGreen(MarkdownTables.Row row) {
		Recorded recorded = recorded(recorded(Recorded.nothing(), row, "energy"), row, "cod");
		TargetProgress heading = (row.text("cod").equals("missing") ? targets(recorded, HEADING, ENERGY)
				: targets(recorded, HEADING, ENERGY, COD))
			.getFirst();
		assertThat(heading.status().key()).isEqualTo(row.text("status"));
		assertThat(heading.light().key()).isEqualTo(row.text("light"));
		assertThat(heading.lagLevel().map(Object::toString).orElse(NOTHING)).isEqualTo(row.text("lag level"));
		assertThat(heading.worst().map(TargetProgress::indicator).orElse(NOTHING)).isEqualTo(row.text("worst"));
		assertThat(heading.judged()).isEmpty();
	}

	static List<MarkdownTables.Row> headings() {
		return MarkdownTables.of("docs/progress.md").section("Headings").rows();
	}

	private static Recorded recorded(Recorded before, MarkdownTables.Row row, String indicator) {
		String value = row.text(indicator);
		return value.equals(NOTHING) || value.equals("missing") ? before : before.approved(indicator, "2024-Q2", value);
	}

	@Test
	void saysWhichIsWorstAndListsEach() {
		TargetProgress heading = targets(
				Recorded.nothing().approved("energy", "2024-Q2", "-2.3").approved("cod", "2024-Q1", "90"), HEADING,
				ENERGY, COD)
			.getFirst();
		assertThat(heading.explanation().zh()).startsWith("下达2项，最差的是化学需氧量：一季度末为90吨")
			.endsWith("各项：energy（符合进度）；化学需氧量（滞后）。");
		assertThat(heading.explanation().en()).contains("COD stands worst", "COD (lagging)");
		assertThat(heading.period()).hasToString("Optional[2024-Q1]");
	}

	/** Assigned on 1 May, after the first quarter's figure was due on 22 April. */
	@Test
	void isNotLateForWhatWasDueBeforeItWasAssigned() {
		String late = COD.replace("date: 2024-04-01", "date: 2024-05-01");
		assertThat(targets(Recorded.nothing(), HEADING, ENERGY, COD).getLast().timeliness().missing())
			.hasToString("[2024-Q1]");
		TargetProgress cod = targets(Recorded.nothing(), HEADING, ENERGY, late).getLast();
		assertThat(cod.timeliness().missing()).isEmpty();
		assertThat(cod.timeliness().overdue()).isTrue();
		assertThat(cod.timeliness().awaited()).hasToString("2024-Q2");
	}

	@Test
	void saysOfNumbersWithoutFiguresOnlyHowEachStands() {
		assertThat(targets(Recorded.nothing(), HEADING, ENERGY, COD).getFirst().explanation().zh())
			.isEqualTo("下达2项：energy（待数据）；化学需氧量（待数据）。");
	}

	@Test
	void standsAsTheOneRecordedWhereItExpectsNoneByName() {
		String heading = HEADING.replaceAll(", expects: \\[.*\\]\\}", "}");
		List<TargetProgress> targets = targets(Recorded.nothing().approved("cod", "2024-Q2", "100"), COD, Area.JOBS,
				heading);
		assertThat(targets).extracting(TargetProgress::indicator).containsExactly("jobs", "saving", "cod");
		assertThat(targets.get(1).status()).isEqualTo(Status.ON_TRACK);
		assertThat(targets(Recorded.nothing(), heading).getFirst().status()).isEqualTo(Status.AWAITING_TARGET);
	}

}
