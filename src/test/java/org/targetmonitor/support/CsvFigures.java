package org.targetmonitor.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;

/** Hands in the figures of a CSV file by the API, each quarter's on the day it is due. */
public final class CsvFigures {

	/** The real figures of 2024. */
	public static final String REAL = "/newcomer/figures-2024.csv";

	/** The figures of the invented plan. */
	public static final String INVENTED = "/newcomer/demo-2024-invented.csv";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** 15 working days after the quarter, by the calendars of 2024 and 2025. */
	private static final Map<String, String> DUE = Map.of("2024-Q1", "2024-04-22", "2024-Q2", "2024-07-19", "2024-Q3",
			"2024-10-25", "2024-Q4", "2025-01-22", "2024", "2025-01-22");

	private final Api api;

	private final SettableClock clock;

	public CsvFigures(Api api, SettableClock clock) {
		this.api = api;
		this.clock = clock;
	}

	/**
	 * Submits and approves what was due by {@code day}, file by file; the clock is left
	 * at noon of {@code day}.
	 */
	public void enterUntil(String day, String... files) {
		for (String file : files) {
			batches(file).forEach((batch, rows) -> {
				String due = Objects.requireNonNull(DUE.get(batch.get(1)), "a due day is not known: " + batch);
				if (due.compareTo(day) <= 0) {
					this.clock.setToNoonOf(due);
					enter(batch.get(0), batch.get(1), rows);
				}
			});
		}
		this.clock.setToNoonOf(day);
	}

	private void enter(String plan, String period, List<CSVRecord> rows) {
		String body = JSON
			.writeValueAsString(Map.of("period", period, "figures", rows.stream().map(CsvFigures::figure).toList()));
		Api.Answer submitted = this.api.staff().post("/api/plans/" + plan + "/submissions", body);
		expect(201, submitted, plan + " " + period);
		expect(200, this.api.reviewer().approve(submitted.json().path("id").asString()), plan + " " + period);
	}

	private static void expect(int status, Api.Answer answer, String what) {
		if (answer.status() != status) {
			throw new IllegalStateException(what + ": " + answer.status() + " " + answer.body());
		}
	}

	private static Map<String, String> figure(CSVRecord row) {
		Map<String, String> figure = new LinkedHashMap<>();
		for (String key : List.of("indicator", "value", "level", "status", "origin", "statement", "evidence")) {
			if (row.isMapped(key) && !row.get(key).isEmpty()) {
				figure.put(key, row.get(key));
			}
		}
		if (row.get("status").equals("L")) {
			figure.put("note", "尚未收到");
		}
		return figure;
	}

	private static Map<List<String>, List<CSVRecord>> batches(String file) {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		Map<List<String>, List<CSVRecord>> batches = new LinkedHashMap<>();
		try (InputStream in = Objects.requireNonNull(CsvFigures.class.getResourceAsStream(file), file);
				Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			for (CSVRecord row : format.parse(reader)) {
				batches.computeIfAbsent(List.of(row.get("plan"), row.get("period")), (key) -> new ArrayList<>())
					.add(row);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return batches;
	}

}
