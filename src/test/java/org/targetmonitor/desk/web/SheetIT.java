package org.targetmonitor.desk.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.util.HtmlUtils;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A department reports by sheet: template, preview, confirmation. */
@MonitorTest
class SheetIT {

	private static final String SHEET = "/fill/yuhang-2024/2024-Q1/sheet";

	private static final Pattern KEPT = Pattern.compile("name=\"preview\" value=\"([^\"]*)\"");

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Autowired
	SheetController controller;

	@Autowired
	JdbcClient jdbc;

	@Test
	void quarterPassesThroughSheetAsThroughTheApi() throws Exception {
		this.clock.setToNoonOf("2024-04-15");
		byte[] filled = filled(template(this.api.finance(), SHEET + ".xlsx"),
				Map.of("fiscal-revenue", -3.8, "budget-revenue", 5.3));

		// As it was downloaded: nothing is done
		assertThat(this.api.finance().upload(SHEET, "q1.xlsx", template(this.api.finance(), SHEET + ".xlsx")).body())
			.contains("2项未填，没有可报送的内容")
			.doesNotContain("与现有数据一致");

		// Preview: both are new, nothing is stored yet
		Api.Answer preview = this.api.finance().upload(SHEET, "q1.xlsx", filled);
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.body()).contains("新增")
			.contains("-3.8")
			.contains("确认报送2项")
			.containsPattern("<h2 tabindex=\"-1\" autofocus[^>]*>预览：q1.xlsx");
		assertThat(figures("2024-Q1")).isEmpty();

		// Confirmed, and confirmed a second time by a second click
		Api.Answer confirmed = confirm(this.api.finance(), SHEET, preview, Map.of());
		assertThat(confirmed.status()).isEqualTo(302);
		assertThat(confirm(this.api.finance(), SHEET, preview, Map.of()).response().headers().firstValue("Location"))
			.isEqualTo(confirmed.response().headers().firstValue("Location"));
		Api.Answer receipt = this.api.finance().shown(confirmed);
		assertThat(receipt.body()).contains("报送回执", "-3.8%", "5.3%");
		List<String> bySheet = figures("2024-Q1");
		assertThat(bySheet).containsExactly("budget-revenue 1 5.3 P submitted", "fiscal-revenue 1 -3.8 P submitted");

		// The same file again changes nothing
		Api.Answer again = this.api.finance().upload(SHEET, "q1.xlsx", filled);
		assertThat(again.body()).contains("与现有数据一致").doesNotContain("name=\"preview\"");
		assertThat(figures("2024-Q1")).isEqualTo(bySheet);

		// By the API the same figures of the next quarter are stored alike
		this.clock.setToNoonOf("2024-07-15");
		assertThat(this.api.finance()
			.submit("yuhang-2024", "2024-Q2",
					"{\"indicator\":\"fiscal-revenue\",\"value\":\"-3.8\",\"status\":\"P\"},"
							+ "{\"indicator\":\"budget-revenue\",\"value\":\"5.3\",\"status\":\"P\"}")
			.status()).isEqualTo(201);
		assertThat(figures("2024-Q2")).isEqualTo(bySheet);

		// A correction shows old and new, and asks why
		Api.Answer correction = this.api.finance()
			.upload(SHEET, "q1.xlsx",
					filled(template(this.api.finance(), SHEET + ".xlsx"), Map.of("fiscal-revenue", -3.5)));
		assertThat(correction.body()).contains("<del>-3.8</del>").contains("(+0.3)").contains("name=\"reason\"");
		assertThat(confirm(this.api.finance(), SHEET, correction, Map.of()).status()).isEqualTo(422);
		assertThat(confirm(this.api.finance(), SHEET, correction, Map.of("reason", "录入有误")).status()).isEqualTo(302);
		assertThat(figures("2024-Q1")).contains("fiscal-revenue 2 -3.5 P submitted");

