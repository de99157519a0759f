package org.targetmonitor.metrics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.Scrape;

/** Scrapes a monitor as Prometheus does. */
final class Scraper {

	static final String TEXT = "text/plain;version=0.0.4";

	/** What Prometheus sends. */
	static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0,"
			+ "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

	/** After this time Prometheus gives up, unless it is configured otherwise. */
	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newHttpClient();

	private final Api account;

	Scraper(Api account) {
		this.account = account;
	}

	/** An answer as it came. */
	record Answer(HttpResponse<byte[]> response) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return String.join(", ", this.response.headers().allValues(name));
		}

		String text() {
			try (InputStream in = new ByteArrayInputStream(this.response.body());
					InputStream plain = header("Content-Encoding").equals("gzip") ? new GZIPInputStream(in) : in) {
				return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		Scrape scrape() {
			return Scrape.of(text());
		}

	}

	/** What the text format says, uncompressed. */
	Scrape scrape() {
		return get(TEXT, "identity").scrape();
	}

	Answer get(String accept, String encoding) {
		return send(this.account.request("/actuator/prometheus")
			.timeout(TIMEOUT)
			.header("Accept", accept)
			.header("Accept-Encoding", encoding));
	}

	Answer send(HttpRequest.Builder request) {
		try {
			return new Answer(this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
