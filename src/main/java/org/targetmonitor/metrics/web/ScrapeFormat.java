package org.targetmonitor.metrics.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** What a scraper takes, by its headers. */
final class ScrapeFormat {

	private static final MediaType OPEN_METRICS = MediaType.parseMediaType("application/openmetrics-text");

	private static final MediaType TEXT = MediaType.TEXT_PLAIN;

	private static final MediaType GZIP = new MediaType("encoding", "gzip");

	private static final MediaType OLD_GZIP = new MediaType("encoding", "x-gzip");

	private ScrapeFormat() {
	}

	/** How well something is asked for: how much, then how expressly. */
	private record Wish(double quality, int exactness) implements Comparable<Wish> {

		private static final Wish NONE = new Wish(0, 0);

		@Override
		public int compareTo(Wish other) {
			return Comparator.comparingDouble(Wish::quality).thenComparingInt(Wish::exactness).compare(this, other);
		}

	}

	/**
	 * Whether OpenMetrics is asked for rather than the text format, which is what whoever
	 * asks for neither, or for anything, gets.
	 */
	static boolean isOpenMetrics(HttpHeaders headers) {
		List<MediaType> ranges = ranges(headers.getOrEmpty(HttpHeaders.ACCEPT), "");
		Wish openMetrics = wish(ranges, OPEN_METRICS);
		Wish text = wish(ranges, TEXT);
		boolean expressly = openMetrics.exactness() > 1;
		return openMetrics.quality() > 0
				&& (expressly ? openMetrics.compareTo(text) >= 0 : openMetrics.compareTo(text) > 0);
	}

	static boolean takesGzip(HttpHeaders headers) {
		List<MediaType> codings = ranges(headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING), "encoding/");
		Wish gzip = wish(codings, GZIP);
		return ((gzip.exactness() > 1) ? gzip : best(gzip, wish(codings, OLD_GZIP))).quality() > 0;
	}

	private static Wish best(Wish first, Wish second) {
		return (first.compareTo(second) >= 0) ? first : second;
	}

	/** The most specific range that includes it decides (RFC 9110, 12.5.1). */
	private static Wish wish(List<MediaType> ranges, MediaType offered) {
		return ranges.stream()
			.filter((range) -> range.includes(offered))
			.map((range) -> new Wish(range.getQualityValue(), exactness(range)))
			.max(Comparator.comparingInt(Wish::exactness).thenComparing(Comparator.naturalOrder()))
			.orElse(Wish.NONE);
	}

	private static int exactness(MediaType range) {
		return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
	}

	/** What cannot be read asks for nothing. */
	private static List<MediaType> ranges(List<String> headers, String prefix) {
		return headers.stream()
			.flatMap((header) -> MimeTypeUtils.tokenize(header).stream())
			.flatMap((item) -> range(prefix + item.strip()).stream())
			.toList();
	}

	private static Optional<MediaType> range(String text) {
		try {
			return Optional.of(MediaType.parseMediaType(text));
		}
		catch (InvalidMediaTypeException ex) {
			return Optional.empty();
		}
	}

}
