package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import org.targetmonitor.progress.Status;

/**
 * Compares, in one run and on one set of series, what a scrape costs when the standing's
 * bytes are kept ready with what it costs when the client library writes them each time.
 * Run {@code main}; no test runs it, for a shared machine's times prove nothing.
 */
public final class ExpositionBenchmark {

	private static final int TARGETS = 3000;

	/** Meters of JVM, HTTP and pool, written per scrape by both. */
	private static final int PROCESS_METERS = 250;

	private static final int WARM_UP = 20;

	private static final int ROUNDS = 60;

	private ExpositionBenchmark() {
	}

	public static void main(String[] arguments) {
		MetricSnapshots standing = standing();
		MetricSnapshots meters = meters();
		Rendering rendering = new Rendering(List.of(new Block(written(standing))));
		Map<String, Supplier<byte[]>> rivals = new LinkedHashMap<>();
		rivals.put("written per scrape, plain", () -> joined(written(standing), written(meters)));
		rivals.put("kept ready, plain", () -> Received.of(rendering.plain(written(meters))));
		rivals.put("written per scrape, gzip", () -> zipped(standing, meters));
		rivals.put("kept ready, gzip", () -> Received.of(rendering.gzip(written(meters))));
		Map<String, Double> medians = medians(rivals);
		long samples = standing.stream().mapToLong((snapshot) -> snapshot.getDataPoints().size()).sum();
		System.out.printf("%,d samples of %,d targets, medians of %d rounds, Java %s%n", samples, TARGETS, ROUNDS,
				Runtime.version());
		rivals.forEach((name, rival) -> System.out.printf("%-26s %8.2f ms %,12d bytes%n", name, medians.get(name),
				rival.get().length));
		for (String encoding : List.of("plain", "gzip")) {
			System.out.printf("%s: %.1f times as fast%n", encoding,
					medians.getOrDefault("written per scrape, " + encoding, 0.0)
							/ medians.getOrDefault("kept ready, " + encoding, 0.0));
		}
		System.out.printf("once per change: %.1f ms%n",
				medians(Map.of("once",
						() -> Received.of(new Rendering(List.of(new Block(written(standing())))).plain(new byte[0]))))
					.get("once"));
	}

	/** Rivals take turns, so that whatever else the machine does meets all of them. */
	private static Map<String, Double> medians(Map<String, Supplier<byte[]>> rivals) {
		Map<String, List<Long>> times = new LinkedHashMap<>();
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			for (Map.Entry<String, Supplier<byte[]>> rival : rivals.entrySet()) {
				long started = System.nanoTime();
				byte[] bytes = rival.getValue().get();
				long nanos = System.nanoTime() - started;
				if (bytes.length == 0) {
					throw new IllegalStateException(rival.getKey());
				}
				if (round >= 0) {
					times.computeIfAbsent(rival.getKey(), (key) -> new ArrayList<>()).add(nanos);
				}
			}
		}
		Map<String, Double> medians = new LinkedHashMap<>();
		times.forEach((name, nanos) -> medians.put(name, nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6));
		return medians;
	}

	/** 15 series for each target, as a standing has them. */
	private static MetricSnapshots standing() {
		Samples samples = new Samples();
		for (int n = 0; n < TARGETS; n++) {
			String plan = "plan-" + n / 15;
			String indicator = "indicator-" + n % 15;
			double value = n / 1000.0;
			samples.add(Metric.INDICATOR_INFO, 1, plan, indicator, "地区生产总值", "Gross domestic product", "growth",
					"percent", "区统计局", "区发展和改革局", "expected");
			samples.add(Metric.TARGET, value, plan, indicator, "ratio");
			samples.add(Metric.ACTUAL, value, plan, indicator, "ratio");
			samples.add(Metric.ACTUAL_PERIOD_INFO, 1, plan, indicator, "2024-Q3");
			samples.add(Metric.MARGIN, value, plan, indicator);
			samples.add(Metric.GAP, value, plan, indicator);
			samples.add(Metric.LINE, value, plan, indicator, "ratio");
			for (Status status : Status.values()) {
				samples.add(Metric.STATUS, (status == Status.ON_TRACK) ? 1 : 0, plan, indicator, status.key());
			}
		}
		return samples.snapshots();
	}

	private static MetricSnapshots meters() {
		Samples samples = new Samples();
		for (int n = 0; n < PROCESS_METERS; n++) {
			samples.add(Metric.PLAN_OPEN, n / 7.0, "meter-" + n);
		}
		return samples.snapshots();
	}

	private static byte[] written(MetricSnapshots snapshots) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			PrometheusTextFormatWriter.create().write(out, snapshots);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] zipped(MetricSnapshots standing, MetricSnapshots meters) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			try (GZIPOutputStream zip = new GZIPOutputStream(out, 64 * 1024)) {
				PrometheusTextFormatWriter.create().write(zip, standing);
				PrometheusTextFormatWriter.create().write(zip, meters);
			}
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] joined(byte[] first, byte[] second) {
		byte[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

}
