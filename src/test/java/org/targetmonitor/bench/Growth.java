package org.targetmonitor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How cost grows with the number of targets, in plans of 15. */
final class Growth implements Group {

	/** There is no such file: what the database holds is all there is. */
	static final String NO_FILES = "classpath:plans/none-*.yaml";

	private static final int TARGETS = 15;

	/** 2,844 are the counties of a country. */
	private static final int[] PLANS = { 1, 10, 100, 1000, 2844 };

	private static final int ROUNDS = 7;

	private final Server server;

	Growth(Server server) {
		this.server = server;
	}

	/**
	 * The first scrape after a change, and one when nothing has changed; in milliseconds.
	 */
	record Scrapes(double first, double quiet, int bytes, long samples) {

		static Scrapes of(Monitor monitor, Server.Database database, int rounds) throws Exception {
			Visitor prometheus = monitor.prometheus();
			long[] first = new long[rounds];
			long[] quiet = new long[rounds];
			try (Correction correction = new Correction(database, MadePlans.code(0))) {
				for (int round = -rounds; round < rounds; round++) {
					correction.write();
					long after = Times.once(() -> prometheus.bytes("/actuator/prometheus"));
					long again = Times.once(() -> prometheus.bytes("/actuator/prometheus"));
					if (round >= 0) {
						first[round] = after;
						quiet[round] = again;
					}
				}
			}
			byte[] bytes = prometheus.bytes("/actuator/prometheus");
			return new Scrapes(new Times(first).median(), new Times(quiet).median(), bytes.length,
					Exporters.count(bytes));
		}

	}

	/** One size. */
	private record Size(int plans, double standing, Scrapes scrapes, double started, long resident) {

		int targets() {
			return this.plans * TARGETS;
		}

		double microsEach() {
			return 1000 * this.standing / targets();
		}

		String row() {
			return "| %,d | %,d | %s | %.0f µs | %s | %s | %.1f MB | %s | %d MB |".formatted(targets(), this.plans,
					Times.said(this.standing), microsEach(), Times.said(this.scrapes.first()),
					Times.said(this.scrapes.quiet()), this.scrapes.bytes() / 1e6, Times.said(this.started),
					this.resident);
		}

	}

	@Override
	public String name() {
		return "growth";
	}

	@Override
	public String title() {
		return "How cost grows";
	}

	@Override
	public void measure(Sheet sheet) {
		List<Size> sizes = new ArrayList<>();
		for (int plans : PLANS) {
			String work = "standing from nothing in a process just started, %,d plans × %d".formatted(plans, TARGETS);
			sheet.line(work, (plans == 2844) ? "≤ 3 s" : "", () -> {
				Size size = size(plans);
				sizes.add(size);
				String said = Times.said(size.standing());
				return (plans == 2844) ? Line.Measured.millis(size.standing(), 3000) : Line.Measured.told(said);
			});
		}
		sheet.line("cost of a target's standing, %,d targets against 1,500".formatted(2844 * TARGETS),
				"≤ 1.5 × (linear)", () -> {
					double few = each(sizes, 100);
					double many = each(sizes, 2844);
					return Line.Measured.of("%.1f ×: %.0f µs against %.0f µs".formatted(many / few, many, few),
							many / few <= 1.5);
				});
		sheet.chapter("How cost grows",
				sizes.stream()
					.map(Size::row)
					.collect(Collectors.joining("\n",
							"""
									Plans of 15 targets with three approved quarters, the packaged jar started on a database that holds them: the standing from
									nothing, in a process that has compiled nothing yet; then scrapes, medians of %d.

									| targets | plans | standing from nothing | of a target | first scrape after a change | quiet scrape | text | start | resident |
									|---|---|---|---|---|---|---|---|---|
									"""
								.formatted(ROUNDS),
							"")));
	}

	private static double each(List<Size> sizes, int plans) {
		return sizes.stream().filter((size) -> size.plans() == plans).findFirst().orElseThrow().microsEach();
	}

	private Size size(int plans) throws Exception {
		String name = "growth" + plans;
		Server.Database database = this.server.fresh(name);
		MadePlans.write(database, plans, TARGETS);
		try (Monitor monitor = Monitor.start(database, NO_FILES)) {
			double standing = 1000 * monitor.sample("targetmonitor_standing_build_seconds");
			Scrapes scrapes = Scrapes.of(monitor, database, ROUNDS);
			return new Size(plans, standing, scrapes, monitor.startedIn().toMillis(), monitor.resident());
		}
		finally {
			this.server.drop(name);
		}
	}

}
