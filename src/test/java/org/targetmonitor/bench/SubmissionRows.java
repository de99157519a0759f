package org.targetmonitor.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Figures that are handed in over HTTP, in a database that was empty before. */
final class SubmissionRows implements Group {

	private static final String QUARTER = "2024-Q3";

	private static final int PLANS = 12;

	private static final int FIGURES = 15;

	private static final int CLIENTS = 8;

	private static final int SECONDS = 12;

	private static final int MANY = 1000;

	private static final int AGAIN = 6;

	private final Server server;

	SubmissionRows(Server server) {
		this.server = server;
	}

	@Override
	public String name() {
		return "submissions";
	}

	@Override
	public String title() {
		return "Handing in";
	}

	@Override
	public void measure(Sheet sheet) throws Exception {
		Server.Database database = this.server.fresh("submissions");
		try (Monitor monitor = Monitor.start(database, Growth.NO_FILES)) {
			Visitor staff = monitor.program("submitter");
			Visitor reviewer = monitor.program("reviewer");
			again(sheet, monitor, staff, reviewer);
			for (int plan = 0; plan < PLANS; plan++) {
				record(monitor, "district%d-2024".formatted(plan), 330_000 + plan, FIGURES);
			}
			busy(sheet, monitor, staff);
			durable(sheet, monitor, staff, database);
		}
	}

	private static void record(Monitor monitor, String plan, int area, int targets) throws Exception {
		HttpResponse<byte[]> answer = monitor.admin()
			.send("PUT", "/api/plans/" + plan, "application/json",
					MadePlans.document(plan, String.valueOf(area), targets));
		if (answer.statusCode() != 201) {
			throw new IllegalStateException(plan + ": " + new String(answer.body(), StandardCharsets.UTF_8));
		}
	}

	private static void again(Sheet sheet, Monitor monitor, Visitor staff, Visitor reviewer) throws Exception {
		record(monitor, "many-2024", 339_999, MANY);
		Desk desk = new Desk(staff, "many-2024", QUARTER, MANY);
		List<Double> submissions = new ArrayList<>();
		List<Double> approvals = new ArrayList<>();
		sheet.line("%,d figures handed in, %d times in a row into a new table".formatted(MANY, AGAIN),
				"constant, ≤ 0.5 s", () -> {
					for (int round = 0; round < AGAIN; round++) {
						String[] submission = new String[1];
						submissions.add(Times.once(() -> submission[0] = desk.submit()) / 1e6);
						approvals.add(Times.once(() -> {
							desk.approve(reviewer, submission[0]);
							return true;
						}) / 1e6);
					}
					return constant(submissions);
				});
		sheet.line("the approval of these", "constant, ≤ 0.5 s", () -> constant(approvals));
	}

	/**
	 * The first one also compiles; the last may not take half as long again as the
	 * second.
	 */
	private static Line.Measured constant(List<Double> millis) {
		if (millis.size() < AGAIN) {
			throw new IllegalStateException("only %d of %d were taken".formatted(millis.size(), AGAIN));
		}
		String said = String.join(", ", millis.stream().map(Times::said).toList());
		boolean within = millis.stream().skip(1).allMatch((each) -> each <= 500);
		return Line.Measured.of(said, within && millis.getLast() <= 1.5 * millis.get(1));
	}

	private static void busy(Sheet sheet, Monitor monitor, Visitor staff) {
		sheet.line("overview at %d plans while three submitters hand in 10/s: median, longest".formatted(PLANS),
				"≤ 0.2 s", () -> {
					Visitor leader = monitor.person("viewer");
					AtomicBoolean over = new AtomicBoolean();
					try (ExecutorService submitters = Executors.newFixedThreadPool(3)) {
						List<Future<Integer>> taken = new ArrayList<>();
						for (int who = 0; who < 3; who++) {
							Desk desk = new Desk(staff, "district%d-2024".formatted(8 + who), QUARTER, FIGURES);
							taken.add(submitters.submit(() -> handIn(desk, over)));
						}
						Times times;
						try {
							times = Times.of(20, 40, () -> leader.bytes("/"));
						}
						finally {
							over.set(true);
						}
						int all = 0;
						for (Future<Integer> each : taken) {
							all += each.get();
						}
						return Line.Measured.of("%s, %s; %d handed in meanwhile".formatted(Times.said(times.median()),
								Times.said(times.longest()), all), times.longest() <= 200);
					}
				});
	}

	private static int handIn(Desk desk, AtomicBoolean over) throws Exception {
		int count = 0;
		while (!over.get()) {
			desk.submit();
			count++;
			Thread.sleep(300);
		}
		return count;
	}

	private static void durable(Sheet sheet, Monitor monitor, Visitor staff, Server.Database database) {
		sheet.line(
				"durable submissions of %d figures over HTTP, %d clients, each in its plan".formatted(FIGURES, CLIENTS),
				"≥ 10 % of pgbench", () -> {
					try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
						rate(clients, staff, 0, SECONDS / 2);
						double rate = rate(clients, monitor.program("submitter"), 0, SECONDS);
						Optional<Double> rival = PgBench.rate(database, CLIENTS, FIGURES, SECONDS);
						if (rival.isEmpty()) {
							return Line.Measured.told("%.0f/s".formatted(rate)).beside("pgbench is not installed");
						}
						double part = 100 * rate / rival.get();
						return Line.Measured.of("%.1f %%: %.0f/s".formatted(part, rate), part >= 10)
							.beside("pgbench, the same rows without rules and chain: %,.0f/s".formatted(rival.get()));
					}
				});
	}

	private static double rate(ExecutorService clients, Visitor staff, int first, int seconds) throws Exception {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		List<Future<Integer>> taken = new ArrayList<>();
		for (int client = 0; client < CLIENTS; client++) {
			String plan = "district%d-2024".formatted(first + client);
			taken.add(clients.submit(() -> {
				Desk desk = Desk.goingOn(staff, plan, QUARTER, FIGURES);
				int count = 0;
				while (System.nanoTime() < end) {
					desk.submit();
					count++;
				}
				return count;
			}));
		}
		int all = 0;
		for (Future<Integer> each : taken) {
			all += each.get();
		}
		return all / (double) seconds;
	}

}
