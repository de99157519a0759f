package org.targetmonitor.submission.sheet;

import java.util.Locale;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;

import org.targetmonitor.input.Text;

/** Says what one of Apache POI's cells holds. A formula counts by its last result. */
final class PoiCell {

	/** Excel itself takes no longer number format. */
	private static final int LONGEST_FORMAT = 255;

	private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

	Cell of(org.apache.poi.ss.usermodel.Cell cell) {
		if (cell.getCellType() != CellType.FORMULA) {
			return of(cell, cell.getCellType(), false);
		}
		if (cell instanceof XSSFCell xlsx && !xlsx.getCTCell().isSetV()) {
			return new Cell.Broken("=…", "formula", new Text("公式没有计算结果；请用 Excel 打开、重新计算并保存",
					"the formula has no result yet; open, recalculate and save the file"));
		}
		return of(cell, cell.getCachedFormulaResultType(), true);
	}

	private Cell of(org.apache.poi.ss.usermodel.Cell cell, CellType type, boolean computed) {
		return switch (type) {
			case NUMERIC -> number(cell, computed);
			case STRING -> words(cell.getStringCellValue(), computed);
			case BOOLEAN -> new Cell.Broken(String.valueOf(cell.getBooleanCellValue()), "boolean",
					new Text("是逻辑值（TRUE/FALSE），不是数字", "is true or false, not a number"));
			case ERROR -> error(FormulaError.forInt(cell.getErrorCellValue()).getString());
			case _NONE, BLANK, FORMULA -> Grid.BLANK;
		};
	}

	private static Cell words(String text, boolean computed) {
		String stripped = text.replace('\u00a0', ' ').strip();
		return stripped.isEmpty() ? Grid.BLANK : new Cell.Words(stripped, computed);
	}

	private static Cell error(String shown) {
		return new Cell.Broken(shown, "error", Text.format("公式出错（%s）；请改正公式或直接填数字",
				"the formula ends in an error (%s); mend it or type the number", shown));
	}

	private Cell number(org.apache.poi.ss.usermodel.Cell cell, boolean computed) {
		double value = cell.getNumericCellValue();
		CellStyle style = cell.getCellStyle();
		String format = style.getDataFormatString();
		if (format != null && format.length() > LONGEST_FORMAT) {
			return new Cell.Broken("", "format", new Text("单元格的数字格式无法识别；请改为“常规”后重新填写",
					"the cell's number format is not understood; set it to General and type the number again"));
		}
		String shown = this.formatter.formatRawCellContents(value, style.getDataFormat(), format).strip();
		if (DateUtil.isADateFormat(style.getDataFormat(), format)) {
			return new Cell.Broken(shown, "date", Text.format("被识别成了日期（%s）；请把单元格改为“常规”后重新填写数字",
					"was turned into a date (%s); set the cell to General and type the number again", shown));
		}
		if (!Double.isFinite(value)) {
			return error("#NUM!");
		}
		return new Cell.Numeric(Decimals.of(value), showsPercent(format), shown, computed);
	}

	/**
	 * Whether the number is shown times 100; a percent sign in quotes is only a letter.
	 */
	private static boolean showsPercent(String format) {
		return format.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%");
	}

}
