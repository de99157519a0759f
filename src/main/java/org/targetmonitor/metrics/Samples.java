package org.targetmonitor.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Collects samples by metric; what is unknown is simply not added. */
final class Samples {

	private final Map<Metric, List<Sample>> samples = new EnumMap<>(Metric.class);

	/** One value with its labels. */
	private record Sample(Labels labels, double value) {
	}

	/** Adds a sample with the values of the metric's labels, in their order. */
	void add(Metric metric, double value, String... labels) {
		Labels names = Labels.of(metric.labels().toArray(String[]::new), labels);
		this.samples.computeIfAbsent(metric, (key) -> new ArrayList<>()).add(new Sample(names, value));
	}

	/** The snapshots, ready to be written. */
	MetricSnapshots snapshots() {
		return new MetricSnapshots(
				this.samples.entrySet().stream().map((entry) -> snapshot(entry.getKey(), entry.getValue())).toList());
	}

	private static MetricSnapshot snapshot(Metric metric, List<Sample> samples) {
		return switch (metric.type()) {
			case GAUGE -> new GaugeSnapshot(metadata(metric), samples.stream()
				.map((sample) -> new GaugeSnapshot.GaugeDataPointSnapshot(sample.value(), sample.labels(), null))
				.toList());
			case INFO -> new InfoSnapshot(metadata(metric),
					samples.stream().map((sample) -> new InfoSnapshot.InfoDataPointSnapshot(sample.labels())).toList());
			case COUNTER -> new CounterSnapshot(metadata(metric), samples.stream()
				.map((sample) -> new CounterSnapshot.CounterDataPointSnapshot(sample.value(), sample.labels(), null, 0))
				.toList());
		};
	}

	private static MetricMetadata metadata(Metric metric) {
		return new MetricMetadata(metric.clientName(), metric.help());
	}

}
