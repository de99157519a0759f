package org.targetmonitor.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.OneConnectionEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever can be read is read by many at once through few connections: no reader holds
 * one while it waits for another. The addresses are those that the monitor has.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyReadersIT {

	private static final int READERS = 20;

	/** What stands for the variables of an address; a new one has to be named here. */
	private final Map<String, String> variables = new TreeMap<>(
			Map.of("plan", "yuhang-2024", "indicator", "budget-revenue", "department", "finance", "period", "2024-Q1",
					"heading", "invented-awaiting-target", "username", "finance", "number", "1", "number:[0-9]+", "1"));

	@Autowired
	Api api;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DataSource pool;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	/** Reminders with answers and letters, an order, an approved figure. */
	@BeforeAll
	void facts() {
		readers();
		this.jdbc.sql("""
				INSERT INTO base_share (plan_id, indicator, period_start, period_end, revision, share, origin, author,
				  recorded_at, known_from)
				VALUES ('yuhang-2024', 'budget-revenue', '2024-01-01', '2024-04-01', 1, 0.31, 'invented', 'admin',
				  '2024-02-01T00:00:00Z', '2024-02-01T00:00:00Z')
				""").update();
		String preview = this.api.finance()
			.upload("/fill/yuhang-2024/2024-Q1/sheet", "q1.csv",
					"计划代码,yuhang-2024,报告期,2024Q1\n指标代码,数值\nbudget-revenue,5.4\n".getBytes(StandardCharsets.UTF_8))
			.response()
			.uri()
			.getPath();
		assertThat(preview).contains("/previews/");
		this.variables.put("preview", preview.replaceFirst(".*/", ""));
		Api.Answer submitted = this.api.finance()
			.submit("yuhang-2024", "2024-Q1",
					"{\"indicator\":\"budget-revenue\",\"value\":\"5.2\",\"level\":\"188.02\",\"status\":\"P\"}");
		assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
		this.variables.put("id", submitted.json().path("id").asString());
		assertThat(this.api.reviewer().approve(this.variables.get("id")).status()).isEqualTo(200);
		remind("2024-Q1");
		remind("2024-Q2");
		assertThat(this.api.admin()
			.post("/api/plans/yuhang-2024/supervision-orders",
					"{\"indicator\":\"budget-revenue\",\"cause\":\"原因\",\"measure\":\"措施\",\"due\":\"2024-11-15\"}")
			.status()).isEqualTo(201);
	}

	private void remind(String period) {
		for (int number = 0; number < 3; number++) {
			String id = this.jdbc.sql("""
					INSERT INTO reminder (plan_id, reminder_id, department, period_start, period_end, occasion, once,
					  indicators, due_day, author, subject, words, recorded_at)
					VALUES ('yuhang-2024', gen_random_uuid(), 'finance', '2024-01-01', CAST(:end AS date), 'by-hand',
					  'by-hand ' || gen_random_uuid(), 'budget-revenue', '2024-04-25', 'reviewer', '催报', '请报送', now())
					RETURNING reminder_id::text
					""")
				.param("end", period.equals("2024-Q1") ? "2024-04-01" : "2024-07-01")
				.query(String.class)
				.single();
			this.jdbc.sql("""
					INSERT INTO reminder_answer (plan_id, reminder_id, answer_id, author, words, recorded_at)
					VALUES ('yuhang-2024', CAST(:id AS uuid), gen_random_uuid(), 'finance', '周五报送', now())
					""").param("id", id).update();
			this.jdbc.sql("""
					INSERT INTO reminder_recipient (plan_id, reminder_id, username, address)
					VALUES ('yuhang-2024', CAST(:id AS uuid), 'finance', 'clerk@finance.example')
					""").param("id", id).update();
		}
	}

	/** With one connection, whoever asks for a second waits in vain. */
	@Test
	void everythingThatCanBeReadIsReadThroughOneConnection() throws SQLException {
		connections(1);
		int before = OneConnectionEach.refused().size();
		List<String> failures = new ArrayList<>();
		addresses().forEach((address) -> read(address, failures));
		assertThat(OneConnectionEach.refused()).as("asked for a second connection").hasSize(before);
		assertThat(failures).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 1 })
	void twentyReadersAreAllAnswered(int connections) throws Exception {
		connections(connections);
		List<String> addresses = addresses();
		ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
		try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
			List<Future<?>> all = new ArrayList<>();
			IntStream.range(0, READERS).forEach((reader) -> all.add(readers.submit(() -> {
				for (int step = 0; step < addresses.size(); step++) {
					read(addresses.get((step + reader) % addresses.size()), failures);
				}
			})));
			for (Future<?> one : all) {
				one.get();
			}
		}
		assertThat(failures).isEmpty();
	}

	private void connections(int most) throws SQLException {
		HikariDataSource hikari = this.pool.unwrap(HikariDataSource.class);
		hikari.getHikariConfigMXBean().setMinimumIdle(1);
		hikari.getHikariConfigMXBean().setMaximumPoolSize(most);
		hikari.getHikariPoolMXBean().softEvictConnections();
	}

	/** Who may read what begins so; the administrator the rest. */
	private Map<String, Api> readers() {
		return Map.of("fill", this.api.finance(), "review", this.api.reviewer(), "audit", this.api.auditor(), "chain",
				this.api.auditor());
	}

	/** Scrapes at once are few by intention: whoever is told to wait there does so. */
	private void read(String address, Collection<String> failures) {
		Api reader = readers().getOrDefault(address.replaceFirst("^/([^/?]*).*", "$1"), this.api.admin());
		Api.Answer answer = get(reader, address);
		for (int wait = 1; wait <= 20 && answer.status() == 503 && address.equals("/actuator/prometheus"); wait++) {
			LockSupport.parkNanos(Duration.ofMillis(wait * 50L).toNanos());
			answer = get(reader, address);
		}
		if (answer.status() >= 400) {
			failures.add(address + " " + answer.status() + " " + answer.body().lines().findFirst().orElse(""));
		}
	}

	private static Api.Answer get(Api reader, String address) {
		return reader.send(reader.request(address).header("Accept", "text/html,application/json,*/*").GET());
	}

	private List<String> addresses() {
		return this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap((mapping) -> patterns(mapping))
			.filter((pattern) -> !pattern.matches("/(v3|swagger|sign-in|error)\\b.*"))
			.map(this::address)
			.sorted()
			.toList();
	}

	private String address(String pattern) {
		Map<String, String> named = new TreeMap<>(this.variables);
		if (pattern.endsWith("/previews/{id}")) {
			named.put("id", named.getOrDefault("preview", ""));
		}
		if (pattern.contains("{heading}")) {
			named.put("plan", "demo-2024");
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(pattern);
		return (pattern.endsWith("/what-if") ? address.queryParam("value", "5.3") : address).buildAndExpand(named)
			.toUriString();
	}

	private static Stream<String> patterns(RequestMappingInfo mapping) {
		return mapping.getPatternValues().stream();
	}

}
