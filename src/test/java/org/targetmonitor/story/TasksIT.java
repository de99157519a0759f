package org.targetmonitor.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Scrape;
import org.targetmonitor.support.ScrapeAssert;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Key tasks and a commitment, reported by the API, the form and a sheet, reviewed, and
 * found on the page, in the API and in the metrics. All figures are invented.
 */
@MonitorTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TasksIT {

	private static final String PLAN = "demo-2024";

	private static final String FILL = "/fill/demo-2024/2024-Q2";

	private static final Pattern KEPT = Pattern.compile("name=\"preview\" value=\"([^\"]*)\"");

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@BeforeEach
	void july() {
		this.clock.setToNoonOf("2024-07-10");
	}

	@Test
	@Order(1)
	void refusesInBothLanguagesAndStoresNothing() {
		assertThat(this.api.reviewer().get("/api/plans/demo-2024/figures").json()).isEmpty();
		refused(task("40", ""), "statement required", "请用一句话说明进展情况", "say how things stand");
		refused(task("40", ",\"statement\":\"在建\",\"evidence\":\"example.org\""), "evidence link", "佐证链接应是",
				"evidence is a whole address");
		refused(task("101", ",\"statement\":\"在建\""), "value range", "累计完成应为0至100，填的是101；超额完成的填100",
				"percent done is from 0 to 100, not 101; where more was done than planned give 100");
		refused("{\"indicator\":\"invented-commitment-1\",\"value\":\"50\",\"status\":\"P\",\"statement\":\"已开展\"}",
				"value no-value", "该项只报进展情况，不填数值", "this is reported by a statement and takes no number");
		assertThat(this.api.reviewer().get("/api/plans/demo-2024/figures").json()).isEmpty();
	}

	@Test
	@Order(2)
	void reportsByTheApiTheFormAndASheet() throws IOException, InterruptedException {
		Api.Answer byApi = this.api.staff()
			.submit(PLAN, "2024-Q2", task("30", ",\"statement\":\"建成三处\",\"evidence\":\"https://example.org/parks\"")
					+ ",{\"indicator\":\"invented-commitment-1\",\"status\":\"P\",\"statement\":\"开展执法检查\"}");
		assertThat(byApi.status()).as(byApi.body()).isEqualTo(201);
		byForm();
		bySheet();
		assertThat(this.api.leader().get("/tasks?plan=demo-2024").body()).as("not reviewed yet")
			.doesNotContain("建成三处", "完工两条路", "改造一半");
		approveAll();
	}

	@Test
	@Order(3)
	void thePageTheApiAndTheMetricsShowThem() {
		String page = this.api.leader().get("/tasks?plan=demo-2024").body();
		assertThat(page).contains("建成三处", "https://example.org/parks", "完工两条路", "改造一半", "开展执法检查")
			.contains("应达45%（节点计划）", "应达50%（序时进度）");
		Api.Answer commitmentsPage = this.api.leader().get("/figures/demo-2024/invented-commitment-1");
		assertThat(commitmentsPage.status()).as("what is not measured has a status all the same").isEqualTo(200);
		assertThat(commitmentsPage.body()).contains("开展执法检查", "快报数");
		JsonNode progress = this.api.leader().get("/api/plans/demo-2024/progress").json();
		JsonNode task = entry(progress, "tasks", "invented-task-lagging");
		assertThat(task.path("status").asString()).isEqualTo("lagging");
		assertThat(task.path("kind").asString()).isEqualTo("task");
		assertThat(task.path("lag-level").asInt()).isEqualTo(2);
		assertThat(new BigDecimal(task.path("verdict").path("pace").asString())).isEqualByComparingTo("0.45");
		assertThat(task.path("stated").path("statement").asString()).isEqualTo("建成三处");
		assertThat(task.path("stated").path("evidence").asString()).isEqualTo("https://example.org/parks");
		assertThat(entry(progress, "tasks", "invented-task-on-track").path("status").asString()).isEqualTo("on_track");
		assertThat(entry(progress, "tasks", "invented-task-made-up").path("status").asString()).isEqualTo("at_risk");
		JsonNode said = entry(progress, "commitments", "invented-commitment-1");
		assertThat(said.path("stated").path("statement").asString()).isEqualTo("开展执法检查");
		assertThat(said.has("status")).isFalse();
		assertThat(said.has("light")).isFalse();
		Scrape scrape = Scrape.of(this.api.prometheus().get("/actuator/prometheus").body());
		Map<String, String> lagging = Map.of("plan", PLAN, "indicator", "invented-task-lagging");
		Map<String, String> commitment = Map.of("plan", PLAN, "indicator", "invented-commitment-1");
		ScrapeAssert.assertThat(scrape)
			.hasSample("targetmonitor_lag_level", lagging, 2)
			.hasSample("targetmonitor_done_ratio", lagging, 0.3)
			.hasSample("targetmonitor_pace_ratio", lagging, 0.45)
			.hasNoSeries("targetmonitor_lag_level", commitment)
			.hasNoSeries("targetmonitor_status", commitment);
		assertThat(scrape.matching("targetmonitor_status", lagging)).filteredOn((sample) -> sample.value() == 1)
			.singleElement()
			.satisfies((sample) -> assertThat(sample.labels()).containsEntry("status", "lagging"));
		assertThat(scrape.matching("targetmonitor_indicator_info", lagging)).singleElement()
			.satisfies((sample) -> assertThat(sample.labels()).containsEntry("kind", "task"));
		assertThat(scrape.matching("targetmonitor_indicator_info", commitment)).singleElement()
			.satisfies((sample) -> assertThat(sample.labels()).containsEntry("kind", "commitment"));
	}

	@Test
	@Order(4)
	void aLaggingTaskCarriesAnOrderAndAnAcceptedDeviation() {
		String order = "督办单第1号";
		String offer = "/oversight/demo-2024/targets/invented-task-lagging";
		assertThat(this.api.reviewer().get("/tasks?plan=demo-2024").body()).contains(offer).doesNotContain(order);
		assertThat(this.api.leader().get("/tasks?plan=demo-2024").body()).as("may not issue one").doesNotContain(offer);
		Api.Answer issued = this.api.reviewer()
			.post("/api/plans/demo-2024/supervision-orders",
					"{\"indicator\":\"invented-task-lagging\",\"cause\":\"虚构\",\"measure\":\"虚构\",\"due\":\"2024-07-31\"}");
		assertThat(issued.status()).as(issued.body()).isEqualTo(201);
		assertThat(this.api.reviewer()
			.post("/api/plans/demo-2024/deviations",
					"{\"indicator\":\"invented-task-lagging\",\"cause\":\"虚构\",\"measure\":\"虚构\","
							+ "\"expectation\":\"年底完成\",\"agreed-by\":\"区政府\",\"until\":\"2024-12-31\"}")
			.status()).isEqualTo(201);
		assertThat(this.api.leader().get("/tasks?plan=demo-2024").body()).contains(order + "：待回复")
			.contains("href=\"/oversight/demo-2024/1\"")
			.contains("滞后（已认可，至2024-12-31）");
		assertThat(this.api.reviewer().get("/tasks?plan=demo-2024").body()).doesNotContain(offer);
	}

	@Test
	@Order(5)
	void anEarlierDayShowsNothingOfIt() {
		assertThat(this.api.leader().get("/tasks?plan=demo-2024&asOf=2024-07-09").body()).doesNotContain("建成三处",
				"完工两条路", "改造一半", "开展执法检查");
		JsonNode progress = this.api.leader().get("/api/plans/demo-2024/progress?asOf=2024-07-09T00:00:00Z").json();
		assertThat(entry(progress, "tasks", "invented-task-lagging").path("status").asString())
			.isEqualTo("awaiting_figure");
		assertThat(entry(progress, "commitments", "invented-commitment-1").has("stated")).isFalse();
	}

	private static String task(String value, String rest) {
		return "{\"indicator\":\"invented-task-lagging\",\"value\":\"%s\",\"status\":\"P\"%s}".formatted(value, rest);
	}

	private void refused(String figure, String rule, String zh, String en) {
		for (String language : List.of("zh-CN", "en")) {
			Api staff = this.api.staff();
			Api.Answer answer = staff.send(staff.request("/api/plans/demo-2024/submissions")
				.setHeader("Accept-Language", language)
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers
					.ofString("{\"period\":\"2024-Q2\",\"figures\":[%s]}".formatted(figure))));
			assertThat(answer.status()).as(answer.body()).isEqualTo(422);
			assertThat(answer.json().path("errors").valueStream())
				.extracting((error) -> error.path("field").asString() + " " + error.path("rule").asString())
				.containsExactly(rule);
			assertThat(answer.body()).contains(language.equals("en") ? en : zh);
		}
	}

	private void byForm() {
		Api.Answer bare = post(FILL,
				Map.of("invented-task-on-track.value", "60", "invented-task-on-track.status", "P"));
		assertThat(bare.status()).as(bare.body()).isEqualTo(422);
		assertThat(bare.body()).contains("请用一句话说明进展情况");
		Api.Answer sent = post(FILL,
				Map.of("invented-task-on-track.value", "60", "invented-task-on-track.status", "P",
						"invented-task-on-track.statement", "完工两条路", "invented-task-on-track.evidence",
						"https://example.org/roads"));
		String receipt = sent.response().headers().firstValue("Location").orElse(sent.body());
		assertThat(receipt).contains("/fill/receipts/");
		assertThat(works().get(receipt.substring(receipt.indexOf("/fill/"))).body()).contains("完工两条路",
				"<a class=\"block\" href=\"https://example.org/roads\"");
	}

	private void bySheet() throws IOException, InterruptedException {
		Api works = works();
		HttpResponse<byte[]> template = HttpClient.newHttpClient()
			.send(works.request(FILL + "/sheet.xlsx").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
		assertThat(template.statusCode()).isEqualTo(200);
		Api.Answer preview = upload(filled(template.body()));
		assertThat(preview.body()).contains("改造一半", "确认报送1项");
		Matcher kept = KEPT.matcher(preview.body());
		assertThat(kept.find()).isTrue();
		assertThat(post(FILL + "/sheet/confirm", Map.of("preview", kept.group(1))).status()).isEqualTo(302);
	}

	/** Types percent done and a sentence into the template, as staff do. */
	private static byte[] filled(byte[] template) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			int value = -1;
			int statement = -1;
			for (Row row : workbook.getSheetAt(0)) {
				for (Cell cell : row) {
					value = cell.toString().startsWith("数值") ? cell.getColumnIndex() : value;
					statement = cell.toString().startsWith("进展情况") ? cell.getColumnIndex() : statement;
				}
				if (row.getCell(0) != null && row.getCell(0).toString().equals("invented-task-made-up")) {
					row.getCell(value).setCellValue(45);
					row.getCell(statement).setCellValue("改造一半");
				}
			}
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private Api.Answer upload(byte[] file) {
		return works().upload(FILL + "/sheet", "q2.xlsx", file);
	}

	private Api.Answer post(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		Api works = works();
		return works.send(works.request(path)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private Api works() {
		return this.api.as("works", Api.submitting("demo-2024", "works"));
	}

	private void approveAll() {
		List<String> submissions = this.api.reviewer()
			.get("/api/plans/demo-2024/figures")
			.json()
			.valueStream()
			.map((row) -> row.path("submission").asString())
			.distinct()
			.toList();
		assertThat(submissions).hasSize(3);
		submissions.forEach((id) -> assertThat(this.api.reviewer().approve(id).status()).isEqualTo(200));
	}

	private static JsonNode entry(JsonNode progress, String list, String indicator) {
		return progress.path(list)
			.valueStream()
			.filter((entry) -> entry.path("indicator").asString().equals(indicator))
			.findFirst()
			.orElseThrow();
	}

}
