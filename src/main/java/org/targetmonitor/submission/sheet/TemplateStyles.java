package org.targetmonitor.submission.sheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How the cells of a template look. */
final class TemplateStyles {

	private static final byte[] INK = { 0x1f, 0x4e, 0x79 };

	private static final byte[] PALE = { (byte) 0xe8, (byte) 0xef, (byte) 0xf6 };

	private static final byte[] TYPED = { (byte) 0xff, (byte) 0xfb, (byte) 0xe6 };

	private static final byte[] TYPED_HEADING = { (byte) 0xff, (byte) 0xec, (byte) 0xb3 };

	private final XSSFWorkbook workbook;

	private final Map<String, XSSFCellStyle> cells = new HashMap<>();

	TemplateStyles(XSSFWorkbook workbook) {
		this.workbook = workbook;
	}

	XSSFCellStyle title() {
		return styled(style(), 14, true, INK);
	}

	XSSFCellStyle explanation() {
		return styled(style(), 10, false, null);
	}

	XSSFCellStyle label() {
		return styled(style(), 10, false, null);
	}

	XSSFCellStyle mark() {
		return styled(style(), 10, true, null);
	}

	XSSFCellStyle heading() {
		return filled(framed(styled(style(), 10, true, INK)), PALE);
	}

	XSSFCellStyle typedHeading() {
		return filled(framed(styled(style(), 10, true, INK)), TYPED_HEADING);
	}

	/**
	 * A cell of a line. What is typed has no number format of its own: then Excel takes
	 * "6%" for a percentage and says so in the cell, instead of hiding it as 0.06.
	 */
	XSSFCellStyle of(boolean typed, @Nullable Object value, int decimals) {
		boolean number = value instanceof BigDecimal;
		String format = (number && !typed && decimals > 0) ? "0." + "0".repeat(decimals) : "General";
		return this.cells.computeIfAbsent(typed + format + number, (key) -> {
			XSSFCellStyle style = framed(styled(style(), 10, false, null));
			style.setLocked(!typed);
			style.setDataFormat(this.workbook.createDataFormat().getFormat(format));
			if (number) {
				style.setAlignment(HorizontalAlignment.RIGHT);
			}
			return typed ? filled(style, TYPED) : style;
		});
	}

	private XSSFCellStyle style() {
		XSSFCellStyle style = this.workbook.createCellStyle();
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setWrapText(true);
		return style;
	}

	private XSSFCellStyle styled(XSSFCellStyle style, int size, boolean bold, byte @Nullable [] colour) {
		XSSFFont font = this.workbook.createFont();
		font.setFontName("Microsoft YaHei");
		font.setFontHeightInPoints((short) size);
		font.setBold(bold);
		if (colour != null) {
			font.setColor(new XSSFColor(colour));
		}
		style.setFont(font);
		return style;
	}

	private static XSSFCellStyle framed(XSSFCellStyle style) {
		style.setBorderTop(BorderStyle.THIN);
		style.setBorderBottom(BorderStyle.THIN);
		style.setBorderLeft(BorderStyle.THIN);
		style.setBorderRight(BorderStyle.THIN);
		return style;
	}

	private static XSSFCellStyle filled(XSSFCellStyle style, byte[] colour) {
		style.setFillForegroundColor(new XSSFColor(colour));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		return style;
	}

}
