package org.targetmonitor.report.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever keeps figures elsewhere gets them as they are, were and came to be. */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureExportIT {

	private static final String FIGURES = "/api/plans/demo-2024/figures";

	private static final String NOTE = "=1+1|核对\"无误\"，\n第二行";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	private String early = "";

	/**
	 * One is corrected before its review, one returned, one becomes not available, one
	 * gets a shorter note.
	 */
	@BeforeAll
	void aQuarterOfCorrections() {
		this.clock.setToNoonOf("2024-04-10");
		String first = submit("invented-at-risk", "5.8", "");
		String prices = submit("invented-prices", "2.1", "");
		String lagging = submit("invented-missed", "-3.8",
				",\"note\":\"" + NOTE.replace("\"", "\\\"").replace("\n", "\\n") + "\",\"origin\":\"+统计局\"");
		this.clock.setToNoonOf("2024-04-12");
		String corrected = submit("invented-at-risk", "6.1", ",\"replaces\":1");
		assertThat(this.api.reviewer().approve(first).rules()).containsExactly("replaced");
		approve(prices);
		this.clock.setToNoonOf("2024-04-15");
		approve(corrected);
		giveBack(lagging);
		this.early = sdmx();
		this.clock.setToNoonOf("2024-04-18");
		String gone = submit("invented-prices", null,
				",\"replaces\":1,\"kind\":\"correction\",\"status\":\"L\",\"note\":\"停报\"");
		this.clock.setToNoonOf("2024-04-20");
		approve(gone);
		approve(submit("invented-missed", "-3.5", ",\"replaces\":1,\"note\":\"=更正\""));
		this.clock.setToNoonOf("2024-05-06");
	}

	@Test
	void whatWasInForceAtAnyTimeFollowsFromOneDump() {
		JsonNode dump = this.api.reviewer().get(FIGURES).json();
		TreeSet<Instant> moments = new TreeSet<>();
		for (int day = 9; day < 30; day++) {
			moments.add(Instant.parse("2024-04-%02dT04:00:00Z".formatted(day)));
		}
		dump.valueStream().flatMap((row) -> row.valueStream()).filter((field) -> field.isString()).forEach((field) -> {
			if (field.asString().matches("2024-[0-9-]+T[0-9:.]+Z")) {
				Instant moment = Instant.parse(field.asString());
				moments.addAll(List.of(moment, moment.minusNanos(1000), moment.plusNanos(1000)));
			}
		});
		assertThat(moments).hasSizeGreaterThan(30);
		for (Instant moment : moments) {
			JsonNode then = this.api.reviewer().get(FIGURES + "?asOf=" + moment).json();
			assertThat(rebuilt(dump, moment)).as("as of " + moment).isEqualTo(told(then));
			assertThat(inForce(this.api.leader().get(FIGURES + "?asOf=" + moment).json())).as("a viewer's")
				.isEqualTo(inForce(then));
		}
	}

	/** State and value of every revision by the dump alone. */
	private static Map<String, String> rebuilt(JsonNode dump, Instant moment) {
		Map<String, String> rebuilt = new TreeMap<>();
		Map<String, Integer> newest = new LinkedHashMap<>();
		Map<String, Integer> approved = new LinkedHashMap<>();
		List<JsonNode> known = dump.valueStream()
			.filter((row) -> !Instant.parse(row.path("known-from").asString()).isAfter(moment))
			.toList();
		for (JsonNode row : known) {
			newest.merge(figure(row), row.path("revision").asInt(), Math::max);
			if (isDecided(row, moment) && row.path("state").asString().equals("approved")) {
				approved.merge(figure(row), row.path("revision").asInt(), Math::max);
			}
		}
		for (JsonNode row : known) {
			int number = row.path("revision").asInt();
			String state = isDecided(row, moment) ? row.path("state").asString()
					: Integer.valueOf(number).equals(newest.get(figure(row))) ? "submitted" : "replaced";
			rebuilt.put(figure(row) + " " + number, row.path("value").asString() + " " + state + " "
					+ Integer.valueOf(number).equals(approved.get(figure(row))));
		}
		return rebuilt;
	}

	private static boolean isDecided(JsonNode row, Instant moment) {
		return row.path("decided-at").isString() && !Instant.parse(row.path("decided-at").asString()).isAfter(moment);
	}

	private static Map<String, String> told(JsonNode rows) {
		Map<String, String> told = new TreeMap<>();
		rows.valueStream()
			.forEach((row) -> told.put(figure(row) + " " + row.path("revision").asInt(), row.path("value").asString()
					+ " " + row.path("state").asString() + " " + row.path("in-force").asBoolean()));
		return told;
	}

	private static List<String> inForce(JsonNode rows) {
		return rows.valueStream()
			.filter((row) -> row.path("in-force").asBoolean())
			.map((row) -> figure(row) + " " + row.path("revision").asInt() + " " + row.path("value").asString())
			.toList();
	}

	private static String figure(JsonNode row) {
		return row.path("indicator").asString() + " " + row.path("period").asString();
	}

	@Test
	void knownFromIsTheSubmissionsMomentAndDecidedAtTheApprovalsEverywhere() {
		JsonNode figure = this.api.leader()
			.get(FIGURES)
			.json()
			.valueStream()
			.filter((row) -> row.path("indicator").asString().equals("invented-at-risk"))
			.findFirst()
			.orElseThrow();
		JsonNode explained = this.api.leader()
			.get("/api/plans/demo-2024/progress/invented-at-risk/explanation")
			.json()
			.path("inputs")
			.path(0);
		for (JsonNode told : List.of(figure, explained)) {
			assertThat(told.path("known-from").asString()).startsWith("2024-04-12T04:00");
			assertThat(told.path("decided-at").asString()).startsWith("2024-04-15T04:00");
		}
		assertThat(this.api.leader().get("/api/plans/demo-2024/progress").body())
			.contains("\"known-from\":\"" + figure.path("known-from").asString() + "\",\"decided-at\":\""
					+ figure.path("decided-at").asString() + "\"");
		CSVRecord row = csv(this.api.leader().get(FIGURES + "?format=csv").body()).stream()
			.filter((record) -> record.get("indicator").equals("invented-at-risk"))
			.findFirst()
			.orElseThrow();
		assertThat(row.get("known-from")).isEqualTo(figure.path("known-from").asString());
		assertThat(row.get("decided-at")).isEqualTo(figure.path("decided-at").asString());
	}

	/**
	 * A program reads the texts as they were typed, in codes that hold in any language.
	 */
	@Test
	void csvIsExactAndTheSameInEveryLanguage() {
		String chinese = this.api.reviewer().get(FIGURES + "?format=csv").body();
		String english = this.api.reviewer()
			.send(this.api.reviewer().request(FIGURES + "?format=csv&lang=en").setHeader("Accept-Language", "en").GET())
			.body();
		assertThat(english).isEqualTo(chinese);
		CSVRecord row = csv(chinese).stream()
			.filter((record) -> record.get("value").equals("-3.8"))
			.findFirst()
			.orElseThrow();
		assertThat(row.get("note")).isEqualTo(NOTE);
		assertThat(row.get("origin")).isEqualTo("+统计局");
		assertThat(row.get("state")).isEqualTo("returned");
		assertThat(row.get("name-en")).isEqualTo("Investment (invented)");
		assertThat(csv(chinese)).extracting((record) -> record.get("state")).contains("replaced", "approved");
	}

	/** A receiver as the field guide of SDMX-CSV 2.0 has it holds what is in force. */
	@Test
	void receiverOfSdmxHoldsWhatIsInForce() {
		Map<String, Map<String, String>> receiver = new TreeMap<>();
		load(receiver, this.early);
		assertThat(receiver.get("invented-prices 2024-Q1")).containsEntry("OBS_VALUE", "2.1");
		assertThat(receiver).doesNotContainKey("invented-missed 2024-Q1");

		load(receiver, sdmx());

		assertThat(receiver.get("invented-prices 2024-Q1")).doesNotContainKey("OBS_VALUE")
			.containsEntry("OBS_STATUS", "L");
		assertThat(receiver.get("invented-at-risk 2024-Q1")).containsEntry("OBS_VALUE", "6.1");
		assertThat(receiver.get("invented-missed 2024-Q1")).containsEntry("OBS_VALUE", "-3.5");
		assertThat(receiver).hasSize(3);
	}

	/**
	 * I and A, Information and Append: what is absent stays; R, Replace: the observation
	 * is replaced as a whole; D, Delete: of the named values, else of the observation.
	 */
	private static void load(Map<String, Map<String, String>> receiver, String message) {
		for (CSVRecord row : csv(message)) {
			Map<String, String> sent = new LinkedHashMap<>();
			for (String component : List.of("OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE")) {
				if (!row.get(component).isEmpty()) {
					sent.put(component, row.get(component));
				}
			}
			String key = row.get("INDICATOR") + " " + row.get("TIME_PERIOD");
			switch (row.get("ACTION")) {
				case "I", "A" -> receiver.computeIfAbsent(key, (any) -> new LinkedHashMap<>()).putAll(sent);
				case "R" -> receiver.put(key, sent);
				case "D" -> {
					if (sent.isEmpty()) {
						receiver.remove(key);
					}
					else {
						receiver.getOrDefault(key, new LinkedHashMap<>()).keySet().removeAll(sent.keySet());
					}
				}
				default -> throw new IllegalArgumentException(row.get("ACTION"));
			}
		}
	}

	private static List<CSVRecord> csv(String text) {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try {
			return new ArrayList<>(format.parse(new StringReader(text)).getRecords());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String sdmx() {
		return this.api.leader().get(FIGURES + "?format=sdmx-csv").body();
	}

	private String submit(String indicator, @Nullable String value, String more) {
		String reason = more.contains("replaces") ? "\"企业补报" + indicator + "\"" : "null";
		String status = more.contains("\"status\"") ? "" : ",\"status\":\"P\"";
		Api.Answer answer = this.api.staff()
			.post("/api/plans/demo-2024/submissions",
					"{\"period\":\"2024-Q1\",\"reason\":%s,\"figures\":[{\"indicator\":\"%s\",\"value\":%s%s%s}]}"
						.formatted(reason, indicator, (value != null) ? "\"" + value + "\"" : "null", status, more));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	private void approve(String submission) {
		Api.Answer answer = this.api.reviewer().approve(submission);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private void giveBack(String submission) {
		assertThat(
				this.api.reviewer().post("/api/submissions/" + submission + "/return", "{\"reason\":\"请核对\"}").status())
			.isEqualTo(200);
	}

}
