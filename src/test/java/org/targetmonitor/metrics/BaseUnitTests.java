package org.targetmonitor.metrics;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each unit of the list with a value worked out by hand. */
class BaseUnitTests {

	@ParameterizedTest(name = "{0} {1} are {2} {3}")
	@CsvSource({
			// 4.55 / 100
			"4.55, percent, 0.0455, ratio",
			// 698 × 10,000
			"698, 万人, 6980000, persons",
			// as it is
			"52.3, 人, 52.3, persons",
			// 949,746 × 100,000,000
			"949746, 亿元, 9.49746e13, yuan",
			// 21,860 × 10,000
			"21860, 万元, 218600000, yuan",
			// as it is
			"41314, 元, 41314, yuan",
			// 14,130 × 100,000,000 jin of half a kilogram
			"14130, 亿斤, 7.065e11, kilograms",
			// 5.5 / 1000
			"5.5, ‰, 0.0055, ratio",
			// a pure number
			"0.379, '', 0.379, none" })
	void turnsAUnitIntoItsBaseUnit(BigDecimal value, String unit, double expected, String base) {
		assertThat(BaseUnit.toBase(value, unit)).isEqualTo(new BaseUnit.Quantity(expected, base));
	}

	@ParameterizedTest
	@CsvSource({ "2600, 套", "33, 微克/立方米", "12.5, %", "7, Percent" })
	void leavesAnotherUnitAsItIsAndNamesIt(BigDecimal value, String unit) {
		assertThat(BaseUnit.toBase(value, unit)).isEqualTo(new BaseUnit.Quantity(value.doubleValue(), unit));
	}

	@ParameterizedTest
	@CsvSource({ "-0.2, -0.002", "0, 0", "0.0, 0", "-100, -1" })
	void keepsSignAndZero(BigDecimal percent, double ratio) {
		assertThat(BaseUnit.toBase(percent, "percent").value()).isEqualTo(ratio);
	}

	@Test
	void multipliesBeforeDecimalsBecomeBinary() {
		// 0.07 × 100 in binary is 7.000000000000001
		assertThat(BaseUnit.toBase(new BigDecimal("0.07"), "亿元").value()).isEqualTo(7_000_000);
		assertThat(BaseUnit.toBase(new BigDecimal("5.7"), "percent").value()).isEqualTo(0.057);
	}

	@Test
	void isTheClosedListOfTheDesign() {
		Set<String> tested = Stream.of("percent", "‰", "", "万人", "人", "亿元", "万元", "元", "亿斤")
			.collect(Collectors.toSet());
		assertThat(tested).allMatch((unit) -> !BaseUnit.toBase(BigDecimal.ONE, unit).unit().equals(unit));
		assertThat(Arrays.stream(BaseUnit.values())).hasSize(tested.size());
	}

	/** What the document says of units is the list itself. */
	@Test
	void isTheListOfTheDocument() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("docs/metrics.md"))
			.stream()
			.dropWhile((line) -> !line.startsWith("| unit in the plan"))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"))
			.toList();
		assertThat(rows).hasSize(BaseUnit.values().length + 1);
		for (String row : rows.subList(0, rows.size() - 1)) {
			List<String> cells = List.of(row.split(" *\\| *", -1));
			String unit = cells.get(1).replaceAll("[ :].*|`", "").replace("none", "");
			assertThat(BaseUnit.toBase(BigDecimal.ONE, unit)).as(row)
				.isEqualTo(new BaseUnit.Quantity(Double.parseDouble(cells.get(3)), cells.get(2)));
		}
	}

}
