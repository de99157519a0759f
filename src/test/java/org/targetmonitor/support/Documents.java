package org.targetmonitor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The documents that people read (those beside the README, and the chapters), and the
 * source that they are held against.
 */
public final class Documents {

	private static final Pattern NO_TEXT = Pattern.compile("\\.(png|ico|woff2?)$");

	private Documents() {
	}

	/** Every document, such as {@code docs/operator.md}. */
	public static Stream<Path> all() {
		return Stream.of(Path.of(""), Path.of("docs")).flatMap((folder) -> in(folder).stream());
	}

	private static List<Path> in(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in each text file below these files and folders. */
	public static Stream<String> source(String... starts) {
		return Stream.of(starts).flatMap((start) -> below(Path.of(start)).stream()).map(Documents::text);
	}

	private static List<Path> below(Path start) {
		try (Stream<Path> files = Files.walk(start)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !NO_TEXT.matcher(file.toString()).find())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in a document. */
	public static String text(Path document) {
		try {
			return Files.readString(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
