package org.targetmonitor.metrics;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import org.targetmonitor.progress.Standing;
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

	/** Of a scrape that asks for plans or areas that are not there. */
	public static final class NothingThere extends RuntimeException {

		private static final long serialVersionUID = 1;

		private NothingThere(String code) {
			super(code);
		}

	}

	/**
	 * Answers a scrape in the format and encoding asked for.
	 * @param openMetrics whether in OpenMetrics 1.0.0, else in the text format 0.0.4
	 * @param gzip whether the client takes gzip
	 * @throws NothingThere with the code of a plan or area that is not there
	 */
	public Scrape scrape(boolean openMetrics, boolean gzip, Selection selection) {
		Kept kept = openMetrics ? this.openMetrics : this.text;
		Standing standing = this.standings.current();
		selection.missing(standing).findFirst().ifPresent((code) -> {
			throw new NothingThere(code);
		});
		Predicate<String> plans = (plan) -> selection.takes(plan, standing);
		Rendering rendering = selection.isAll() ? kept.plans().whole(standing) : kept.plans().part(standing, plans);
		byte[] tail = kept.format()
			.tail(StandingSamples.about(this.standings, this.databaseAvailable.getAsBoolean(), plans,
					selection.takesMonitor()),
					selection.takesMonitor() ? this.processMeters.get() : MetricSnapshots.of());
		return new Scrape(kept.format().contentType(), gzip, gzip ? rendering.gzip(tail) : rendering.plain(tail));
	}

	/** The codes of the plans that have series, in their order. */
	public List<String> plans() {
		return List.copyOf(this.standings.current().readable().keySet());
	}

}
