package org.targetmonitor.input.tree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads a CSV file (UTF-8, one heading line) as mappings, each cell under its column's
 * heading; an empty cell is as if it were not there.
 */
public final class CsvRows {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setIgnoreEmptyLines(true)
		.setTrim(true)
		.get();

	/** What some programs begin a file in UTF-8 with. */
	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private CsvRows() {
	}

	/**
	 * Reads a file and hands its rows over, one at a time, since there may be more of
	 * them than memory is to hold.
	 * @param what what it is a file of, as its faults name it
	 * @throws Faulty if it is no such file; what was handed over before is to be
	 * forgotten
	 */
	public static void read(String what, byte[] file, Consumer<Node.Mapping> rows) {
		try (Reader reader = decoded(file); CSVParser parser = FORMAT.parse(reader)) {
			for (CSVRecord row : parser) {
				rows.accept(mapping(row, (int) parser.getCurrentLineNumber()));
			}
		}
		catch (CSVException | IllegalArgumentException ex) {
			throw noTable(what);
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CharacterCodingException) ? noUtf8(what) : noTable(what);
		}
		catch (CharacterCodingException ex) {
			throw noUtf8(what);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is kept for good must not be a guess: another encoding is refused. */
	private static Reader decoded(byte[] file) {
		boolean marked = file.length >= MARK.length && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length);
		int from = marked ? MARK.length : 0;
		return new InputStreamReader(new ByteArrayInputStream(file, from, file.length - from),
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private static Faulty noTable(String what) {
		return new Faulty(what,
				List.of(Fault.of("", "file", "csv", new Text("不是带标题行的CSV文件", "is no CSV file with a heading line"))));
	}

	private static Faulty noUtf8(String what) {
		return new Faulty(what, List.of(Fault.of("", "file", "encoding",
				new Text("文件不是UTF-8编码，请在Excel中另存为“CSV UTF-8”", "is not UTF-8: save it as \"CSV UTF-8\""))));
	}

	private static Node.Mapping mapping(CSVRecord row, int line) {
		Map<String, Node> entries = new LinkedHashMap<>();
		row.toMap().forEach((column, cell) -> {
			if (!cell.isEmpty()) {
				entries.put(column, new Node.Scalar(cell, line));
			}
		});
		return new Node.Mapping(entries, line);
	}

}
