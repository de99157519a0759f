package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** An exposition format, as the client library writes it. */
final class Format {

	private static final byte[] END = "# EOF\n".getBytes(StandardCharsets.UTF_8);

	private final ExpositionFormatWriter writer;

	Format(ExpositionFormatWriter writer) {
		this.writer = writer;
	}

	String contentType() {
		return this.writer.getContentType();
	}

	Piece piece(MetricSnapshots snapshots) {
		return Piece.of(withoutEnd(written(snapshots)));
	}

	/** What stands behind all pieces, with the end. */
	byte[] tail(MetricSnapshots first, MetricSnapshots second) {
		byte[] begin = withoutEnd(written(first));
		byte[] rest = written(second);
		byte[] tail = Arrays.copyOf(begin, begin.length + rest.length);
		System.arraycopy(rest, 0, tail, begin.length, rest.length);
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
