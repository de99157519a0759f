package org.targetmonitor.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Raw;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Clients that are not signed in and send a body a byte at a time, more of them than the
 * server has threads: nobody else waits for them, and none of them stays.
 */
@MonitorTest
class SlowSendersIT {

	private static final int SENDERS = 250;

	/**
	 * docs/operator.md: ten seconds in all, and up to ten more for a byte that never
	 * comes.
	 */
	private static final Duration CUT_WITHIN = Duration.ofSeconds(20);

	@Autowired
	private Api api;

	@LocalServerPort
	private int port;

	private final List<Socket> senders = new ArrayList<>();

	private final AtomicBoolean over = new AtomicBoolean();

	@BeforeEach
	void signIn() {
		// Passwords are hashed once
		this.api.leader().get("/api/plans");
		submit(0);
	}

	@AfterEach
	void hangUp() throws IOException {
		this.over.set(true);
		for (Socket sender : this.senders) {
			sender.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/sign-in, application/x-www-form-urlencoded, 60",
			"/api/plans/demo-2024/submissions, application/json, 60",
			"/fill/demo-2024/2024-Q1/sheet, multipart/form-data; boundary=x, 60",
			"/fill/demo-2024/2024-Q1, application/x-www-form-urlencoded, 5000000" })
	void nobodyWaitsForThem(String address, String type, int length) throws Exception {
		for (int n = 0; n < SENDERS; n++) {
			begin(address, type, length);
		}
		List<Duration> answers = new ArrayList<>();
		try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
			Future<Integer> sent = thread.submit(this::dribble);
			try {
				for (int n = 1; n <= 5; n++) {
					int number = n;
					answers.add(
							taken(() -> assertThat(this.api.leader().get("/actuator/health").status()).isEqualTo(200)));
					answers.add(taken(() -> submit(number)));
				}
				await().atMost(CUT_WITHIN.plusSeconds(10))
					.until(() -> this.senders.stream().allMatch(SlowSendersIT::isClosed));
			}
			finally {
				this.over.set(true);
			}
			assertThat(sent.get()).as("bytes sent one at a time").isGreaterThan(SENDERS);
		}
		// The first ones wait for the processor, with 250 clients that all begin at once
		assertThat(answers.stream().sorted().toList().get(answers.size() / 2)).isLessThan(Duration.ofSeconds(2));
		assertThat(answers).allMatch((taken) -> taken.compareTo(CUT_WITHIN.dividedBy(2)) < 0);
	}

	@Test
	void tellsThemWhy() {
		assertThat(new Raw(this.port)
			.send(head("/sign-in", "application/x-www-form-urlencoded") + "Content-Length: 9\r\n", ""))
			.satisfies((answer) -> assertThat(answer.status()).isEqualTo(408))
			.satisfies((answer) -> assertThat(answer.body()).contains("内容传输过慢"));
	}

	@Test
	void takesNoFormOfUnknownLengthFromStrangers() {
		assertThat(new Raw(this.port)
			.send(head("/sign-in", "application/x-www-form-urlencoded") + "Transfer-Encoding: chunked\r\n", "")
			.status()).isEqualTo(411);
	}

	private static String head(String address, String type) {
		return "POST " + address + " HTTP/1.1\r\nContent-Type: " + type + "\r\n";
	}

	private void begin(String address, String type, int length) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.setTcpNoDelay(true);
		socket.getOutputStream()
			.write((head(address, type) + "Host: localhost\r\nContent-Length: " + length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		this.senders.add(socket);
	}

	/** Sends a byte of each in turn. */
	private int dribble() throws InterruptedException {
		int sent = 0;
		while (!this.over.get()) {
			for (Socket sender : this.senders) {
				try {
					sender.getOutputStream().write('a');
					sent++;
				}
				catch (IOException ex) {
					// Cut already
				}
			}
			Thread.sleep(500);
		}
		return sent;
	}

	/** Whether the monitor has hung up; what it answered before is passed over. */
	private static boolean isClosed(Socket socket) {
		try {
			socket.setSoTimeout(1);
			socket.getInputStream().transferTo(OutputStream.nullOutputStream());
			return true;
		}
		catch (java.net.SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private static Duration taken(Runnable work) {
		long begun = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private void submit(int n) {
		Api.Answer answer = this.api.staff()
			.post("/api/plans/demo-2024/submissions",
					"{\"period\":\"2024-Q1\",\"reason\":\"更正\",\"figures\":[{\"indicator\":\"invented-on-track\",\"value\":\"6.%d\",\"status\":\"P\",\"note\":\"%d\",\"replaces\":%s}]}"
						.formatted(n, n, (n == 0) ? null : n));
		assertThat(answer.status()).as(answer.body()).isIn(201, 409);
	}

}
