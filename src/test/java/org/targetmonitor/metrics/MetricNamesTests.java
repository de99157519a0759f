package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.targetmonitor.support.Tool;

import static org.assertj.core.api.Assertions.assertThat;

/** The names are those of docs/metrics.md and what Prometheus wants names to be. */
class MetricNamesTests {

	@Test
	void documentListsEveryMetricAndNoOther() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("docs/metrics.md"))
			.stream()
			.filter((line) -> line.startsWith("| `targetmonitor_"))
			.toList();
		assertThat(rows).containsExactlyElementsOf(Arrays.stream(Metric.values()).map(MetricNamesTests::row).toList());
	}

	@ParameterizedTest
	@EnumSource
	void nameHasThePrefixAndNoPercent(Metric metric) {
		assertThat(metric.seriesName()).matches("targetmonitor_[a-z]+(_[a-z]+)*").doesNotContain("percent");
	}

	@ParameterizedTest
	@EnumSource
	void textIsALabelOfInfoSeriesOnly(Metric metric) {
		if (metric.type() != Metric.Type.INFO) {
			assertThat(metric.labels()).isSubsetOf("plan", "indicator", "period", "unit", "status", "scenario");
		}
		assertThat(metric.seriesName().endsWith("_info")).isEqualTo(metric.type() == Metric.Type.INFO);
		assertThat(metric.seriesName().endsWith("_total")).isEqualTo(metric.type() == Metric.Type.COUNTER);
	}

	@ParameterizedTest
	@EnumSource
	void seriesCarriesItsNameAndLabels(Metric metric) throws IOException {
		String labels = metric.labels()
			.stream()
			.sorted()
			.map((label) -> label + "=\"" + label + "\"")
			.collect(Collectors.joining(","));
		assertThat(exposition(metric).lines().toList()).hasSize(3)
			.element(2)
			.isEqualTo(metric.seriesName() + (labels.isEmpty() ? "" : "{" + labels + "}")
					+ ((metric.type() == Metric.Type.INFO) ? " 1" : " 1.0"));
	}

	@Test
	void promtoolHasNothingToSay() throws IOException, InterruptedException {
		Tool promtool = Tool.named("promtool");
		Tool.Result result = promtool.run(exposition(Metric.values()).getBytes(StandardCharsets.UTF_8), "check",
				"metrics");
		assertThat(result).isEqualTo(new Tool.Result(0, "", ""));
	}

	private static String row(Metric metric) {
		String labels = metric.labels().isEmpty() ? "–" : String.join(", ", metric.labels());
		return "| `%s` | %s | %s |".formatted(metric.seriesName(), labels, metric.help());
	}

	private static String exposition(Metric... metrics) throws IOException {
		Samples samples = new Samples();
		for (Metric metric : metrics) {
			samples.add(metric, 1, metric.labels().toArray(String[]::new));
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrometheusTextFormatWriter.create().write(out, samples.snapshots());
		return out.toString(StandardCharsets.UTF_8);
	}

}
