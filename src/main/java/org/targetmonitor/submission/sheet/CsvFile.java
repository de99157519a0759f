package org.targetmonitor.submission.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.targetmonitor.input.CsvText;
import org.targetmonitor.input.Text;

/**
 * Opens CSV as programs and as Excel write it: UTF-8 with or without a mark, UTF-16 with
 * one, or GB18030; commas, tabs or semicolons.
 */
final class CsvFile {

	private static final int MOST_ROWS = 2000;

	private static final int MOST_COLUMNS = 100;

	private static final Opening.Refused MARKUP = new Opening.Refused("format",
			new Text("这是网页或 XML 文件（只是改了扩展名）；请用 Excel 打开后另存为 .xlsx",
					"this is a web page or XML under another name; open it in Excel and save it as .xlsx"));

	private static final Opening.Refused TOO_LARGE = new Opening.Refused("too-large", Text.format("表格过大：最多%d行、%d列",
			"the sheet is too large: at most %d rows and %d columns", MOST_ROWS, MOST_COLUMNS));

	private CsvFile() {
	}

	static Opening open(byte[] file) {
		Optional<String> text = decoded(file);
		if (text.isEmpty() || text.get().chars().anyMatch(CsvFile::isBinary)) {
			return SheetFile.NO_SPREADSHEET;
		}
		if (text.get().isBlank()) {
			return new Opening.Refused("empty", new Text("文件是空的", "the file is empty"));
		}
		return text.get().stripLeading().startsWith("<") ? MARKUP : opened(text.get());
	}

	private static Opening opened(String text) {
		try {
			Grid best = null;
			for (char separator : List.of(',', '\t', ';')) {
				Grid grid = grid(text, separator);
				if (best == null || fit(grid) > fit(best)) {
					best = grid;
				}
			}
			return new Opening.Opened(List.of(Objects.requireNonNull(best)), List.of());
		}
		catch (IndexOutOfBoundsException ex) {
			return TOO_LARGE;
		}
		catch (IOException | RuntimeException ex) {
			return SheetFile.DAMAGED;
		}
	}

	/** The right separator is the one that makes the headings readable. */
	private static int fit(Grid grid) {
		return Header.in(grid).map((header) -> header.columns().size()).orElse(0);
	}

	private static Grid grid(String text, char separator) throws IOException {
		Map<Integer, Map<Integer, Cell>> rows = new HashMap<>();
		CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
		try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
			int row = 0;
			for (CSVRecord line : parser) {
				rows.put(row, cells(line));
				Objects.checkIndex(row++, MOST_ROWS);
			}
		}
		return new Grid("", rows, Set.of(), Set.of());
	}

	private static Map<Integer, Cell> cells(CSVRecord line) {
		Map<Integer, Cell> cells = new HashMap<>();
		for (int column = 0; column < line.size(); column++) {
			String words = CsvText.unguarded(line.get(column)).replace('\u00a0', ' ').strip();
			if (!words.isEmpty()) {
				cells.put(Objects.checkIndex(column, MOST_COLUMNS), new Cell.Words(words, false));
			}
		}
		return cells;
	}

	private static Optional<String> decoded(byte[] file) {
		Stream<Charset> charsets = isUtf16(file) ? Stream.of(StandardCharsets.UTF_16)
				: Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
		return charsets.flatMap((charset) -> decoded(file, charset).stream())
			.map((text) -> text.startsWith("\uFEFF") ? text.substring(1) : text)
			.findFirst();
	}

	private static boolean isUtf16(byte[] file) {
		return file.length >= 2 && ((file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)
				|| (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF));
	}

	private static Optional<String> decoded(byte[] file, Charset charset) {
		try {
			return Optional.of(charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(file))
				.toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static boolean isBinary(int character) {
		return character < ' ' && character != '\n' && character != '\r' && character != '\t';
	}

}
