package org.targetmonitor.story;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The year 2024 with its real figures, quarter by quarter: submitted on the due day,
 * approved, and read on the day after. What must be found stands here as it was worked
 * out by hand.
 */
@MonitorTest
class YearOf2024IT {

	private static final Path FIGURES = Path.of("src/main/resources/newcomer/figures-2024.csv");

	private static final List<String> PLANS = List.of("china-2024", "hangzhou-2024", "yuhang-2024");

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Test
	void standsAsTheFiguresSay() throws IOException {
		onTheDueDayOf("2024-Q1", "2024-04-22");
		readOn("2024-04-23", """
				china-2024    gdp                      on_track        2024-Q1  0.5   0.005   -      -      in-time
				china-2024    urban-jobs               awaiting_figure -        -     -       -      -      overdue
				china-2024    unemployment             awaiting_figure -        -     -       -      -      overdue
				china-2024    cpi                      awaiting_figure -        -     -       -      -      overdue
				china-2024    income                   awaiting_figure -        -     -       -      -      overdue
				china-2024    grain                    awaiting_figure -        -     -       -      -      in-time
				china-2024    energy-intensity         awaiting_figure -        -     -       -      -      in-time
				hangzhou-2024 gdp                      at_risk         2024-Q1  -0.2  -0.002  -      -      in-time
				yuhang-2024   gdp                      awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   digital-core             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   agriculture              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   industry                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   services                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fiscal-revenue           awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   budget-revenue           awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fixed-investment         awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   retail-sales             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   goods-trade              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rd-intensity             awaiting_figure -        -     -       -      -      in-time
				yuhang-2024   urban-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-over-urban-income  awaiting_figure -        -     -       -      -      never-due
				yuhang-2024   energy-and-emissions     awaiting_target -        -     -       -      -      never-due
				""");

		onTheDueDayOf("2024-Q2", "2024-07-19");
		readOn("2024-07-20", """
				china-2024    gdp                      on_track        2024-Q2  0.2   0.002   -      -      in-time
				china-2024    urban-jobs               on_track        2024-Q2  8.17  0.0817  0.5817 0.5000 in-time
				china-2024    unemployment             on_track        2024-Q2  0.4   0.004   -      -      in-time
				china-2024    cpi                      on_track        2024-Q2  2.9   0.029   -      -      in-time
				china-2024    income                   on_track        2024-Q2  0.8   0.008   -      -      in-time
				china-2024    grain                    awaiting_figure -        -     -       -      -      in-time
				china-2024    energy-intensity         awaiting_figure -        -     -       -      -      in-time
				hangzhou-2024 gdp                      at_risk         2024-Q1  -0.2  -0.002  -      -      overdue
				yuhang-2024   gdp                      awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   digital-core             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   agriculture              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   industry                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   services                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fiscal-revenue           awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   budget-revenue           awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fixed-investment         awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   retail-sales             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   goods-trade              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rd-intensity             awaiting_figure -        -     -       -      -      in-time
				yuhang-2024   urban-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-over-urban-income  awaiting_figure -        -     -       -      -      never-due
				yuhang-2024   energy-and-emissions     awaiting_target -        -     -       -      -      never-due
				""");

		onTheDueDayOf("2024-Q3", "2024-10-25");
		readOn("2024-10-26", """
				china-2024    gdp                      on_track        2024-Q3  0.0   0       -      -      in-time
				china-2024    urban-jobs               on_track        2024-Q3  12.42 0.1242  0.8742 0.7500 in-time
				china-2024    unemployment             on_track        2024-Q2  0.4   0.004   -      -      overdue
				china-2024    cpi                      on_track        2024-Q2  2.9   0.029   -      -      overdue
				china-2024    income                   on_track        2024-Q2  0.8   0.008   -      -      overdue
				china-2024    grain                    awaiting_figure -        -     -       -      -      in-time
				china-2024    energy-intensity         awaiting_figure -        -     -       -      -      in-time
				hangzhou-2024 gdp                      lagging         2024-Q3  -0.8  -0.008  -      -      in-time
				yuhang-2024   gdp                      awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   digital-core             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   agriculture              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   industry                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   services                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fiscal-revenue           awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   budget-revenue           awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fixed-investment         awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   retail-sales             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   goods-trade              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rd-intensity             awaiting_figure -        -     -       -      -      in-time
				yuhang-2024   urban-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-over-urban-income  awaiting_figure -        -     -       -      -      never-due
				yuhang-2024   energy-and-emissions     awaiting_target -        -     -       -      -      never-due
				""");

		onTheDueDayOf("2024-Q4", "2025-01-22");
		onTheDueDayOf("2024", "2025-01-22");
		String year = """
				china-2024    gdp                      achieved        2024-Q4  0.2   0.002   -      -      in-time
				china-2024    urban-jobs               achieved        2024-Q4  4.67  0.0467  1.0467 1.0000 in-time
				china-2024    unemployment             achieved        2024-Q4  0.4   0.004   -      -      in-time
				china-2024    cpi                      achieved        2024-Q4  2.8   0.028   -      -      in-time
				china-2024    income                   achieved        2024-Q4  0.6   0.006   -      -      in-time
				china-2024    grain                    achieved        2024     8.69  0.0869  1.0869 1.0000 in-time
				china-2024    energy-intensity         awaiting_figure -        -     -       -      -      in-time
				hangzhou-2024 gdp                      missed          2024-Q4  -0.6  -0.006  -      -      in-time
				yuhang-2024   gdp                      achieved        2024-Q4  0.0   0       -      -      in-time
				yuhang-2024   digital-core             achieved        2024-Q4  2.2   0.022   -      -      in-time
				yuhang-2024   agriculture              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   industry                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   services                 awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   fiscal-revenue           awaiting_figure -        -     -       -      -      in-time
				yuhang-2024   budget-revenue           awaiting_figure -        -     -       -      -      in-time
				yuhang-2024   fixed-investment         awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   retail-sales             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   goods-trade              awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rd-intensity             awaiting_figure -        -     -       -      -      in-time
				yuhang-2024   urban-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-income             awaiting_figure -        -     -       -      -      overdue
				yuhang-2024   rural-over-urban-income  awaiting_figure -        -     -       -      -      never-due
				yuhang-2024   energy-and-emissions     awaiting_target -        -     -       -      -      never-due
				""";
		readOn("2025-01-23", year);

		readOn("2025-12-31", year.replace("overdue", "in-time"));
		whatStillWaitedIsNotAssessed();
		earlierDaysReadAsTheyWere();
	}

