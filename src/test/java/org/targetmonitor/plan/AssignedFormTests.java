package org.targetmonitor.plan;

import java.util.ArrayList;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.Faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Assigned numbers: in a plan file, and typed on a page. */
class AssignedFormTests {

	private static final PlanFile PLAN = SamplePlan.read(SamplePlan.LINES);

	private static final LocalDate TODAY = LocalDate.parse("2024-04-02");

	private static final Target HEADING = PLAN.plan().target("assigned").orElseThrow();

	private static final Map<String, String> ENERGY = Map.of("code", "energy-per-gdp", "zh", "单位能耗", "measure",
			"growth", "unit", "percent", "decimals", "1", "kind", "about-lower", "number", "-2.5", "tolerance", "0.2");

	private static AssignedNumber row(Map<String, String> values, String... others) {
		Map<String, String> all = new HashMap<>(Map.of("document", "某政〔2024〕1号", "date", "2024-04-01", "department",
				"statistics", "reported", "yearly"));
		all.putAll(values);
		for (int at = 0; at < others.length; at += 2) {
			all.put(others[at], others[at + 1]);
		}
		return new AssignedNumber(all);
	}

	@Test
	void rowBecomesATargetUnderTheHeadingWithItsDocument() {
		AssignedForm form = AssignedForm.read(PLAN, HEADING,
				List.of(row(ENERGY), AssignedNumber.empty(HEADING.department())), TODAY);
		assertThat(form.faults()).isEmpty();
		Plan plan = Objects.requireNonNull(form.file()).plan();
		Target target = plan.target("energy-per-gdp").orElseThrow();
		assertThat(target.assigned()).isEqualTo(new Assignment("assigned", "某政〔2024〕1号", LocalDate.of(2024, 4, 1)));
		assertThat(target.goal().line()).hasValueSatisfying((line) -> assertThat(line).isEqualByComparingTo("-2.3"));
		assertThat(target.nature()).isEqualTo(Nature.BINDING);
		assertThat(plan.targets()).hasSize(PLAN.plan().targets().size() + 1);
	}

	@Test
	void oneFaultyRowKeepsAllFromBeingRecordedAndStandsBesideItsField() {
		AssignedForm form = AssignedForm.read(PLAN, HEADING,
				List.of(row(ENERGY), row(ENERGY, "code", "cod", "number", "six", "date", "", "measure", "")), TODAY);
		assertThat(form.file()).isNull();
		assertThat(form.faults()).containsOnlyKeys("1.number", "1.date", "1.measure");
	}

