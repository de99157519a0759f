package org.targetmonitor.bench;

import java.util.Optional;

/**
 * 300 plans of 15 targets with three quarters of figures: a province's counties and more.
 */
final class CountyRows implements Group {

	private static final int PLANS = 300;

	private static final int TARGETS = 15;

	private static final int ROUNDS = 20;

	private final Server server;

	CountyRows(Server server) {
		this.server = server;
	}

	@Override
	public String name() {
		return "county";
	}

	@Override
	public String title() {
		return "300 plans";
	}

	@Override
	public void measure(Sheet sheet) throws Exception {
		Server.Database database = this.server.fresh("county");
		MadePlans.write(database, PLANS, TARGETS);
		Explained explained = new Explained(this.server, database);
		try (Monitor monitor = Monitor.start(database, Growth.NO_FILES)) {
			explained.once("A start");
			// Before any change, which builds another one
			double fromNothing = 1000 * monitor.sample("targetmonitor_standing_build_seconds");
			explain(sheet, explained, monitor, database);
			sheet.line("standing from nothing in a process just started, 300 plans × 15", "",
					() -> Line.Measured.told(Times.said(fromNothing)));
			scrapes(sheet, monitor, database);
			pages(sheet, monitor);
			sheet.line("resident after that, 300 plans", "≤ 500 MB", () -> {
				long resident = monitor.resident();
				return Line.Measured.of(resident + " MB", resident <= 500);
			});
		}
	}

	/** Before anything else: how it is read while the tables have no statistics. */
	private static void explain(Sheet sheet, Explained explained, Monitor monitor, Server.Database database)
			throws Exception {
		Visitor prometheus = monitor.prometheus();
		try (Correction correction = new Correction(database, MadePlans.code(1))) {
			explained.act("A scrape after a changed plan", () -> {
				correction.write();
				return prometheus.bytes("/actuator/prometheus");
			});
		}
		Desk desk = new Desk(monitor.program("submitter"), MadePlans.code(2), "2024-Q4", TARGETS);
		explained.act("A submission", desk::submit);
		explained.tell(sheet);
	}

	private static void scrapes(Sheet sheet, Monitor monitor, Server.Database database) {
		Visitor prometheus = monitor.prometheus();
		sheet.line("first scrape after one change, 300 plans × 15 targets", "≤ 100 ms", () -> {
			Growth.Scrapes scrapes = Growth.Scrapes.of(monitor, database, ROUNDS);
			return Line.Measured
				.of("%s (%.1f MB, %,d samples)".formatted(Times.said(scrapes.first()), scrapes.bytes() / 1e6,
						scrapes.samples()), scrapes.first() <= 100)
				.beside(Exporters.postgres(database, 5) + "; " + Exporters.sql(database, 5));
		});
		sheet.line("quiet scrape against nginx with the same bytes", "≤ 2.5 ×", () -> {
			double median = Times.of(ROUNDS, 2 * ROUNDS, () -> prometheus.bytes("/actuator/prometheus")).median();
			byte[] bytes = prometheus.bytes("/actuator/prometheus");
			Optional<Double> nginx = Nginx.median(bytes, 2 * ROUNDS);
			if (nginx.isEmpty()) {
				return Line.Measured.told(Times.said(median)).beside("nginx is not installed");
			}
			double times = median / nginx.get();
			return Line.Measured
				.of("%.1f ×: %s for %.1f MB".formatted(times, Times.said(median), bytes.length / 1e6), times <= 2.5)
				.beside("nginx " + Times.said(nginx.get()));
		});
		sheet.line("the same quiet scrape, compressed", "", () -> {
			double median = Times
				.of(ROUNDS, ROUNDS, () -> prometheus.bytes("/actuator/prometheus", "Accept-Encoding", "gzip"))
				.median();
			int bytes = prometheus.bytes("/actuator/prometheus", "Accept-Encoding", "gzip").length;
			return Line.Measured.told("%s for %,d kB".formatted(Times.said(median), bytes / 1000));
		});
	}

	private static void pages(Sheet sheet, Monitor monitor) throws Exception {
		Visitor leader = monitor.person("viewer");
		page(sheet, leader, "overview page at 300 plans", "/", "≤ 100 ms, ≤ 150 kB", 100, 150_000);
		page(sheet, leader, "calendar at 300 plans", "/calendar", "≤ 150 ms", 150, Integer.MAX_VALUE);
	}

	private static void page(Sheet sheet, Visitor leader, String work, String path, String toReach, double most,
			int largest) {
		sheet.line(work, toReach, () -> {
			double median = Times.of(20, 20, () -> leader.bytes(path)).median();
			int bytes = leader.bytes(path).length;
			return Line.Measured.of("%s, %,d kB".formatted(Times.said(median), bytes / 1000),
					median <= most && bytes <= largest);
		});
	}

}
