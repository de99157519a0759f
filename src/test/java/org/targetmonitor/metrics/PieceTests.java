package org.targetmonitor.metrics;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** Pieces put together are what the client library writes of all of it. */
class PieceTests {

	static final List<Arguments> FORMATS = List.of(argumentSet("text", new Format(PrometheusTextFormatWriter.create())),
			argumentSet("OpenMetrics", new Format(OpenMetricsTextFormatWriter.create())));

	@ParameterizedTest
	@FieldSource("FORMATS")
	void theSamplesOfOneFamilyStandTogether(Format format) {
		Samples all = new Samples();
		fill(all, "a");
		fill(all, "b");
		all.add(Metric.CHAIN_LINKS, 7, "b");
		Samples second = new Samples();
		fill(second, "b");
		second.add(Metric.CHAIN_LINKS, 7, "b");

		Rendering together = Rendering
			.of(List.of(piece(format, "a"), format.piece(new Samples().snapshots()), format.piece(second.snapshots())));

		String inOneGo = new String(format.tail(all.snapshots(), MetricSnapshots.of()), StandardCharsets.UTF_8);
		assertThat(families(said(together, format))).isEqualTo(families(inOneGo));
		assertThat(said(together, format)).hasSameSizeAs(inOneGo);
	}

	@ParameterizedTest
	@FieldSource("FORMATS")
	void nothingIsNothing(Format format) {
		assertThat(said(Rendering.of(List.of()), format))
			.isEqualTo(new String(format.tail(MetricSnapshots.of(), MetricSnapshots.of()), StandardCharsets.UTF_8));
	}

	/**
	 * The comments in their order, and the samples, in any, behind the comment that they
	 * stand under.
	 */
	private static Map<String, Set<String>> families(String said) {
		Map<String, Set<String>> families = new LinkedHashMap<>();
		String header = "";
		for (String line : said.lines().toList()) {
			header = line.startsWith("#") ? line : header;
			families.computeIfAbsent(header, (key) -> new TreeSet<>()).add(line);
		}
		return families;
	}

	private static Piece piece(Format format, String plan) {
		Samples samples = new Samples();
		fill(samples, plan);
		return format.piece(samples.snapshots());
	}

	/** A gauge, an info and a counter, with a label that has all that is escaped. */
	private static void fill(Samples samples, String plan) {
		samples.add(Metric.PLAN_INFO, 1, plan, "# TYPE x gauge\n# \"标题\\", "title", "区", "area", "2024", "false");
		samples.add(Metric.MARGIN, -0.25, plan, "gdp");
		samples.add(Metric.MARGIN, 0.5, plan, "jobs");
		samples.add(Metric.FIGURE_REVISIONS, 3, plan, "gdp");
	}

	private static String said(Rendering rendering, Format format) {
		byte[] end = format.tail(MetricSnapshots.of(), MetricSnapshots.of());
		return new String(Received.of(rendering.plain(end)), StandardCharsets.UTF_8);
	}

}
