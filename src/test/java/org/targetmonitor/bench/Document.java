package org.targetmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes what was measured between the marks of a document, each group between its own;
 * what others wrote there stays, and so does what an earlier run measured of other
 * groups.
 */
final class Document {

	private static final Path PLACE = Path.of("docs/performance.md");

	private Document() {
	}

	/**
	 * Writes the lines of a group and its chapters.
	 * @param when the day, and how busy the machine was
	 */
	static void write(Group group, String when, Sheet sheet) throws IOException {
		long judged = sheet.lines().stream().filter((line) -> line.reached() != Line.Reached.TOLD).count();
		long reached = sheet.lines().stream().filter((line) -> line.reached() == Line.Reached.YES).count();
		String table = sheet.lines().stream().map(Line::markdown).collect(Collectors.joining("\n"));
		String chapters = sheet.chapters()
			.entrySet()
			.stream()
			.map((chapter) -> "\n\n### " + chapter.getKey() + "\n\n" + chapter.getValue())
			.collect(Collectors.joining());
		write(group.name(), """
				## %s

				%s; %d of %d lines are reached.

				| work | to reach | measured | beside it | reached |
				|---|---|---|---|---|
				%s%s""".formatted(group.title(), when, reached, judged, table, chapters));
	}

	/** Puts it in the place of what was measured before. */
	static void write(String name, String text) throws IOException {
		String from = "<!-- measured: %s; written by mvn -Pbench verify, not by hand -->".formatted(name);
		String to = "<!-- end of %s -->".formatted(name);
		String all = Files.readString(PLACE);
		int start = all.indexOf(from);
		int end = all.indexOf(to);
		if (start < 0 || end < start) {
			throw new IllegalStateException(PLACE + " does not say where " + name + " stands");
		}
		Files.writeString(PLACE, all.substring(0, start + from.length()) + "\n\n" + text + "\n\n" + all.substring(end));
	}

}