		// What was previewed before that is overtaken
		Api.Answer stale = confirm(this.api.finance(), SHEET, correction, Map.of("reason", "又一次"));
		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.body()).contains("预览之后数据已有变动");
	}

	/**
	 * The preview has an address: loading it again sends nothing, says all that the first
	 * one said, in either language, and after the confirmation that nothing is left to
	 * do.
	 */
	@Test
	void previewIsKeptWhereGoingBackFindsIt() {
		this.clock.setToNoonOf("2025-01-15");
		String path = "/fill/yuhang-2024/2024-Q4/sheet";
		Api finance = this.api.finance();
		String rows = "计划代码,yuhang-2024,报告期,2024Q4\n指标代码,数值,备用列\nbudget-revenue,,1\nfiscal-revenue,下降4.1%,2\n";
		Api.Answer preview = finance.upload(path, "q4.csv", rows.getBytes(StandardCharsets.UTF_8));
		String address = preview.response().request().uri().getPath();
		assertThat(address).startsWith(path + "/previews/");
		assertThat(preview.body()).contains("q4.csv", "“下降4.1%”按-4.1读取", "未读取不认识的列：C 备用列", "未填数据，不报送", "确认报送1项")
			.contains("<td class=\"number\" data-label=\"行\">4</td>");
		assertThat(main(finance.get(address))).isEqualTo(main(preview));
		assertThat(finance.get(address + "?lang=en").body()).contains("下降4.1%&quot; is read as -4.1", "Submit 1");
		assertThat(this.api.staff().get(address).status()).as("another's preview").isEqualTo(410);
		assertThat(confirm(finance, path, preview, Map.of()).status()).isEqualTo(302);
		Api.Answer back = finance.get(address);
		assertThat(back.status()).isEqualTo(200);
		assertThat(back.body()).contains("与现有数据一致").doesNotContain("确认报送");
	}

	private static String main(Api.Answer answer) {
		String body = answer.body();
		return body.substring(body.indexOf("<h1"), body.indexOf("</main>"))
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

	/** Twelve hours, and five of an account. */
	@Test
	void previewIsOverAfterTwelveHoursOrFiveOthers() {
		this.clock.set(Instant.parse("2024-07-15T00:00:00Z"));
		String path = "/fill/yuhang-2024/2024-Q2/sheet";
		Api finance = this.api.finance();
		String first = finance.upload(path, "q2.csv", csv("7.1")).response().request().uri().getPath();
		this.clock.set(Instant.parse("2024-07-15T12:00:00Z"));
		assertThat(finance.get(first).status()).isEqualTo(200);
		this.clock.set(Instant.parse("2024-07-15T12:00:01Z"));
		Api.Answer over = finance.get(first);
		assertThat(over.status()).isEqualTo(410);
		assertThat(over.body()).contains("预览已过期或已被后来的预览取代，未作任何保存");
		String id = first.substring(first.lastIndexOf('/') + 1);
		assertThat(confirm(finance, path, id, Map.of()).status()).isEqualTo(410);

		String second = finance.upload(path, "q2.csv", csv("7.2")).response().request().uri().getPath();
		assertThat(this.jdbc.sql("SELECT count(*) FROM sheet_preview WHERE id = CAST(:id AS uuid)")
			.param("id", id)
			.query(Integer.class)
			.single()).as("what is over is removed").isZero();
		IntStream.range(0, 4).forEach((other) -> finance.upload(path, "q2.csv", csv("7." + other)));
		assertThat(finance.get(second).status()).as("the oldest of five").isEqualTo(200);
		finance.upload(path, "q2.csv", csv("7.9"));
		assertThat(finance.get(second).status()).as("the sixth from the end").isEqualTo(410);
	}

	/** Two are read at once, the third is told to wait; each gives its place back. */
	@Test
	void thirdUploadAtOnceIsToldToWait() throws Exception {
		this.clock.setToNoonOf("2024-04-15");
		Api finance = this.api.finance();
		Semaphore places = (Semaphore) Objects.requireNonNull(ReflectionTestUtils.getField(this.controller, "places"));
		assertThat(places.tryAcquire(2)).as("two are being read").isTrue();
		try {
			Api.Answer third = finance.upload(SHEET, "x.csv", csv("8.1"));
			assertThat(third.status()).isEqualTo(503);
			assertThat(third.response().headers().firstValue("Retry-After")).contains("5");
			assertThat(third.body()).contains("正在读取其他人上传的文件，请等几秒后重新上传；未保存任何数据");
		}
		finally {
			places.release(2);
		}
		for (String file : List.of("指标代码,数值\n", "指标代码,数值\nfiscal-revenue,x\n", "指标代码,数值\nfiscal-revenue,8.1\n")) {
			assertThat(finance.upload(SHEET, "x.csv", file.getBytes(StandardCharsets.UTF_8)).status()).isIn(200, 422);
		}
		assertThat(places.availablePermits()).isEqualTo(2);
	}

	/** What was returned is owed again, whatever the sheet says. */
	@Test
	void returnedFigureIsHandedInAgainUnchangedAndWhatWasTypedIsKept() {
		this.clock.setToNoonOf("2024-10-15");
		String path = "/fill/yuhang-2024/2024-Q3/sheet";
		Api.Answer first = this.api.finance()
			.submit("yuhang-2024", "2024-Q3",
					"{\"indicator\":\"fiscal-revenue\",\"value\":\"5.0\",\"status\":\"P\",\"origin\":\"财政快报\",\"note\":\"未含退税\"}");
		this.api.reviewer()
			.post("/api/submissions/" + first.json().path("id").asString() + "/return", "{\"reason\":\"请核实\"}");

		Api.Answer preview = this.api.finance().upload(path, "q3.csv", csv("5.0"));
		assertThat(preview.body()).contains("变更")
			.contains("上一版已退回（请核实）")
			.contains("<del>未含退税</del>")
			.contains("确认报送1项");
		Api.Answer bare = confirm(this.api.finance(), path, preview, Map.of("name", "q3.csv"));
		assertThat(bare.status()).isEqualTo(422);
		assertThat(bare.body()).contains("须说明原因").contains("预览：q3.csv").contains("确认报送1项");
		assertThat(confirm(this.api.finance(), path, bare, Map.of("reason", "核实无误")).status()).isEqualTo(302);
		assertThat(figures("2024-Q3")).contains("fiscal-revenue 2 5.0 P submitted");
		assertThat(this.api.reviewer().get("/api/plans/yuhang-2024/figures").body()).contains("财政快报");

		// Another clerk is faster: what was typed is kept, what is there now is shown
		Api.Answer slow = this.api.finance().upload(path, "q3.csv", csv("4.9"));
		this.api.finance()
			.post("/api/plans/yuhang-2024/submissions",
					"{\"period\":\"2024-Q3\",\"reason\":\"更正\",\"figures\":[{\"indicator\":\"fiscal-revenue\",\"value\":\"5.1\",\"status\":\"P\",\"replaces\":2,\"note\":\"未含退税\"}]}");
		Api.Answer stale = confirm(this.api.finance(), path, slow, Map.of("reason", "核对后更正"));
		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.body()).contains("value=\"核对后更正\"")
			.contains("<del>5.1</del>")
			.as("a note that the sheet leaves blank is shown as taken away")
			.contains("<del>未含退税</del>");
		assertThat(confirm(this.api.finance(), path, stale, Map.of("reason", "核对后更正")).status()).isEqualTo(302);
		assertThat(figures("2024-Q3")).contains("fiscal-revenue 4 4.9 P submitted");
	}

	private static byte[] csv(String value) {
		return ("指标代码,数值\nfiscal-revenue," + value + "\n").getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void anotherDepartmentsFiguresAreNeitherSeenNorWritten() throws Exception {
		this.clock.setToNoonOf("2024-04-15");
		assertThat(this.api.finance().get(SHEET + ".xlsx?department=commerce").status()).isEqualTo(403);
		assertThat(this.api.leader().get(SHEET).status()).isEqualTo(403);
		byte[] csv = "指标代码,数值\nretail-sales,5.3\n".getBytes(StandardCharsets.UTF_8);
		Api.Answer preview = this.api.finance().upload(SHEET, "x.csv", csv);
		assertThat(preview.status()).isEqualTo(422);
		assertThat(preview.body()).contains("A2：").contains("您的账号无权报送").doesNotContain("name=\"preview\"");
		Api.Answer own = this.api.finance().upload(SHEET, "x.csv", csv("5.3"));
		assertThat(confirm(this.api.staff(), SHEET, own, Map.of()).status())
			.as("another's preview is nobody else's to confirm")
			.isEqualTo(410);
		assertThat(this.api.reviewer().get("/api/plans/yuhang-2024/figures").body()).doesNotContain("retail-sales");
	}

	@Test
	void sheetOfAnotherQuarterIsRefusedInTheReadersLanguage() throws Exception {
		this.clock.setToNoonOf("2024-07-15");
		byte[] first = filled(template(this.api.finance(), SHEET + ".xlsx"), Map.of("fiscal-revenue", 5.3));
		Api.Answer preview = this.api.finance().upload("/fill/yuhang-2024/2024-Q2/sheet?lang=en", "q1.xlsx", first);
		assertThat(preview.status()).isEqualTo(422);
		assertThat(preview.body())
			.contains("this sheet is of the first quarter of 2024, not of the first half of 2024");
	}

	private byte[] template(Api api, String path) throws IOException, InterruptedException {
		HttpResponse<byte[]> response = HttpClient.newHttpClient()
			.send(api.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

	/** Types values into the template, as staff do. */
	private static byte[] filled(byte[] template, Map<String, Double> values) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			int column = -1;
			for (Row row : workbook.getSheetAt(0)) {
				for (Cell cell : row) {
					column = cell.toString().startsWith("数值") ? cell.getColumnIndex() : column;
				}
				Double value = (row.getCell(0) != null) ? values.get(row.getCell(0).toString()) : null;
				if (value != null) {
					row.getCell(column).setCellValue(value);
				}
			}
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static Api.Answer confirm(Api api, String path, Api.Answer preview, Map<String, String> answers) {
		Matcher kept = KEPT.matcher(preview.body());
		assertThat(kept.find()).isTrue();
		return confirm(api, path, HtmlUtils.htmlUnescape(kept.group(1)), answers);
	}

	private static Api.Answer confirm(Api api, String path, String kept, Map<String, String> answers) {
		Map<String, String> form = new LinkedHashMap<>(answers);
		form.put("preview", kept);
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return api.send(api.request(path + "/confirm")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private List<String> figures(String period) {
		return this.api.reviewer()
			.get("/api/plans/yuhang-2024/figures")
			.json()
			.valueStream()
			.filter((row) -> row.path("period").asString().equals(period))
			.map((row) -> row.path("indicator").asString() + " " + row.path("revision").asInt() + " "
					+ row.path("value").asString() + " " + row.path("status").asString() + " "
					+ row.path("state").asString())
			.toList();
	}

}
