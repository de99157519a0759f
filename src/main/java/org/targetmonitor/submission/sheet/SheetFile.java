package org.targetmonitor.submission.sheet;

import java.util.Arrays;
import java.util.List;

import org.targetmonitor.input.Text;

/** Opens a file by what it is, not by what its name says. */
final class SheetFile {

	/** The hidden sheet in which a template says what it is of. */
	static final String MARKS = "_meta";

	static final int MOST_SHEETS = 50;

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] OLE = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 };

	/** How pictures, PDF documents and archives begin. */
	private static final List<byte[]> OTHERS = List.of(new byte[] { (byte) 0x89, 'P', 'N', 'G' },
			new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF }, new byte[] { 'G', 'I', 'F', '8' },
			new byte[] { '%', 'P', 'D', 'F' }, new byte[] { 'R', 'a', 'r', '!' }, new byte[] { '7', 'z', (byte) 0xBC },
			new byte[] { 0x1F, (byte) 0x8B }, new byte[] { 'B', 'M' });

	static final Opening.Refused NO_SPREADSHEET = new Opening.Refused("not-a-spreadsheet",
			new Text("这不是表格文件；请上传 .xlsx、.xls 或 .csv", "this is no spreadsheet; send .xlsx, .xls or .csv"));

	static final Opening.Refused DAMAGED = new Opening.Refused("damaged",
			new Text("文件已损坏，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx",
					"the file is damaged and cannot be read; open it and save it again as .xlsx"));

	private SheetFile() {
	}

	static Opening open(byte[] file) {
		if (file.length == 0) {
			return new Opening.Refused("empty", new Text("文件是空的", "the file is empty"));
		}
		try {
			return opened(file);
		}
		catch (Unreadable ex) {
			return ex.refused();
		}
		catch (RuntimeException ex) {
			// The libraries name hardly any of the ways in which a file can be damaged
			return DAMAGED;
		}
	}

	private static Opening opened(byte[] file) {
		if (begins(file, ZIP)) {
			return XlsxFile.open(file);
		}
		if (begins(file, OLE)) {
			return OleFile.open(file);
		}
		boolean other = OTHERS.stream().anyMatch((beginning) -> begins(file, beginning));
		return other ? NO_SPREADSHEET : CsvFile.open(file);
	}

	private static boolean begins(byte[] file, byte[] beginning) {
		return file.length >= beginning.length
				&& Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
	}

}
