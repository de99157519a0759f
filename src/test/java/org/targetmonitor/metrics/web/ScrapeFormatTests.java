package org.targetmonitor.metrics.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** Which format and encoding a scraper gets (RFC 9110, 12.4 and 12.5). */
class ScrapeFormatTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			application/openmetrics-text; version=1.0.0                                            | true
			APPLICATION/OpenMetrics-Text;version=1.0.0;q=0.5, text/plain;version=0.0.4;q=0.3       | true
			application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1                             | true
			application/openmetrics-text, text/plain                                               | true
			text/plain, application/openmetrics-text                                               | true
			application/*                                                                          | true
			application/openmetrics-text;q=0, text/plain                                           | false
			application/openmetrics-text; Q=0.0, text/plain                                        | false
			application/openmetrics-text;q=0, */*                                                  | false
			application/openmetrics-text;q=0                                                       | false
			application/openmetrics-text;q=0.2, text/plain;q=0.8                                   | false
			application/openmetrics-text;q=0.2, text/*                                             | false
			application/openmetrics-textual, text/plain                                            | false
			text/plain;note="application/openmetrics-text"                                         | false
			*/*                                                                                    | false
			text/html, */*;q=0.8                                                                   | false
			nonsense, application/openmetrics-text                                                 | true
			nonsense                                                                               | false
			-                                                                                      | false
			""")
	void givesTheFormatThatIsAskedForMost(String accept, boolean openMetrics) {
		assertThat(ScrapeFormat.isOpenMetrics(headers(HttpHeaders.ACCEPT, accept))).isEqualTo(openMetrics);
	}

	@Test
	void readsEveryHeaderOfTheName() {
		HttpHeaders headers = headers(HttpHeaders.ACCEPT, "text/plain;q=0.5");
		headers.add(HttpHeaders.ACCEPT, "application/openmetrics-text");

		assertThat(ScrapeFormat.isOpenMetrics(headers)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			gzip               | true
			GZIP               | true
			x-gzip             | true
			deflate, gzip;q=0.5 | true
			*                  | true
			gzip;q=0           | false
			gzip; q=0.000, *   | false
			identity           | false
			gzipped            | false
			-                  | false
			""")
	void compressesForWhoeverTakesIt(String encoding, boolean gzip) {
		assertThat(ScrapeFormat.takesGzip(headers(HttpHeaders.ACCEPT_ENCODING, encoding))).isEqualTo(gzip);
	}

	private static HttpHeaders headers(String name, String value) {
		HttpHeaders headers = new HttpHeaders();
		if (value != null) {
			headers.add(name, value);
		}
		return headers;
	}

}