	private void onTheDueDayOf(String period, String day) throws IOException {
		this.clock.setToNoonOf(day);
		for (Map.Entry<String, List<String>> submission : figuresOf(period).entrySet()) {
			Api.Answer submitted = this.api.staff()
				.submit(submission.getKey(), period, String.join(",", submission.getValue()));
			assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
			assertThat(this.api.reviewer().approve(submitted.json().path("id").asString()).status()).isEqualTo(200);
		}
	}

	private static Map<String, List<String>> figuresOf(String period) throws IOException {
		Map<String, List<String>> figures = new LinkedHashMap<>();
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (Reader reader = Files.newBufferedReader(FIGURES)) {
			for (CSVRecord row : format.parse(reader)) {
				if (row.get("period").equals(period)) {
					figures.computeIfAbsent(row.get("plan"), (plan) -> new ArrayList<>()).add(json(row));
				}
			}
		}
		assertThat(figures).isNotEmpty();
		return figures;
	}

	private static String json(CSVRecord row) {
		List<String> fields = new ArrayList<>();
		for (String field : List.of("indicator", "value", "level", "status", "origin")) {
			if (!row.get(field).isEmpty()) {
				fields.add("\"%s\":\"%s\"".formatted(field, row.get(field)));
			}
		}
		return "{" + String.join(",", fields) + "}";
	}

	private void readOn(String day, String expected) {
		this.clock.setToNoonOf(day);
		assertThat(fromTheApi()).isEqualTo(lines(expected));
		assertThat(fromTheMetrics()).isEqualTo(lines(withoutMargin(expected)));
	}

	private static List<String> lines(String table) {
		return table.lines().map((line) -> line.strip().replaceAll(" +", " ")).toList();
	}

	/**
	 * Metrics give the margin as a ratio only, and no line in time for targets that are
	 * never due.
	 */
	private static String withoutMargin(String table) {
		return table.lines()
			.map((line) -> line.strip().split(" +", -1))
			.map((words) -> String.join(" ", words[0], words[1], words[2], words[5], words[6], words[7], words[8]))
			.reduce("", (all, line) -> all + line + "\n");
	}

