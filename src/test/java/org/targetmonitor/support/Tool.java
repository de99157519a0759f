package org.targetmonitor.support;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * A program of this machine that a test needs. Where it is missing the test is skipped
 * and says so; with {@code CI=true} it fails.
 */
public final class Tool {

	private final Path path;

	private Tool(Path path) {
		this.path = path;
	}

	/** What a program said. */
	public record Result(int exit, String output, String errors) {

		/** Empty if it was content. */
		public String complaint() {
			return (this.exit == 0) ? "" : "exit " + this.exit + "\n" + this.output + this.errors;
		}

	}

	/**
	 * The program, wherever the path has it, under the first of its names that is there.
	 */
	public static Tool named(String name, String... otherNames) {
		Optional<Path> found = Stream.concat(Stream.of(name), Arrays.stream(otherNames))
			.flatMap((candidate) -> Arrays
				.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
				.map((directory) -> Path.of(directory, candidate)))
			.filter(Files::isExecutable)
			.findFirst();
		if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
			throw new AssertionError(name + " is not installed, and CI skips nothing");
		}
		if (found.isEmpty()) {
			System.out.println("Skipped: " + name + " is not installed");
		}
		Assumptions.assumeTrue(found.isPresent(), () -> name + " is not installed");
		return new Tool(found.orElseThrow());
	}

	/** Where it is. */
	public Path path() {
		return this.path;
	}

	/** Runs it to its end. */
	public Result run(byte[] input, String... arguments) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command(arguments)).start();
		CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process, true));
		CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process, false));
		try (OutputStream in = process.getOutputStream()) {
			in.write(input);
		}
		int exit = process.waitFor();
		return new Result(exit, output.join(), errors.join());
	}

	/** Starts it in the background, with what it says in a file. */
	public Process start(Path log, String... arguments) throws IOException {
		return new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	private List<String> command(String... arguments) {
		return Stream.concat(Stream.of(this.path.toString()), Arrays.stream(arguments)).toList();
	}

	private static String text(Process process, boolean output) {
		try {
			return new String((output ? process.getInputStream() : process.getErrorStream()).readAllBytes(),
					StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
