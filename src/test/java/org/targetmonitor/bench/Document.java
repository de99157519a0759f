package org.targetmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes what was measured between two marks of a document; what others wrote there
 * stays.
 */
final class Document {

	static final Path PLACE = Path.of("docs/performance.md");

	private static final String FROM = "<!-- measured: written by mvn -Pbench verify, not by hand -->";

	private static final String TO = "<!-- measured until here -->";

	private Document() {
	}

	static String measured(String when, String where, Sheet sheet) {
		long judged = sheet.lines().stream().filter((line) -> line.reached() != Line.Reached.TOLD).count();
		long reached = sheet.lines().stream().filter((line) -> line.reached() == Line.Reached.YES).count();
		String table = sheet.lines().stream().map(Line::markdown).collect(Collectors.joining("\n"));
		String chapters = sheet.chapters()
			.entrySet()
			.stream()
			.map((chapter) -> "\n\n## " + chapter.getKey() + "\n\n" + chapter.getValue())
			.collect(Collectors.joining());
		return """
				## Measured %s

				%s

				%d of %d lines are reached. Times are medians where nothing else is said.

				| work | to reach | measured | beside it | reached |
				|---|---|---|---|---|
				%s%s
				""".formatted(when, where, reached, judged, table, chapters);
	}

	/** Puts it in the place of what was measured before. */
	static void write(String measured) throws IOException {
		String all = Files.readString(PLACE);
		int from = all.indexOf(FROM);
		int to = all.indexOf(TO);
		if (from < 0 || to < from) {
			throw new IllegalStateException(PLACE + " does not say where measurements stand");
		}
		Files.writeString(PLACE, all.substring(0, from + FROM.length()) + "\n\n" + measured + "\n" + all.substring(to));
	}

}
