package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;

/**
 * What a scrape gets: the standing's series, written once per change of the standing,
 * with the meters of the process, written per scrape, behind them.
 */
public final class Exposition {

	private static final byte[] END = "# EOF\n".getBytes(StandardCharsets.UTF_8);

	private final Standings standings;

	private final Supplier<MetricSnapshots> processMeters;

	private final BooleanSupplier databaseAvailable;

	private final Format text = new Format(PrometheusTextFormatWriter.create());

	private final Format openMetrics = new Format(OpenMetricsTextFormatWriter.create());

	/**
	 * @param processMeters the meters of JVM, HTTP and pool at the moment of asking
	 * @param databaseAvailable whether the database answers
	 */
	public Exposition(Standings standings, Supplier<MetricSnapshots> processMeters, BooleanSupplier databaseAvailable) {
		this.databaseAvailable = databaseAvailable;
		this.standings = standings;
		this.processMeters = processMeters;
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
		Format format = openMetrics ? this.openMetrics : this.text;
		Rendering rendering = format.rendering(this.standings.current());
		byte[] tail = format.tail(StandingSamples.about(this.standings, this.databaseAvailable.getAsBoolean()),
				this.processMeters.get());
		return new Scrape(format.writer.getContentType(), gzip, gzip ? rendering.gzip(tail) : rendering.plain(tail));
	}

	/** One exposition format with what was last rendered in it. */
	private static final class Format {

		private final ExpositionFormatWriter writer;

		private @Nullable Rendered last;

		private Format(ExpositionFormatWriter writer) {
			this.writer = writer;
		}

		/** A standing with its rendering. */
		private record Rendered(Standing standing, Rendering rendering) {
		}

		/** One at a time: many that come after a change need it made once. */
		private synchronized Rendering rendering(Standing standing) {
			Rendered present = this.last;
			if (present == null || present.standing() != standing) {
				present = new Rendered(standing, new Rendering(withoutEnd(written(StandingSamples.of(standing)))));
				this.last = present;
			}
			return present.rendering();
		}

		private byte[] tail(MetricSnapshots aboutStanding, MetricSnapshots processMeters) {
			byte[] about = withoutEnd(written(aboutStanding));
			byte[] meters = written(processMeters);
			byte[] tail = Arrays.copyOf(about, about.length + meters.length);
			System.arraycopy(meters, 0, tail, about.length, meters.length);
			return tail;
		}

		private byte[] written(MetricSnapshots snapshots) {
			try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
				this.writer.write(out, snapshots);
				return out.toByteArray();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/** OpenMetrics ends with a line that may stand only once. */
		private static byte[] withoutEnd(byte[] bytes) {
			int start = bytes.length - END.length;
			boolean ends = start >= 0 && Arrays.equals(bytes, start, bytes.length, END, 0, END.length);
			return ends ? Arrays.copyOf(bytes, start) : bytes;
		}

	}

}