	@Test
	void codesThatAreThereAlreadyOrStandTwiceAreRefusedInTheRowThatCameLast() {
		assertThat(AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY, "code", "gdp")), TODAY).faults())
			.containsOnlyKeys("0.code");
		assertThat(AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY), row(ENERGY)), TODAY).faults())
			.containsOnlyKeys("1.code");
		assertThat(AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY, "code", "")), TODAY).faults())
			.containsOnlyKeys("0.code");
	}

	@Test
	void codeThatASpreadsheetRewritesIsRefusedInItsRow() {
		assertThat(
				AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY), row(ENERGY, "code", "2024-06")), TODAY).faults())
			.containsOnlyKeys("1.code");
	}

	/** As of a plan file: the words and the goal have a number and a sign in common. */
	@ParameterizedTest
	@CsvSource({ "单位能耗下降2.5%左右, -2.5, ''", "单位能耗下降3%左右, -2.5, 0.number", "单位能耗下降2.5%左右, 2.5, 0.number",
			"单位能耗下降三成, -2.5, 0.number", "单位能耗下降三成, -30, ''", "能耗明显下降, -2.5, ''" })
	void asksWhereTheDocumentsWordsAndTheNumberDisagree(String wording, String number, String faulty) {
		AssignedForm form = AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY, "wording", wording, "number", number)),
				TODAY);
		assertThat(form.faults().keySet()).isEqualTo(faulty.isEmpty() ? Set.of() : Set.of(faulty));
		assertThat(form.file() == null).isEqualTo(!faulty.isEmpty());
	}

	@Test
	void documentOfADayToComeIsRefusedBesideItsDate() {
		assertThat(AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY, "date", "2024-04-02")), TODAY).faults())
			.isEmpty();
		assertThat(AssignedForm.read(PLAN, HEADING, List.of(row(ENERGY, "date", "2024-04-03")), TODAY).faults())
			.containsOnlyKeys("0.date");
	}

	@Test
	void takesANumberAsPeopleTypeIt() {
		AssignedForm form = AssignedForm.read(PLAN, HEADING,
				List.of(row(ENERGY, "number", "下降２.５", "tolerance", "０.２")), TODAY);
		assertThat(Objects.requireNonNull(form.file()).plan().target("energy-per-gdp").orElseThrow().goal().numbers())
			.hasToString("[-2.5, 0.2]");
		assertThat(AssignedForm
			.read(PLAN, HEADING, List.of(row(ENERGY, "measure", "value", "unit", "吨", "number", "减少120吨")), TODAY)
			.faults()).as("a quantity is no decrease").containsKey("0.number");
	}

	@Test
	void whatWasBegunIsNotDropped() {
		AssignedNumber begun = AssignedNumber.empty(HEADING.department());
		assertThat(begun.isLeftOut(HEADING)).isTrue();
		assertThat(new AssignedNumber(Map.of("code", "cod")).isLeftOut(HEADING)).isFalse();
		assertThat(new AssignedNumber(Map.of("zh", "化学需氧量")).isLeftOut(HEADING)).isFalse();
		assertThat(new AssignedNumber(Map.of("wording", "下降2.5%")).isLeftOut(HEADING)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "growth | - | percent", "growth | % | percent",
			"ratio | 百分比 | percent", "level | ％ | percent", "level | 吨 | 吨" })
	void takesAUnitAsPeopleWriteIt(String measure, @Nullable String unit, String written) {
		AssignedNumber number = row(ENERGY, "measure", measure, "unit", (unit != null) ? unit : "");
		assertThat(number.definition(HEADING).entries().get("unit")).isEqualTo(new Node.Scalar(written, 0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "at-least | 6 | 单位能耗：不低于6%", "at-least | -3 | 单位能耗：降幅不超过3%", "at-most | -2.5 | 单位能耗：下降2.5%以上",
					"about-lower | -2.5 | 单位能耗：下降2.5%左右", "about-lower | 下降２．５ | 单位能耗：下降2.5%左右" })
	void saysTheNumberWhereTheDocumentsWordsAreNotGiven(String kind, String number, String wording) {
		assertThat(row(ENERGY, "kind", kind, "number", number).definition(HEADING).entries().get("wording"))
			.isEqualTo(new Node.Scalar(wording, 0));
		assertThat(row(ENERGY, "wording", "单位能耗下降2.5%左右").definition(HEADING).entries().get("wording"))
			.isEqualTo(new Node.Scalar("单位能耗下降2.5%左右", 0));
	}

	@Test
	void formOfNothingIsRefused() {
		assertThat(
				AssignedForm.read(PLAN, HEADING, List.of(AssignedNumber.empty(HEADING.department())), TODAY).faults())
			.containsOnlyKeys("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "under: nowhere, assigned: {document: x, date: 2024-04-01} | under heading",
					"under: gdp, assigned: {document: x, date: 2024-04-01} | under heading",
					"under: assigned | assigned required",
					"assigned: {document: x, date: 2024-04-01} | assigned heading",
					"under: assigned, assigned: {document: x} | date required",
					"under: assigned, assigned: {date: 2024-04-01} | document required",
					"under: assigned, assigned: {document: x, date: soon} | date date" })
	void planFileWithAnAssignedNumberOutOfPlaceIsRefused(String keys, String fault) {
		List<String> lines = SamplePlan.changed(SamplePlan.LINES, 16, "nature: expected", "nature: expected, " + keys);
		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> SamplePlan.read(lines))
			.satisfies((ex) -> assertThat(ex.faults()).extracting((one) -> one.field() + " " + one.rule())
				.containsExactly(fault));
	}

	@Test
	void headingsDoNotNestAndAssignedNumbersAreJudged() {
		String keys = ", under: assigned, assigned: {document: x, date: 2024-04-01}";
		List<String> monitored = SamplePlan.changed(SamplePlan.LINES, 19, "nature: expected",
				"nature: expected" + keys);
		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> SamplePlan.read(monitored))
			.satisfies((ex) -> assertThat(ex.faults()).extracting((one) -> one.rule()).containsExactly("assigned"));
		List<String> nested = new ArrayList<>(SamplePlan.LINES);
		nested.add(
				"  - {indicator: inner, name: 减排, wording: 减排, goal: {assigned-by: 省}, department: statistics, nature: binding"
						+ keys + "}");
		assertThatExceptionOfType(Faulty.class).isThrownBy(() -> SamplePlan.read(nested))
			.satisfies((ex) -> assertThat(ex.faults()).extracting((one) -> one.rule()).containsExactly("nested"));
	}

}
