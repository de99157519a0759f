package org.targetmonitor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Markdown document read as test data: under each heading its fenced blocks and the
 * rows of its tables. Whatever cannot be read fails by its line.
 *
 * @param sections the sections in the document's order
 */
public record MarkdownTables(List<Section> sections) {

	/** Reads a document, such as {@code docs/progress.md}. */
	public static MarkdownTables of(String path) {
		try {
			return new Reading(path).read(Files.readAllLines(Path.of(path)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The only section of that heading. */
	public Section section(String heading) {
		List<Section> found = this.sections.stream().filter((section) -> section.heading().equals(heading)).toList();
		if (found.size() != 1) {
			throw new IllegalArgumentException("there are %d sections \"%s\"".formatted(found.size(), heading));
		}
		return found.getFirst();
	}

	/**
	 * What stands under one heading, up to the next.
	 *
	 * @param where file and line
	 * @param heading the heading without its marks
	 * @param blocks the fenced blocks
	 * @param rows the rows of all its tables
	 */
	public record Section(String where, String heading, List<String> blocks, List<Row> rows) {

		@Override
		public String toString() {
			return this.where + " " + this.heading;
		}

	}

	/**
	 * One row of a table.
	 *
	 * @param where file and line
	 * @param cells the cells by the heading of their column
	 */
	public record Row(String where, Map<String, String> cells) {

		public boolean has(String column) {
			return !this.cells.getOrDefault(column, "").isEmpty();
		}

		/** The text of a cell that must not be empty. */
		public String text(String column) {
			String text = this.cells.get(column);
			if (text == null || text.isEmpty()) {
				throw new IllegalArgumentException("%s has nothing under \"%s\"".formatted(this.where, column));
			}
			return text;
		}

		/** A number, with either sign for minus. */
		public BigDecimal number(String column) {
			try {
				return new BigDecimal(text(column).replace('−', '-'));
			}
			catch (NumberFormatException ex) {
				throw new IllegalArgumentException(
						"%s: \"%s\" under \"%s\" is no number".formatted(this.where, text(column), column), ex);
			}
		}

		@Override
		public String toString() {
			return this.where + " " + this.cells.values().stream().filter((cell) -> !cell.isEmpty()).toList();
		}

	}

	/** One pass over the lines of a document. */
	private static final class Reading {

		private final String path;

		private final List<Section> sections = new ArrayList<>();

		private List<String> columns = List.of();

		private List<String> block = List.of();

		private boolean inBlock;

		Reading(String path) {
			this.path = path;
			begin("", 1);
		}

		MarkdownTables read(List<String> lines) {
			for (int number = 1; number <= lines.size(); number++) {
				line(lines.get(number - 1), number);
			}
			if (this.inBlock) {
				throw new IllegalArgumentException(this.path + " ends within a block");
			}
			return new MarkdownTables(List.copyOf(this.sections));
		}

		private void line(String line, int number) {
			if (line.startsWith("```")) {
				fence();
			}
			else if (this.inBlock) {
				this.block.add(line);
			}
			else if (line.startsWith("#")) {
				begin(line.replaceFirst("^#+ *", "").strip(), number);
			}
			else if (line.startsWith("|")) {
				row(cells(line, number), number);
			}
			else {
				this.columns = List.of();
			}
		}

		private void begin(String heading, int number) {
			this.columns = List.of();
			this.sections.add(new Section(where(number), heading, new ArrayList<>(), new ArrayList<>()));
		}

		private void fence() {
			if (this.inBlock) {
				this.sections.getLast().blocks().add(String.join("\n", this.block) + "\n");
			}
			this.inBlock = !this.inBlock;
			this.block = new ArrayList<>();
		}

		private void row(List<String> cells, int number) {
			if (this.columns.isEmpty()) {
				this.columns = cells;
			}
			else if (cells.size() != this.columns.size()) {
				throw new IllegalArgumentException(
						"%s has %d cells for %d columns".formatted(where(number), cells.size(), this.columns.size()));
			}
			else if (!cells.stream().allMatch((cell) -> cell.matches(":?-+:?"))) {
				Map<String, String> row = new LinkedHashMap<>();
				for (int column = 0; column < cells.size(); column++) {
					row.put(Objects.requireNonNull(this.columns.get(column)), cells.get(column));
				}
				this.sections.getLast().rows().add(new Row(where(number), row));
			}
		}

		private List<String> cells(String line, int number) {
			String row = line.strip();
			if (row.length() < 2 || !row.endsWith("|")) {
				throw new IllegalArgumentException(where(number) + " is a row without an end");
			}
			return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1)).map(String::strip).toList();
		}

		private String where(int number) {
			return this.path + ":" + number;
		}

	}

}
