package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.period.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** How a submission is read from JSON. */
class SubmissionDocumentTests {

	@Test
	void readsEverythingExactly() {
		SubmissionDocument.Reading reading = read("""
				{"period": "2024-Q3", "reason": "核实", "figures": [{"indicator": "gdp", "value": 4.80, "level": "949746",
				"quarter-value": "4.6", "status": "A", "kind": "verification", "replaces": 2, "origin": "国家统计局",
				"note": "说明"}]}
				""");
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.submission()).isEqualTo(new Submission(Period.parse("2024-Q3").orElseThrow(), "核实",
				List.of(new Figure("gdp", new BigDecimal("4.80"), new BigDecimal("949746"), new BigDecimal("4.6"),
						ObsStatus.A, RevisionKind.VERIFICATION, 2, "国家统计局", "说明"))));
	}

	@Test
	void takesNullAndBlankAsAbsent() {
		SubmissionDocument.Reading reading = read("""
				{"period": "2024", "reason": " ", "figures": [{"indicator": "gdp", "value": "5", "level": null,
				"quarter-value": null, "status": "P", "kind": null, "replaces": null, "origin": "", "note": null}]}
				""");
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.submission().reason()).isNull();
		assertThat(reading.submission().figures())
			.containsExactly(new Figure("gdp", new BigDecimal("5"), null, null, ObsStatus.P, null, null, null, null));
	}

	@ParameterizedTest
	@CsvSource({ "0.1, 0.1", "-3.80, -3.80", "1e3, 1000", "1.5E2, 150", "0e400, 0", "-0.0, 0.0",
			"999999999999999.123456789, 999999999999999.123456789" })
	void keepsNumbersAsGiven(String written, String value) {
		for (String json : List.of(written, "\"" + written + "\"")) {
			assertThat(read(figure("\"value\": " + json)).submission().figures().getFirst().value())
				.isEqualTo(new BigDecimal(value));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"value": "6%"              | value         | number
			"value": "+6"              | value         | number
			"value": "6."              | value         | number
			"value": "1,000"           | value         | number
			"value": "0x10"            | value         | number
			"value": "-Infinity"       | value         | number
			"level": 1000000000000000  | level         | range
			"quarter-value": 1e16      | quarter-value | range
			"value": 0.12345678901     | value         | digits
			"value": false             | value         | number
			"value": {"a": [1, 2]}     | value         | scalar
			"note": ["a"]              | note          | scalar
			"replaces": 1.5            | replaces      | range
			"replaces": -1             | replaces      | range
			"kind": "CENSUS"           | kind          | choice
			"values": 6                | values        | unknown-key
			"note": "\\u0007"          | note          | text
			""")
	void refusesEachFaultOnce(String entry, String field, String rule) {
		assertThat(read(figure(entry)).faults())
			.extracting((fault) -> fault.subject().toString(), Fault::field, Fault::rule)
			.containsExactly(tuple("figures[0] gdp", field, rule));
	}

	@Test
	void givesEveryFaultWithItsPlaceAndLine() {
		SubmissionDocument.Reading reading = read("""
				{"period": "2024-Q5",
				"figures": [
				{"indicator": "gdp", "value": "6%", "status": "F"},
				{"value": "6"},
				"gdp"
				], "plan": "x"}
				""");
		assertThat(reading.faults())
			.extracting(Fault::line, (fault) -> fault.subject().toString(), Fault::field, Fault::rule)
			.containsExactly(tuple(1, "", "period", "period"), tuple(3, "figures[0] gdp", "value", "number"),
					tuple(3, "figures[0] gdp", "status", "forecast"), tuple(4, "figures[1]", "indicator", "required"),
					tuple(4, "figures[1]", "status", "required"), tuple(5, "figures[2]", "figures", "mapping"),
					tuple(5, "figures[2]", "indicator", "required"), tuple(5, "figures[2]", "status", "required"),
					tuple(6, "", "plan", "unknown-key"));
	}

	@Test
	void refusesASubmissionWithoutFiguresAndOneWithTooMany() {
		assertThat(read("{\"period\": \"2024\", \"figures\": []}").faults()).extracting(Fault::field)
			.containsExactly("figures");
		assertThat(read("{\"period\": \"2024\"}").faults()).extracting(Fault::field).containsExactly("figures");
		assertThat(read("{\"period\": \"2024\", \"figures\": {}}").faults()).extracting(Fault::rule)
			.containsExactly("list", "required");
		String many = String.join(",", Collections.nCopies(SubmissionDocument.MOST_FIGURES + 1,
				"{\"indicator\": \"gdp\", \"value\": 1, \"status\": \"P\"}"));
		SubmissionDocument.Reading reading = read("{\"period\": \"2024\", \"figures\": [" + many + "]}");
		assertThat(reading.faults()).extracting(Fault::rule).containsExactly("required");
		assertThat(reading.submission().figures()).hasSize(20_000);
	}

	private static String figure(String entry) {
		return "{\"period\": \"2024-Q1\", \"figures\": [{\"indicator\": \"gdp\", \"status\": \"P\", " + entry + "}]}";
	}

	private static SubmissionDocument.Reading read(String json) {
		return SubmissionDocument.read(JsonTree.read(json));
	}

}
