package org.targetmonitor.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

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

	/** How long a scrape may take to be read. */
	private static final Duration LONGEST = Duration.ofSeconds(15);

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

	/**
	 * What lies in the sockets' buffers still comes; the end of what was announced does
	 * not.
	 */
	@Test
	void oneThatReadsNothingIsCut() throws IOException {
		makeScrapesLarge();
		Socket reader = ask(64 * 1024);
		this.readers.add(reader);
		LockSupport.parkNanos(LONGEST.plusSeconds(2).toNanos());

		reader.setSoTimeout(10_000);
		InputStream answer = reader.getInputStream();
		String head = "";
		while (!head.endsWith("\r\n\r\n")) {
			head += (char) answer.read();
		}
		assertThat(head).startsWith("HTTP/1.1 200 ");
		long announced = Long.parseLong(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
		assertThat(rest(answer)).isLessThan(announced);
	}

	/** How much comes until the connection is closed, or reset. */
	private static long rest(InputStream answer) throws IOException {
		long sum = 0;
		byte[] buffer = new byte[65_536];
		try {
			for (int count = answer.read(buffer); count >= 0; count = answer.read(buffer)) {
				sum += count;
			}
		}
		catch (SocketException ex) {
			// Reset
		}
		return sum;
	}

	/** Asks for a plain scrape, and reads nothing of it. */
	private Socket ask() throws IOException {
		return ask(1024);
	}

	private Socket ask(int buffer) throws IOException {
		var request = this.api.prometheus().request("/actuator/prometheus").build();
		URI address = request.uri();
		Socket socket = new Socket();
		socket.setReceiveBufferSize(buffer);
		socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
		String credentials = request.headers().firstValue("Authorization").orElseThrow();
		socket.getOutputStream()
			.write("GET /actuator/prometheus HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
				.formatted(credentials)
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

}
