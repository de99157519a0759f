package org.targetmonitor.plan;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes that a spreadsheet opens and saves as something else. */
class SheetCodesTests {

	private static final List<String> LINES = SamplePlan.LINES;

	@ParameterizedTest
	@CsvSource({ "1e5, number", "12e-3, number", "0012, number", "00, number", "330110001000, number", "2024-06, date",
			"1-2, date", "2024-06-30, date", "mar-1, date", "may2024, date", "sept2, date", "december-31-2024, date",
			"1-mar, date", "15dec2024, date", "true, truth value", "false, truth value" })
	void isTakenForSomethingElse(String code, String what) {
		assertThat(SheetCodes.rewritten(code)).hasValueSatisfying((words) -> assertThat(words.en()).isEqualTo(what));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gdp", "gdp-2024", "e5", "1e", "1e5a", "2024", "0", "33011000100", "may", "mar-plan",
			"2024-q1", "1-2-3-4", "20240-1", "truth", "true-north", "x-0012", "x-1e5", "march-2024-plan" })
	void staysAsItIs(String code) {
		assertThat(SheetCodes.rewritten(code)).isEmpty();
	}

	@Test
	void asksForAnotherCodeWhereItStands() {
		assertThat(faults(19, "indicator: residents", "indicator: \"0012\""))
			.containsExactly(new Fault(19, "0012", "indicator", "sheet", new Text(
					"代码“0012”在电子表格中会被当作数字改写，填报表打开保存后就对不上；请换一个代码，如 x-0012",
					"a spreadsheet takes the code \"0012\" for a number and rewrites it, so that a sheet that was saved does not fit any more; write another one, such as x-0012")));
	}

	@Test
	void asksItOfEveryCodeThatStandsInASheet() {
		assertThat(faults(1, "area-2024", "mar-2024")).extracting(Fault::field).containsExactly("plan");
		assertThat(faults(13, "decimals: 1", "decimals: 1, parts: [{code: 1-1, name: 东, goal: {at-least: 1}}]"))
			.extracting((fault) -> fault.subject().code())
			.containsExactly("1-1");
		assertThat(faults(21, "{assigned-by: 省}", "{assigned-by: 省, expects: [cod, {code: 1e5, name: 一}]}"))
			.extracting((fault) -> fault.subject().code())
			.containsExactly("1e5");
		assertThat(faults(10, "targets:",
				"tasks: [{area: {code: \"01\", zh: 科}, items: [{task: \"012\", name: 甲}]}]\n"
						+ "commitments: [{commitment: true, name: 乙}]\ntargets:"))
			.extracting((fault) -> fault.subject().code())
			.containsExactly("012", "true");
	}

	/** What was recorded before this was asked can still be changed. */
	@Test
	void asksNothingOfCodesThatAreInForce() {
		List<String> old = SamplePlan.changed(LINES, 18, "indicator: air", "indicator: 1e5");
		Plan inForce = SamplePlan.read(old).plan();

		assertThat(SheetCodes.faults(SamplePlan.read(SamplePlan.changed(old, 18, "30", "31")), inForce)).isEmpty();
		assertThat(SheetCodes.faults(SamplePlan.read(SamplePlan.changed(old, 19, "residents", "1e6")), inForce))
			.extracting((fault) -> fault.subject().code())
			.containsExactly("1e6");
	}

	private static List<Fault> faults(int line, String old, String now) {
		return SheetCodes.faults(SamplePlan.read(SamplePlan.changed(LINES, line, old, now)), null);
	}

}