	private List<String> fromTheApi() {
		List<String> lines = new ArrayList<>();
		for (String plan : PLANS) {
			JsonNode document = this.api.leader().get("/api/plans/" + plan + "/progress").json();
			document.path("targets").forEach((target) -> lines.add(line(plan, target)));
		}
		return lines;
	}

	private static String line(String plan, JsonNode target) {
		boolean level = target.path("verdict").has("done");
		boolean reported = !List.of("rural-over-urban-income", "energy-and-emissions")
			.contains(target.path("indicator").asString());
		return String.join(" ", plan, target.path("indicator").asString(), target.path("status").asString(),
				target.path("period").asString("-"), rounded(target.path("margin").asString("-"), level ? 2 : -1),
				rounded(target.path("margin-ratio").asString("-"), level ? 4 : -1),
				rounded(target.path("verdict").path("done").asString("-"), 4),
				rounded(target.path("verdict").path("pace").asString("-"), 4),
				target.path("overdue").asBoolean() ? "overdue" : reported ? "in-time" : "never-due");
	}

	private static String rounded(String number, int decimals) {
		if (number.equals("-") || decimals < 0) {
			return number;
		}
		return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
	}

	private List<String> fromTheMetrics() {
		String scrape = this.api.prometheus().get("/actuator/prometheus").body();
		List<String> lines = new ArrayList<>();
		for (String line : fromTheApi()) {
			String[] words = line.split(" ", -1);
			lines.add(measured(scrape, words[0], words[1]));
		}
		return lines;
	}

	private static String measured(String scrape, String plan, String indicator) {
		Matcher status = Pattern
			.compile("targetmonitor_status\\{indicator=\"%s\",plan=\"%s\",status=\"(\\w+)\"} 1\\.0".formatted(indicator,
					plan))
			.matcher(scrape);
		assertThat(status.find()).as("one status of %s %s is 1", plan, indicator).isTrue();
		String found = status.group(1);
		assertThat(status.find()).as("only one status of %s %s is 1", plan, indicator).isFalse();
		String done = sample(scrape, "targetmonitor_done_ratio", plan, indicator);
		String overdue = sample(scrape, "targetmonitor_submissions_overdue", plan, indicator);
		return String.join(" ", plan, indicator, found,
				ratio(sample(scrape, "targetmonitor_margin_ratio", plan, indicator), done.equals("-") ? -1 : 4),
				ratio(done, 4), ratio(sample(scrape, "targetmonitor_pace_ratio", plan, indicator), 4),
				overdue.equals("-") ? "never-due" : overdue.equals("1.0") ? "overdue" : "in-time");
	}

	private static String sample(String scrape, String name, String plan, String indicator) {
		Matcher sample = Pattern
			.compile("(?m)^%s\\{indicator=\"%s\",plan=\"%s\"} (\\S+)$".formatted(name, indicator, plan))
			.matcher(scrape);
		return sample.find() ? sample.group(1) : "-";
	}

	/** A sample as the expected table writes it: 0.0 is 0. */
	private static String ratio(String sample, int decimals) {
		if (sample.equals("-")) {
			return sample;
		}
		BigDecimal number = new BigDecimal(sample);
		return (decimals >= 0) ? number.setScale(decimals, RoundingMode.HALF_UP).toPlainString()
				: (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	private void whatStillWaitedIsNotAssessed() {
		JsonNode document = this.api.leader().get("/api/plans/yuhang-2024/progress").json();
		assertThat(document.path("open").asBoolean()).isFalse();
		assertThat(document.path("targets").valueStream())
			.filteredOn((target) -> target.path("status").asString().startsWith("awaiting"))
			.hasSize(13)
			.allMatch((target) -> target.path("status-words").path("zh").asString().equals("未评价"));
		assertThat(this.api.prometheus().get("/actuator/prometheus").body())
			.contains("targetmonitor_plan_open{plan=\"yuhang-2024\"} 0.0");
	}

	private void earlierDaysReadAsTheyWere() {
		JsonNode document = this.api.leader().get("/api/plans/hangzhou-2024/progress?asOf=2024-10-26T00:00:00Z").json();
		assertThat(document.path("open").asBoolean()).isTrue();
		assertThat(document.path("targets").path(0).path("status").asString()).isEqualTo("lagging");
		assertThat(document.path("targets").path(0).path("period").asString()).isEqualTo("2024-Q3");
	}

}
