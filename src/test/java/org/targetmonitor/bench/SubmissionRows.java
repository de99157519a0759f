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
import java.util.stream.IntStream;

/** Figures that are handed in over HTTP, in a database that was empty before. */
final class SubmissionRows implements Group {

	private static final String QUARTER = "2024-Q3";

	private static final int PLANS = 12;

	private static final int FIGURES = 15;

	private static final int CLIENTS = 8;

	private static final int TURN = 10;

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

	/**
	 * Each client hands in its plans in turn, as departments do; one plan handed in again
	 * and again grows a history that nobody has, and is measured beside it.
	 */
	private static void durable(Sheet sheet, Monitor monitor, Visitor staff, Server.Database database) {
		sheet.line("durable submissions of %d figures over HTTP, %d clients, each its %d plans in turn"
			.formatted(FIGURES, CLIENTS, TURN), "≥ 10 % of pgbench", () -> {
				for (int plan = 0; plan < CLIENTS * TURN; plan++) {
					record(monitor, turn(plan), 350_000 + plan, FIGURES);
				}
				List<List<Desk>> desks = IntStream.range(0, CLIENTS)
					.mapToObj((client) -> IntStream.range(client * TURN, (client + 1) * TURN)
						.mapToObj((plan) -> new Desk(staff, turn(plan), QUARTER, FIGURES))
						.toList())
					.toList();
				rate(desks, SECONDS / 2);
				double rate = rate(desks, SECONDS);
				Optional<Double> rival = PgBench.rate(database, CLIENTS, FIGURES, SECONDS);
				if (rival.isEmpty()) {
					return Line.Measured.told("%.0f/s".formatted(rate)).beside("pgbench is not installed");
				}
				double part = 100 * rate / rival.get();
				return Line.Measured.of("%.1f %%: %.0f/s".formatted(part, rate), part >= 10)
					.beside("pgbench, the same rows without rules and chain: %,.0f/s".formatted(rival.get()));
			});
		sheet.line("the same, each client one plan again and again", "", () -> {
			List<List<Desk>> desks = new ArrayList<>();
			for (int client = 0; client < CLIENTS; client++) {
				desks.add(List.of(Desk.goingOn(staff, "district%d-2024".formatted(client), QUARTER, FIGURES)));
			}
			double rate = rate(desks, SECONDS);
			return Line.Measured.told(
					"%.0f/s, at the end with %.0f revisions of each figure".formatted(rate, rate * SECONDS / CLIENTS));
		});
	}

	private static String turn(int plan) {
		return "turn%d-2024".formatted(plan);
	}

	private static double rate(List<List<Desk>> desks, int seconds) throws Exception {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		try (ExecutorService clients = Executors.newFixedThreadPool(desks.size())) {
			List<Future<Integer>> taken = new ArrayList<>();
			for (List<Desk> turn : desks) {
				taken.add(clients.submit(() -> {
					int count = 0;
					while (System.nanoTime() < end) {
						turn.get(count % turn.size()).submit();
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

}
