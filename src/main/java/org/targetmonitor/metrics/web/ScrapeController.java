package org.targetmonitor.metrics.web;

import java.util.Arrays;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.targetmonitor.metrics.Exposition;

/**
 * The scrape address. It is a plain controller because Boot's own endpoint cannot hand
 * out bytes that are compressed already; Boot's is not exposed.
 */
@RestController
@Hidden
class ScrapeController {

	private final Exposition exposition;

	ScrapeController(Exposition exposition) {
		this.exposition = exposition;
	}

	@GetMapping("/actuator/prometheus")
	ResponseEntity<byte[]> scrape(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
			@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encoding) {
		Exposition.Scrape scrape = this.exposition.scrape(accept, takesGzip(encoding));
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, scrape.contentType())
			.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING);
		if (scrape.gzipped()) {
			response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		return response.body(scrape.body());
	}

	private static boolean takesGzip(@Nullable String encoding) {
		return encoding != null && Arrays.stream(encoding.split(","))
			.map((item) -> item.replace(" ", ""))
			.anyMatch(
					(item) -> item.equals("gzip") || (item.startsWith("gzip;q=") && !item.matches("gzip;q=0(\\.0*)?")));
	}

}
