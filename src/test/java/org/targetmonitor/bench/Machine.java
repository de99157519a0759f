package org.targetmonitor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** On what it was measured. */
final class Machine {

	private Machine() {
	}

	static String said() throws IOException {
		return "%s, %d processors, %.0f GB, %s %s, Java %s".formatted(processor(),
				Runtime.getRuntime().availableProcessors(), memory(), System.getProperty("os.name"),
				System.getProperty("os.version"), Runtime.version());
	}

	/** How many processes wanted a processor in the last minute. */
	static String load() {
		return String.format(Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

	/** A program's version in its own words, or that it is not there. */
	static String version(String program, String... arguments) throws IOException {
		if (Program.find(program).isEmpty()) {
			return program + " is not installed";
		}
		List<String> command = new ArrayList<>(List.of(Program.find(program).orElseThrow().toString()));
		command.addAll(Arrays.asList(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return said.lines().findFirst().orElse(program).replaceAll("\\s*\\((branch|Debian|built).*", "").strip();
	}

	private static String processor() throws IOException {
		Path file = Path.of("/proc/cpuinfo");
		return Files.exists(file) ? Files.readAllLines(file)
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.replaceFirst(".*: ", ""))
			.findFirst()
			.orElse("?") : System.getProperty("os.arch");
	}

	private static double memory() throws IOException {
		Path file = Path.of("/proc/meminfo");
		return Files.exists(file)
				? Long.parseLong(Files.readAllLines(file).getFirst().replaceAll("[^0-9]", "")) / 1024.0 / 1024 : 0;
	}

}
