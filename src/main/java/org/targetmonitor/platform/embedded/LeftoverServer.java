package org.targetmonitor.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.util.LinuxUtils;

/**
 * The PostgreSQL that lives on when its monitor is killed: nobody uses it any more, but
 * it holds the files.
 *
 * @param cluster the directory of the database
 * @param process the process that the database's own {@code postmaster.pid} names
 * @param started when that file says the server started
 */
record LeftoverServer(Path cluster, ProcessHandle process, Instant started) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/*
	 * postmaster.pid counts in seconds, and a process starts a little before its server
	 */
	private static final Duration SAME_START = Duration.ofSeconds(5);

	/**
	 * Stops the server of the directory if one runs; only the holder of the directory's
	 * lock may call this.
	 */
	static void stop(Path cluster) throws IOException {
		Path note = cluster.resolve("postmaster.pid");
		if (Files.exists(note)) {
			stop(cluster, note);
		}
	}

	private static void stop(Path cluster, Path note) throws IOException {
		// The path in it is in the system's encoding, which need not be UTF-8
		List<String> lines = Files.readAllLines(note, StandardCharsets.ISO_8859_1);
		Optional<LeftoverServer> server = isWhole(lines) ? read(cluster, lines) : Optional.empty();
		if (server.filter(LeftoverServer::isRunning).isPresent()) {
			server.get().stop();
		}
		else if (server.isPresent() || !isWhole(lines)) {
			// PostgreSQL refuses to start while any process has that number, or on a
			// broken file; the rest it clears
			Files.deleteIfExists(note);
		}
	}

	private static boolean isWhole(List<String> note) {
		return note.size() >= 3 && Stream.of(note.get(0), note.get(2)).allMatch((line) -> line.matches("\\d{1,18}"));
	}

	private static Optional<LeftoverServer> read(Path cluster, List<String> note) {
		Instant started = Instant.ofEpochSecond(Long.parseLong(note.get(2)));
		return ProcessHandle.of(Long.parseLong(note.get(0)))
			.map((process) -> new LeftoverServer(cluster, process, started));
	}

	/* Process numbers are used again, after a reboot or in a container even soon */
	private boolean isRunning() {
		return wasStartedOnCluster() || (isPostgres() && startedWithServer());
	}

	private boolean wasStartedOnCluster() {
		List<String> arguments = Arrays.asList(this.process.info().arguments().orElseGet(() -> new String[0]));
		return Collections.indexOfSubList(arguments, List.of("-D", this.cluster.toString())) >= 0;
	}

	private boolean isPostgres() {
		return binary().filter((file) -> String.valueOf(file.getFileName()).startsWith("postgres")).isPresent();
	}

	private boolean startedWithServer() {
		return this.process.info()
			.startInstant()
			.filter((start) -> Duration.between(start, this.started).abs().compareTo(SAME_START) <= 0)
			.isPresent();
	}

	private Optional<Path> binary() {
		return this.process.info().command().map(Path::of);
	}

	private void stop() throws IOException {
		if (stopsFast() || ends(this.process::destroy) || ends(this.process::destroyForcibly)) {
			return;
		}
		throw DataDirectoryInUse.byServer(this.cluster, this.process.pid());
	}

	/*
	 * Java can end a process, but not ask PostgreSQL for the fast shutdown, which does
	 * not wait for clients
	 */
	private boolean stopsFast() throws IOException {
		Optional<Path> control = binary().map((file) -> file.resolveSibling(executable("pg_ctl")))
			.filter(Files::isExecutable);
		return control.isPresent() && succeeds(command(control.get()));
	}

	private List<String> command(Path control) {
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			// PostgreSQL's tools refuse to run as root
			command.addAll(List.of("unshare", "-U"));
		}
		command.addAll(List.of(control.toString(), "stop", "-D", this.cluster.toString(), "-m", "fast", "-w", "-t",
				Long.toString(PATIENCE.toSeconds())));
		return command;
	}

	private static boolean succeeds(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			return process.waitFor(PATIENCE.toSeconds() + 5, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean ends(BooleanSupplier request) {
		if (!request.getAsBoolean()) {
			return !isRunning();
		}
		try {
			this.process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			return true;
		}
		catch (ExecutionException | TimeoutException ex) {
			// Where nobody reaps orphans, as in many containers, a process that has ended
			// stays listed
			return !isRunning();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String executable(String name) {
		return (File.separatorChar == '\\') ? name + ".exe" : name;
	}

}
