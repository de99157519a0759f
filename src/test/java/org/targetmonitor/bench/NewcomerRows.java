package org.targetmonitor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged jar on the four plans of the newcomer. */
final class NewcomerRows implements Group {

	private static final String PLANS = "classpath:plans/*.yaml,classpath:plans/demo/*.yaml";

	private static final int STARTS = 3;

	private static final int WARM = 300;

	private static final int ROUNDS = 50;

	private final Server server;

	NewcomerRows(Server server) {
		this.server = server;
	}

	@Override
	public String name() {
		return "newcomer";
	}

	@Override
	public String title() {
		return "Start, pages and statements at the newcomer's four plans";
	}

	@Override
	public void measure(Sheet sheet) throws Exception {
		Server.Database database = this.server.database("postgres");
		starts(sheet, database);
		try (Monitor monitor = Monitor.start(database, PLANS)) {
			pages(sheet, monitor.person("viewer"));
			preview(sheet, monitor);
			statements(sheet, monitor, database);
			district(sheet, monitor);
		}
	}

	/** In turn, so that what else the machine does meets both. */
	private static void starts(Sheet sheet, Server.Database database) throws Exception {
		List<Start> jar = new ArrayList<>();
		List<Start> unpacked = new ArrayList<>();
		for (int n = 0; n < STARTS; n++) {
			try (Monitor monitor = Monitor.start(database, PLANS)) {
				jar.add(Start.of(monitor));
			}
			try (Monitor monitor = Monitor.startUnpacked(database, PLANS)) {
				unpacked.add(Start.of(monitor));
			}
		}
		Start packed = median(jar);
		Start quick = median(unpacked);
		sheet.line(
				"start on an existing database, unpacked with the archive of classes (median of %d; processor time; resident)"
					.formatted(STARTS),
				"≤ 4 s",
				() -> Line.Measured.of(quick.said(), quick.nanos() <= 4e9)
					.beside("the jar alone: %s; %.2f of its time".formatted(packed.said(),
							(double) quick.nanos() / packed.nanos())));
	}

	private static Start median(List<Start> starts) {
		return starts.stream().sorted(Comparator.comparingLong(Start::nanos)).toList().get(starts.size() / 2);
	}

	/** How one start went. */
	private record Start(long nanos, Duration spent, long resident) {

		static Start of(Monitor monitor) throws IOException {
			return new Start(monitor.startedIn().toNanos(), monitor.spentOnStart(), monitor.resident());
		}

		String said() {
			return "%s (%s; %d MB)".formatted(Times.said(this.nanos / 1e6), Times.said(this.spent), this.resident);
		}

	}

	private static void pages(Sheet sheet, Visitor leader) {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("overview", "/");
		pages.put("tasks", "/tasks");
		pages.put("calendar", "/calendar");
		pages.forEach((name, path) -> sheet.line("newcomer's four plans: " + name, "≤ 15 ms", () -> {
			double median = Times.of(WARM, ROUNDS, () -> leader.bytes(path)).median();
			int bytes = leader.bytes(path).length;
			return Line.Measured.of("%s, %,d kB".formatted(Times.said(median), bytes / 1000), median <= 15);
		}));
	}

	private static void preview(Sheet sheet, Monitor monitor) throws Exception {
		Visitor staff = monitor.person("submitter");
		sheet.line("preview while typing: processor time of the monitor (and what the person waits)", "≤ 15 ms", () -> {
			staff.text("/fill/demo-2024/2024-Q4");
			AtomicInteger typed = new AtomicInteger();
			for (int n = 0; n < WARM; n++) {
				preview(staff, typed);
			}
			long before = monitor.program().processorTime().toMillis();
			double waited = Times.of(0, ROUNDS, () -> preview(staff, typed)).median();
			double spent = (monitor.program().processorTime().toMillis() - before) / (double) ROUNDS;
			return Line.Measured.of("%s (%s)".formatted(Times.said(spent), Times.said(waited)), spent <= 15);
		});
	}

	/** Another value each time, as somebody types it. */
	private static byte[] preview(Visitor staff, AtomicInteger typed) throws Exception {
		int n = typed.getAndIncrement();
		var answer = staff.form("/fill/demo-2024/2024-Q4/preview",
				Map.of("invented-on-track.value", "6." + n % 10, "invented-on-track.status", "P"));
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("the preview answers " + answer.statusCode());
		}
		return answer.body();
	}

	private void statements(Sheet sheet, Monitor monitor, Server.Database database) throws Exception {
		Visitor leader = monitor.person("viewer");
		Visitor staff = monitor.person("submitter");
		staff.text("/fill/demo-2024/2024-Q4");
		Statements statements = new Statements(this.server, database);
		for (String path : new String[] { "/", "/?asOf=2024-10-26T00:00:00Z", "/oversight", "/figures/yuhang-2024/gdp",
				"/figures/yuhang-2024/gdp?asOf=2024-10-26T00:00:00Z", "/calendar", "/tasks" }) {
			sheet.line("statements of one request: `" + path + "`", "≤ 5",
					() -> counted(statements.of(() -> leader.bytes(path))));
		}
		AtomicInteger typed = new AtomicInteger();
		sheet.line("statements of one preview", "", () -> {
			Map<String, Long> asked = statements.of(() -> preview(staff, typed));
			return Line.Measured.told(said(asked));
		});
	}

	private static Line.Measured counted(Map<String, Long> asked) {
		return Line.Measured.of(said(asked), Statements.count(asked) <= 5);
	}

	private static String said(Map<String, Long> asked) {
		return "%d, of which %d are of the session and the account".formatted(Statements.count(asked),
				Statements.ofTheSession(asked));
	}

	private static void district(Sheet sheet, Monitor monitor) {
		Visitor prometheus = monitor.prometheus();
		sheet.line("scrape of one district (`?plan=yuhang-2024`)", "≤ 1 ms", () -> {
			String path = "/actuator/prometheus?plan=yuhang-2024";
			double median = Times.of(500, 200, () -> prometheus.bytes(path)).median();
			byte[] bytes = prometheus.bytes(path);
			return Line.Measured
				.of("%s, %,d samples".formatted(Times.said(median), Exporters.count(bytes)), median <= 1)
				.beside(Nginx.median(bytes, 200)
					.map((nginx) -> "nginx, the same bytes: " + Times.said(nginx))
					.orElse("nginx is not installed"));
		});
		sheet.line("scrape of all four plans and the process", "", () -> {
			double median = Times.of(200, 100, () -> prometheus.bytes("/actuator/prometheus")).median();
			return Line.Measured.told("%s, %,d samples".formatted(Times.said(median),
					Exporters.count(prometheus.bytes("/actuator/prometheus"))));
		});
	}

}
