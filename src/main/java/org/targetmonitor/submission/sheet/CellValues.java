package org.targetmonitor.submission.sheet;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

import org.targetmonitor.input.Text;

/** Says what one stored cell holds. A formula counts by its last result. */
final class CellValues {

	/** Excel itself takes no longer number format. */
	private static final int LONGEST_FORMAT = 255;

	/** The formatter keeps every format it has seen. */
	private static final int MOST_FORMATS = 200;

	private final boolean from1904;

	private DataFormatter formatter = new DataFormatter(Locale.ROOT);

	private int formats;

	CellValues(boolean from1904) {
		this.from1904 = from1904;
	}

	/**
	 * A number.
	 * @param id the number of its format
	 * @param code the format's code in the file, empty for none
	 */
	Cell number(double value, int id, String code, boolean computed) {
		if (code.length() > LONGEST_FORMAT) {
			return new Cell.Broken("", "format", new Text("单元格的数字格式无法识别；请改为“常规”后重新填写",
					"the cell's number format is not understood; set it to General and type the number again"));
		}
		if (!Double.isFinite(value)) {
			return error("#NUM!");
		}
		String effective = code.isEmpty() ? builtin(id) : code;
		NumberFormat format = NumberFormat.of(id, effective, value);
		if (format.isMoment()) {
			return moment(value, format.kind());
		}
		boolean seen = format.seen() != NumberFormat.Seen.NOTHING;
		return new Cell.Numeric(Decimals.of(value), format, shown(value, id, seen ? effective : ""), computed);
	}

	/** A date that is written as one, such as {@code 2024-10-20T00:00:00}. */
	Cell date(String iso) {
		return date(iso.contains("T") ? iso.replaceFirst("T00:00(:00(\\.0*)?)?Z?$", "") : iso, true);
	}

	static Cell bool(boolean value) {
		return new Cell.Broken(String.valueOf(value).toUpperCase(Locale.ROOT), "boolean",
				new Text("是逻辑值（TRUE/FALSE），不是数字", "is true or false, not a number"));
	}

	static Cell error(String shown) {
		return new Cell.Broken(shown, "error", Text.format("公式出错（%s）；请改正公式或直接填数字",
				"the formula ends in an error (%s); mend it or type the number", shown));
	}

	static Cell neverComputed() {
		return new Cell.Broken("=…", "formula", new Text("公式没有计算结果；请用 Excel 打开、重新计算并保存",
				"the formula has no result yet; open, recalculate and save the file"));
	}

	/** Of the currencies Excel shows the country's own, which no file names. */
	private static String builtin(int id) {
		String code = (id >= 0 && id < 50) ? BuiltinFormats.getBuiltinFormat(id) : null;
		boolean moment = NumberFormat.of(id, "", 0).isMoment();
		return (code == null || moment) ? "" : code.replace('$', '¥');
	}

	private String shown(double value, int id, String code) {
		if (code.isEmpty() || code.equals("General")) {
			return Decimals.of(value).toPlainString();
		}
		if (++this.formats % MOST_FORMATS == 0) {
			this.formatter = new DataFormatter(Locale.ROOT);
		}
		try {
			return this.formatter.formatRawCellContents(value, id, code).strip();
		}
		catch (RuntimeException ex) {
			return Decimals.of(value).toPlainString();
		}
	}

	private Cell moment(double value, NumberFormat.Kind kind) {
		LocalDateTime moment = DateUtil.isValidExcelDate(value) ? DateUtil.getLocalDateTime(value, this.from1904)
				: null;
		if (moment == null) {
			return date(Decimals.of(value).toPlainString(), false);
		}
		return date(DateTimeFormatter.ofPattern(switch (kind) {
			case MONTH -> "uuuu-MM";
			case TIME -> "HH:mm:ss";
			case DAY, NUMBER -> "uuuu-MM-dd";
		}, Locale.ROOT).format(moment), true);
	}

	private static Cell date(String shown, boolean understood) {
		return new Cell.Broken(shown.substring(0, Math.min(shown.length(), 40)), Cell.Broken.DATE,
				Text.format(understood ? "被识别成了日期或时间（%s）；请把单元格改为“常规”后重新填写数字" : "是日期或时间格式（%s）；请把单元格改为“常规”后重新填写数字",
						"was turned into a date or time (%s); set the cell to General and type the number again",
						shown.substring(0, Math.min(shown.length(), 40))));
	}

}
