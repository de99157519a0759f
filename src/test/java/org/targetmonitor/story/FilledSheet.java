package org.targetmonitor.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import com.microsoft.playwright.options.FilePayload;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A template as somebody in an office fills it in. */
final class FilledSheet {

	private static final int CODE = 0;

	private static final int VALUE = 6;

	private static final int LEVEL = 7;

	private final Workbook workbook;

	private FilledSheet(Workbook workbook) {
		this.workbook = workbook;
	}

	static FilledSheet of(Path template) {
		try (InputStream in = Files.newInputStream(template)) {
			return new FilledSheet(WorkbookFactory.create(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	FilledSheet with(String indicator, double value, double level) {
		Sheet sheet = this.workbook.getSheetAt(this.workbook.getActiveSheetIndex());
		Row row = StreamSupport.stream(sheet.spliterator(), false)
			.filter((one) -> one.getCell(CODE) != null && one.getCell(CODE).toString().equals(indicator))
			.findFirst()
			.orElseThrow();
		row.getCell(VALUE, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(value);
		row.getCell(LEVEL, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(level);
		return this;
	}

	/** As a browser uploads it. */
	FilePayload payload() {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			this.workbook.write(out);
			return new FilePayload("三季度.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
					out.toByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
