package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

import org.targetmonitor.input.Text;

/** Opens .xlsx and .xls with Apache POI, within bounds. */
final class Workbooks {

	/** The hidden sheet in which a template says what it is of. */
	static final String MARKS = "_meta";

	private static final int MOST_SHEETS = 50;

	static {
		// Behind the look through the zip: a directory may name other parts than the file
		ZipSecureFile.setMaxEntrySize(ZipContents.MOST_BYTES);
		ZipSecureFile.setMaxTextSize(ZipContents.MOST_BYTES);
		ZipSecureFile.setMinInflateRatio(0.005);
	}

	private Workbooks() {
	}

	static Opening open(byte[] file) {
		try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
			return opened(workbook);
		}
		catch (EncryptedDocumentException ex) {
			return OleContents.ENCRYPTED;
		}
		catch (PoiGrid.TooLarge ex) {
			return new Opening.Refused("too-large", ex.reason());
		}
		catch (IOException | RuntimeException ex) {
			return SheetFile.DAMAGED;
		}
	}

	private static Opening opened(Workbook workbook) {
		if (workbook.getNumberOfSheets() > MOST_SHEETS) {
			return new Opening.Refused("too-large",
					Text.format("工作表超过%d张", "there are more than %d sheets", MOST_SHEETS));
		}
		List<Grid> grids = new ArrayList<>();
		List<Grid> marks = new ArrayList<>();
		for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
			Sheet sheet = workbook.getSheetAt(index);
			if (sheet.getSheetName().equals(MARKS)) {
				marks.add(PoiGrid.of(sheet));
			}
			else if (!workbook.isSheetHidden(index) && !workbook.isSheetVeryHidden(index)) {
				grids.add(PoiGrid.of(sheet));
			}
		}
		return new Opening.Opened(grids, marks);
	}

}
