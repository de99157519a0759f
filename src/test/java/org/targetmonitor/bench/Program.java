package org.targetmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.targetmonitor.support.Processes;

/** A program in a process of its own, ended with the run. */
record Program(Process process, Path log) implements AutoCloseable {

	/** Where a program is, if it is there. */
	static Optional<Path> find(String name) {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/lib/postgresql/bin";
		return Arrays.stream(path.split(":"))
			.map((directory) -> Path.of(directory, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	static Program start(Path log, Map<String, String> environment, List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		Program program = new Program(process, log);
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		return program;
	}

	/** Waits until it answers. */
	void await(Duration patience, Callable<Boolean> ready) throws Exception {
		long end = System.nanoTime() + patience.toNanos();
		while (!answers(ready)) {
			if (!this.process.isAlive() || System.nanoTime() > end) {
				throw new IllegalStateException("does not start: " + tail());
			}
			Thread.sleep(20);
		}
	}

	private static boolean answers(Callable<Boolean> ready) throws Exception {
		try {
			return ready.call();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** What it said last. */
	String tail() {
		try {
			List<String> lines = Files.readAllLines(this.log);
			List<String> wrong = lines.stream()
				.filter((line) -> line.matches(".*(ERROR|Caused by|Exception).*"))
				.toList();
			List<String> last = wrong.isEmpty() ? lines : wrong;
			return String.join(" / ", last.subList(Math.max(0, last.size() - 3), last.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its resident memory in bytes, where the system tells. */
	long resident() throws IOException {
		return Files.readAllLines(Path.of("/proc", String.valueOf(this.process.pid()), "status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
			.findFirst()
			.orElse(0);
	}

	/** The processor time it has had. */
	Duration processorTime() {
		return this.process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
	}

	@Override
	public void close() {
		Processes.end(this.process);
	}

}
