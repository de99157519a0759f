package org.targetmonitor.submission.sheet;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads a CSV file of base shares (UTF-8, one heading line) as a list of mappings, each
 * cell under its column's heading; an empty cell is as if it were not there.
 */
public final class BaseShareCsv {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setIgnoreEmptyLines(true)
		.setTrim(true)
		.get();

	private BaseShareCsv() {
	}

	/**
	 * Reads a file.
	 * @throws Faulty if it is no such file
	 */
	public static Node.Sequence read(byte[] file) {
		String text = decoded(file);
		List<Node> rows = new ArrayList<>();
		try (Reader reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
				CSVParser parser = FORMAT.parse(reader)) {
			for (CSVRecord row : parser) {
				rows.add(mapping(row, (int) parser.getCurrentLineNumber()));
			}
		}
		catch (CSVException | UncheckedIOException | IllegalArgumentException ex) {
			throw new Faulty("base-shares", List
				.of(Fault.of("", "file", "csv", new Text("不是带标题行的CSV文件", "is no CSV file with a heading line"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Node.Sequence(rows, 0);
	}

	/** What is kept for good must not be a guess: another encoding is refused. */
	private static String decoded(byte[] file) {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(file))
				.toString();
		}
		catch (CharacterCodingException ex) {
			throw new Faulty("base-shares", List.of(Fault.of("", "file", "encoding",
					new Text("文件不是UTF-8编码，请在Excel中另存为“CSV UTF-8”", "is not UTF-8: save it as \"CSV UTF-8\""))));
		}
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
