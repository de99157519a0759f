package org.targetmonitor.submission.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.targetmonitor.input.CsvText;
import org.targetmonitor.input.Text;

/**
 * Opens CSV as programs and as Excel write it: UTF-8 or UTF-16, with or without a mark,
 * or GB18030; commas, tabs or semicolons.
 */
final class CsvFile {

	/** In the order in which they are tried. */
	private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');

	/** The line by which Excel is told the separator. */
	private static final Pattern NAMED = Pattern.compile("(?i)\"?sep=([^\"\r\n])\"?[ ,;\t]*(\r\n|\r|\n)");

	/** Some systems end a text with it. */
	private static final char END_OF_FILE = 26;

	private static final Opening.Refused MARKUP = new Opening.Refused("format",
			new Text("这是网页或 XML 文件（只是改了扩展名）；请用 Excel 打开后另存为 .xlsx",
					"this is a web page or XML under another name; open it in Excel and save it as .xlsx"));

	private CsvFile() {
	}

	static Opening open(byte[] file) {
		Optional<String> text = decoded(file);
		if (text.isEmpty()) {
			return SheetFile.NO_SPREADSHEET;
		}
		if (text.get().isBlank()) {
			return new Opening.Refused("empty", new Text("文件是空的", "the file is empty"));
		}
		return text.get().stripLeading().startsWith("<") ? MARKUP : opened(text.get());
	}

	/**
	 * A separator that is named wrongly makes no headings, and then the others are tried.
	 */
	private static Opening opened(String text) {
		Matcher named = NAMED.matcher(text);
		boolean names = named.lookingAt();
		String rows = names ? text.substring(named.end()) : text;
		Stream<Character> first = names ? Stream.of(named.group(1).charAt(0)) : Stream.of();
		return best(rows,
				Stream.concat(first, SEPARATORS.stream())
					.distinct()
					.filter((separator) -> separator.equals(SEPARATORS.getFirst()) || rows.indexOf(separator) >= 0)
					.toList());
	}

	/**
	 * A quotation mark within a cell is taken as it stands where nothing else is left.
	 */
	private static Opening best(String text, List<Character> separators) {
		return best(text, separators, false).or(() -> best(text, separators, true))
			.<Opening>map((grid) -> new Opening.Opened(List.of(grid), List.of()))
			.orElse(SheetFile.DAMAGED);
	}

	/** The right separator is the one that makes the headings readable. */
	private static Optional<Grid> best(String text, List<Character> separators, boolean lenient) {
		List<Grid> grids = new ArrayList<>();
		Optional<Unreadable> tooLarge = Optional.empty();
		for (char separator : separators) {
			try {
				grid(text, separator, lenient).ifPresent(grids::add);
			}
			catch (Unreadable ex) {
				tooLarge = tooLarge.or(() -> Optional.of(ex));
			}
		}
		Optional<Grid> best = grids.stream().reduce((one, other) -> (fit(other) > fit(one)) ? other : one);
		if (tooLarge.isPresent() && best.filter((grid) -> fit(grid) > 0).isEmpty()) {
			throw tooLarge.get();
		}
		return best;
	}

	private static int fit(Grid grid) {
		return Header.in(grid).map((header) -> header.columns().size()).orElse(0);
	}

	/** The cells, if the quotation marks allow this separator. */
	private static Optional<Grid> grid(String text, char separator, boolean lenient) {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreEmptyLines(false)
			.setTrailingData(lenient)
			.setLenientEof(lenient)
			.get();
		GridBuilder grid = new GridBuilder("");
		try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
			int row = 0;
			for (CSVRecord line : parser) {
				add(grid, row++, line);
			}
			return Optional.of(grid.grid());
		}
		catch (Unreadable ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static void add(GridBuilder grid, int row, CSVRecord line) {
		for (int column = 0; column < line.size(); column++) {
			grid.words(row, column, CsvText.unguarded(line.get(column)), false);
		}
	}

	private static Optional<String> decoded(byte[] file) {
		return charsets(file).stream()
			.flatMap((charset) -> decoded(file, charset).stream())
			.map((text) -> text.startsWith("\uFEFF") ? text.substring(1) : text)
			.map((text) -> text.endsWith(String.valueOf(END_OF_FILE)) ? text.substring(0, text.length() - 1) : text)
			.filter((text) -> text.chars().noneMatch(CsvFile::isBinary))
			.findFirst();
	}

	/** Of two bytes a character only where there are such as no text of one has. */
	private static List<Charset> charsets(byte[] file) {
		if (isUtf16(file)) {
			return List.of(StandardCharsets.UTF_16);
		}
		long first = zeros(file, 0);
		long second = zeros(file, 1);
		return (first + second > 0) ? List.of((first > second) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
				: List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
	}

	private static long zeros(byte[] file, int from) {
		return IntStream.range(0, file.length).filter((index) -> index % 2 == from && file[index] == 0).count();
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
