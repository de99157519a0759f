package org.targetmonitor.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.targetmonitor.support.Processes;

/** The packaged jar at work on a database. */
final class Monitor implements AutoCloseable {

	static final String PASSWORD = "correct-horse-battery";

	/** The heap of every monitor of the run. */
	static final String HEAP = System.getProperty("bench.heap", "1g");

	/** As docs/operator.md recommends them. */
	static final List<String> OPTIONS = List.of(System.getProperty("bench.options", "").split(" "));

	private final Program program;

	private final String address;

	private final Duration started;

	private final Duration spent;

	/** The roles that have an account already. */
	private final Set<String> made = new HashSet<>();

	private Monitor(Program program, String address, Duration started, Duration spent) {
		this.spent = spent;
		this.program = program;
		this.address = address;
		this.started = started;
	}

	/**
	 * Starts it and waits until it is ready.
	 * @param plans where its plan files are, as its setting names them
	 */
	static Monitor start(Server.Database database, String plans) throws Exception {
		return start(database, plans, jar(), List.of());
	}

	/** As {@link #start}, from the jar unpacked with an archive of its classes. */
	static Monitor startUnpacked(Server.Database database, String plans) throws Exception {
		Path application = jar().resolveSibling("application");
		return start(database, plans, application.resolve("target-monitor.jar"),
				List.of("-XX:AOTCache=" + application.resolve("target-monitor.aot")));
	}

	private static Monitor start(Server.Database database, String plans, Path jar, List<String> options)
			throws Exception {
		int port = Processes.freePort();
		Map<String, String> environment = Map.ofEntries(Map.entry("SPRING_DATASOURCE_URL", database.url()),
				Map.entry("SPRING_DATASOURCE_USERNAME", database.monitor()),
				Map.entry("SPRING_DATASOURCE_PASSWORD", database.monitorPassword()),
				Map.entry("TARGETMONITOR_ADMIN_PASSWORD", PASSWORD),
				Map.entry("TARGETMONITOR_SCRAPE_PASSWORD", PASSWORD),
				Map.entry("TARGETMONITOR_ACCOUNTS_SEPARATE_DUTIES", "false"),
				Map.entry("TARGETMONITOR_ACCOUNTS_PASSWORD_LIFE", "0d"), Map.entry("TARGETMONITOR_MAX_BODY", "64MB"),
				Map.entry("SERVER_ADDRESS", "127.0.0.1"), Map.entry("TARGETMONITOR_PLANS", plans),
				Map.entry("SERVER_PORT", String.valueOf(port)));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + HEAP));
		command.addAll(OPTIONS);
		command.addAll(options);
		command.addAll(List.of("-jar", jar.toString()));
		return await(Files.createTempFile("targetmonitor-bench", ".log"), environment, command, port);
	}

	/** Waits until something that was started as a monitor is ready. */
	static Monitor await(Path log, Map<String, String> environment, List<String> command, int port) throws Exception {
		String address = "http://127.0.0.1:" + port;
		long begun = System.nanoTime();
		Program program = Program.start(log, environment, command);
		Visitor nobody = Visitor.nobody(address);
		try {
			program.await(Duration.ofMinutes(5), () -> nobody.get("/actuator/health/readiness").statusCode() == 200);
		}
		catch (Exception ex) {
			program.close();
			throw ex;
		}
		Duration waited = Duration.ofNanos(System.nanoTime() - begun);
		return new Monitor(program, address, waited, program.processorTime());
	}

	static Path jar() {
		return Path.of(System.getProperty("bench.jar", "target/target-monitor.jar"));
	}

	/** From the start of the process until it was ready. */
	Duration startedIn() {
		return this.started;
	}

	/** The processor time that it took. */
	Duration spentOnStart() {
		return this.spent;
	}

	Program program() {
		return this.program;
	}

	String address() {
		return this.address;
	}

	Visitor prometheus() {
		return Visitor.program(this.address, "prometheus", PASSWORD);
	}

	Visitor admin() {
		return Visitor.program(this.address, "admin", PASSWORD);
	}

	/** A program of somebody with one role in all plans, made when first asked for. */
	Visitor program(String role) throws IOException, InterruptedException {
		make(role);
		return Visitor.program(this.address, "bench-" + role, PASSWORD);
	}

	/** A person with one role in all plans. */
	Visitor person(String role) throws IOException, InterruptedException {
		make(role);
		return Visitor.person(this.address, "bench-" + role, PASSWORD);
	}

	private void make(String role) throws IOException, InterruptedException {
		if (!this.made.add(role)) {
			return;
		}
		HttpResponse<byte[]> answer = admin().send("PUT", "/api/accounts/bench-" + role, "application/json", """
				{"password":"%s","grants":[{"role":"%s"}]}""".formatted(PASSWORD, role));
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
		}
	}

	/** One of its samples that has no labels. */
	double sample(String name) throws IOException, InterruptedException {
		return new String(prometheus().bytes("/actuator/prometheus?part=monitor"), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow();
	}

	/** Resident memory in MB. */
	long resident() throws IOException {
		return this.program.resident() / 1_000_000;
	}

	@Override
	public void close() {
		this.program.close();
	}

}
