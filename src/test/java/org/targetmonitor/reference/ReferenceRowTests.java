package org.targetmonitor.reference;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;

import static org.assertj.core.api.Assertions.assertThat;

/** What people type is read as in the figures' own form, what programs send exactly. */
class ReferenceRowTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "growth | | ５．４ | 5.4", "growth | % | 5.4% | 5.4", "growth | ％ | 5.4％ | 5.4",
					"growth | | 下降3.8% | -3.8", "level | 亿元 | 1,234.5 | 1234.5", "level | 亿元 | 1,234.5亿元 | 1234.5",
					"ratio | ‰ | 5.1‰ | 5.1" })
	void readsWhatIsTyped(String measure, @Nullable String unit, String value, String read) {
		ReferenceRow.Reading reading = reading(ReferenceRow.Reader.ofTyped(), measure, unit, value);

		assertThat(reading.faults()).isEmpty();
		assertThat(reading.rows()).extracting((row) -> row.value().toPlainString()).containsExactly(read);
	}

	@Test
	void refusesWhatIsTypedInAnotherUnit() {
		assertThat(reading(ReferenceRow.Reader.ofTyped(), "level", "亿元", "1234万元").faults()).extracting(Fault::rule)
			.containsExactly("unit");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "growth | | 5.4%", "growth | | ５．４", "level | 亿元 | 1,234.5" })
	void takesExactNumbersAloneFromPrograms(String measure, @Nullable String unit, String value) {
		assertThat(reading(ReferenceRow.Reader.ofSent(), measure, unit, value).faults()).extracting(Fault::rule)
			.containsExactly("number");
	}

	private static ReferenceRow.Reading reading(ReferenceRow.Reader reader, String measure, @Nullable String unit,
			String value) {
		Map<String, String> typed = new LinkedHashMap<>(Map.of("area", "330000", "indicator", "gdp", "measure", measure,
				"period", "2024-Q3", "value", value, "status", "P", "origin", "省统计局", "published", "2024-10-18"));
		if (unit != null) {
			typed.put("unit", unit);
		}
		Map<String, Node> entries = new LinkedHashMap<>();
		typed.forEach((field, text) -> entries.put(field, new Node.Scalar(text, 1)));
		reader.accept(new Node.Mapping(entries, 1));
		return reader.reading();
	}

}
