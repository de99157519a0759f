package org.targetmonitor.submission.web;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent again under one Idempotency-Key is carried out once and answered alike.
 */
@MonitorTest
class RepeatedSubmissionIT {

	private static final int AT_ONCE = 6;

	/** More decimals than are published: recorded with a warning. */
	private static final String BODY = "{\"period\":\"2024-Q1\",\"figures\":[{\"indicator\":\"gdp\",\"value\":\"5.0490\",\"status\":\"P\"}]}";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void isOneSubmissionWithOneAnswer() throws Exception {
		this.clock.setToNoonOf("2024-07-10");
		Api staff = this.api.staff();
		assertThat(staff.get("/api/plans").status()).isEqualTo(200);
		CyclicBarrier together = new CyclicBarrier(AT_ONCE);
		List<Api.Answer> answers;
		try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
			Callable<Api.Answer> sender = () -> {
				together.await();
				return sent(staff);
			};
			List<Future<Api.Answer>> sent = senders.invokeAll(Stream.generate(() -> sender).limit(AT_ONCE).toList());
			answers = sent.stream().map(Future::resultNow).toList();
		}

		assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
		assertThat(answers.stream().map(Api.Answer::body).distinct()).hasSize(1);
		Api.Answer first = answers.getFirst();
		assertThat(first.json().path("warnings").path(0).path("rule").asString()).isEqualTo("decimals");
		assertThat(this.jdbc.sql("SELECT submission_id::text FROM submission WHERE plan_id = 'hangzhou-2024'")
			.query(String.class)
			.list()).containsExactly(first.json().path("id").asString());
		assertThat(details()).containsExactlyInAnyOrder("figures 1; gdp 2024-Q1 #1",
				"repeat; figures 1; gdp 2024-Q1 #1", "repeat; figures 1; gdp 2024-Q1 #1",
				"repeat; figures 1; gdp 2024-Q1 #1", "repeat; figures 1; gdp 2024-Q1 #1",
				"repeat; figures 1; gdp 2024-Q1 #1");

		this.clock.setToNoonOf("2024-07-11");
		assertThat(this.api.reviewer().approve(first.json().path("id").asString()).status()).isEqualTo(200);
		assertThat(sent(staff).body()).as("after its approval").isEqualTo(first.body());
	}

	private static Api.Answer sent(Api staff) {
		return staff.send(staff.request("/api/plans/hangzhou-2024/submissions")
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", "six at once")
			.POST(HttpRequest.BodyPublishers.ofString(BODY)));
	}

	private List<String> details() {
		return this.jdbc.sql("SELECT detail FROM audit_event WHERE action = 'submit' AND succeeded")
			.query((row, number) -> row.getString("detail"))
			.list();
	}

}
