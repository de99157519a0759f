package org.targetmonitor.submission.sheet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person is shown of a cell: what the spreadsheet shows of it. */
class CellValuesTests {

	private final CellValues values = new CellValues(false);

	@ParameterizedTest
	@CsvSource({ "0.063, 9, 0%, 6%", "0.063, 10, 0.00%, 6.30%", "5.3, 0, General, 5.3", "5.3, 0, '', 5.3",
			"1234.5, 4, '#,##0.00', '1,234.50'", "0.06, 9, '', 6%", "5.26, 164, 0.0, 5.3" })
	void aNumberIsShownAsItsFormatSays(double value, int id, String code, String shown) {
		assertThat(this.values.number(value, id, code, false).words()).isEqualTo(shown);
	}

	/** Day 45,585 since 1900 is 20 October 2024; days since 1904 are 1,462 later. */
	@ParameterizedTest
	@CsvSource({ "45585, yyyy-mm-dd, false, 2024-10-20", "45585, yyyy-mm-dd, true, 2028-10-21",
			"0.5, h:mm, false, 12:00:00", "-1, yyyy-mm-dd, false, -1" })
	void aDateIsShownAsTheDayThatItIs(double value, String code, boolean from1904, String shown) {
		Cell cell = new CellValues(from1904).number(value, 164, code, false);
		assertThat(cell).isInstanceOfSatisfying(Cell.Broken.class, (broken) -> assertThat(broken.reason().zh())
			.startsWith(shown.equals("-1") ? "是日期或时间格式（-1）" : "被识别成了日期或时间（" + shown + "）"));
		assertThat(cell.words()).isEqualTo(shown);
	}

	@Test
	void aDateInWordsLosesItsMidnightAlone() {
		assertThat(this.values.date("2024-10-20T00:00:00").words()).isEqualTo("2024-10-20");
		assertThat(this.values.date("2024-10-20T08:30:00").words()).isEqualTo("2024-10-20T08:30:00");
		assertThat(this.values.date("2024-10-20").words()).isEqualTo("2024-10-20");
	}

	@Test
	void whatIsNoNumberIsAnError() {
		assertThat(this.values.number(Double.POSITIVE_INFINITY, 0, "General", false))
			.isEqualTo(CellValues.error("#NUM!"));
	}

}
