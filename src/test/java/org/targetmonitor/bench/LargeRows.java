package org.targetmonitor.bench;

/** Everything in one plan. */
final class LargeRows implements Group {

	private static final int ROUNDS = 20;

	private final Server server;

	LargeRows(Server server) {
		this.server = server;
	}

	@Override
	public String name() {
		return "large";
	}

	@Override
	public String title() {
		return "Everything in one plan";
	}

	@Override
	public void measure(Sheet sheet) throws Exception {
		line(sheet, 5000, 300);
		line(sheet, 1000, 100);
	}

	private void line(Sheet sheet, int targets, double most) {
		sheet.line("first scrape after one change, one plan of %,d targets × 3 quarters".formatted(targets),
				"≤ %.0f ms".formatted(most), () -> {
					Server.Database database = this.server.fresh("large" + targets);
					MadePlans.write(database, 1, targets);
					try (Monitor monitor = Monitor.start(database, Growth.NO_FILES)) {
						Growth.Scrapes scrapes = Growth.Scrapes.of(monitor, database, ROUNDS);
						return Line.Measured.of("%s, a quiet one %s (%.1f MB)".formatted(Times.said(scrapes.first()),
								Times.said(scrapes.quiet()), scrapes.bytes() / 1e6), scrapes.first() <= most);
					}
				});
	}

}
