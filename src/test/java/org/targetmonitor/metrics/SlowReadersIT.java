package org.targetmonitor.metrics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Readers of a scrape that do not read: they hold up nobody, are few, and are cut in the
 * end.
 */
@MonitorTest
class SlowReadersIT {

	private static final int READERS = 40;

	@Autowired
	private Api api;

	@Autowired
	private MeterRegistry meters;

	private final List<Socket> readers = new ArrayList<>();

	@AfterEach
	void hangUp() throws IOException {
		for (Socket reader : this.readers) {
			reader.close();
		}
	}

	/** More than sockets keep by themselves: 8 MB. */
	private void makeScrapesLarge() {
		for (int n = 0; n < 40_000; n++) {
			this.meters.gauge("large", Tags.of("tag", "%0150d".formatted(n)), 1);
		}
	}

	@Test
	void nobodyWaitsForThem() throws IOException {
		makeScrapesLarge();
		Api leader = this.api.leader();
		assertThat(leader.get("/actuator/prometheus").status()).isEqualTo(200);

		for (int n = 0; n < READERS; n++) {
			this.readers.add(ask());
		}

		assertThat(leader.get("/actuator/health").status()).isEqualTo(200);
		assertThat(leader.get("/actuator/prometheus").status()).as("another account").isEqualTo(200);
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
			Api.Answer told = this.api.prometheus().get("/actuator/prometheus");
			assertThat(told.status()).isEqualTo(503);
			assertThat(told.response().headers().firstValue("Retry-After")).contains("5");
			assertThat(told.body()).contains("请稍后再试");
		});
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.api.prometheus().get("/actuator/prometheus").status()).isEqualTo(200));
	}

	/** Asks for a plain scrape, and reads nothing of it. */
	private Socket ask() throws IOException {
		var request = this.api.prometheus().request("/actuator/prometheus").build();
		URI address = request.uri();
		Socket socket = new Socket();
		socket.setReceiveBufferSize(1024);
		socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
		String credentials = request.headers().firstValue("Authorization").orElseThrow();
		socket.getOutputStream()
			.write("GET /actuator/prometheus HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
				.formatted(credentials)
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

}
