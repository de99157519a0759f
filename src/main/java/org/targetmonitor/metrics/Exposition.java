package org.targetmonitor.metrics;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import org.targetmonitor.progress.Standings;

/**
 * What a scrape gets: the standing's series, of which a change writes anew what it
 * changed, with the meters of the process, written per scrape, behind them.
 */
public final class Exposition {

	private final Standings standings;

	private final Supplier<MetricSnapshots> processMeters;

	private final BooleanSupplier databaseAvailable;

	private final Kept text = new Kept(new Format(PrometheusTextFormatWriter.create()));

	private final Kept openMetrics = new Kept(new Format(OpenMetricsTextFormatWriter.create()));

	/**
	 * @param processMeters the meters of JVM, HTTP and pool at the moment of asking
	 * @param databaseAvailable whether the database answers
	 */
	public Exposition(Standings standings, Supplier<MetricSnapshots> processMeters, BooleanSupplier databaseAvailable) {
		this.databaseAvailable = databaseAvailable;
		this.standings = standings;
		this.processMeters = processMeters;
	}

	/** A format with what was last written in it. */
	private record Kept(Format format, RenderedPlans plans) {

		Kept(Format format) {
			this(format, new RenderedPlans(format));
		}

	}

	/**
	 * One scrape.
	 *
	 * @param contentType the format
	 * @param gzipped whether {@code body} is compressed
	 * @param body the bytes, shared by all who ask
	 */
	public record Scrape(String contentType, boolean gzipped, Parts body) {
	}

	/**
	 * Answers a scrape in the format and encoding asked for.
	 * @param openMetrics whether in OpenMetrics 1.0.0, else in the text format 0.0.4
	 * @param gzip whether the client takes gzip
	 */
	public Scrape scrape(boolean openMetrics, boolean gzip) {
		Kept kept = openMetrics ? this.openMetrics : this.text;
		Rendering rendering = kept.plans().whole(this.standings.current());
		byte[] tail = kept.format()
			.tail(StandingSamples.about(this.standings, this.databaseAvailable.getAsBoolean()),
					this.processMeters.get());
		return new Scrape(kept.format().contentType(), gzip, gzip ? rendering.gzip(tail) : rendering.plain(tail));
	}

}
