package org.targetmonitor.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.submission.Detail;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a figure may say beside its number goes in by every door and is read wherever
 * figures are: whoever adds another one finds here which place was forgotten. All figures
 * are invented.
 */
@MonitorTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DetailsIT {

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

	/** What has a field of its own; the other stands in place of the value. */
	private static Stream<Detail> details() {
		return Detail.all().filter((detail) -> !detail.isInPlaceOfValue());
	}

	private static String text(Detail detail) {
		return switch (detail.kind()) {
			case LINE, TEXT -> "虚构的" + detail.words().zh();
			case LINK -> "https://example.org/" + detail.key();
			case DAY -> "2024-07-08";
		};
	}

	@Test
	@Order(1)
	void goInByTheApi() {
		String details = details().map((detail) -> ",\"%s\":\"%s\"".formatted(detail.key(), text(detail)))
			.collect(Collectors.joining());
		Api.Answer answer = this.api.staff()
			.submit("demo-2024", "2024-Q2",
					"{\"indicator\":\"invented-task-lagging\",\"value\":\"30\",\"status\":\"P\"" + details + "}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		isRead("invented-task-lagging");
	}

	@Test
	@Order(2)
	void goInByTheForm() {
		String page = works().get(FILL).body();
		String body = details().map((detail) -> {
			String name = "invented-task-on-track." + detail.key();
			assertThat(page).as(name).contains("name=\"" + name + "\"");
			return name + "=" + URLEncoder.encode(text(detail), StandardCharsets.UTF_8);
		}).collect(Collectors.joining("&"));
		Api.Answer sent = post(FILL, "invented-task-on-track.value=60&invented-task-on-track.status=P&" + body);
		String receipt = sent.response().headers().firstValue("Location").orElse(sent.body());
		assertThat(receipt).contains("/fill/receipts/");
		assertThat(works().get(receipt.substring(receipt.indexOf("/fill/"))).body())
			.contains(details().map(DetailsIT::text).toList());
		isRead("invented-task-on-track");
	}

	@Test
	@Order(3)
	void goInByASheet() {
		String headings = details().map((detail) -> detail.label().zh()).collect(Collectors.joining(","));
		String texts = details().map(DetailsIT::text).collect(Collectors.joining(","));
		assertThat(works().get(FILL + "/sheet.csv").body()).contains(headings.split(","));
		Api.Answer preview = works().upload(FILL + "/sheet", "q2.csv",
				"指标代码,数值,%s\ninvented-task-made-up,45,%s\n".formatted(headings, texts)
					.getBytes(StandardCharsets.UTF_8));
		assertThat(preview.body()).contains("确认报送1项").contains(details().map(DetailsIT::text).toList());
		Matcher kept = KEPT.matcher(preview.body());
		assertThat(kept.find()).isTrue();
		assertThat(post(FILL + "/sheet/confirm", "preview=" + kept.group(1)).status()).isEqualTo(302);
		isRead("invented-task-made-up");
	}

	/**
	 * Excel makes a date of a day that is typed, in the form that the heading asks for.
	 */
	@Test
	@Order(4)
	void dayThatExcelMadeADateIsTakenAndANoteIsNone() throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
			Row headings = workbook.createSheet().createRow(0);
			Row row = workbook.getSheetAt(0).createRow(1);
			List<String> names = List.of("指标代码", "数值", Detail.PUBLISHED.label().zh(), "说明");
			names.forEach((name) -> headings.createCell(names.indexOf(name)).setCellValue(name));
			row.createCell(0).setCellValue("invented-missed");
			row.createCell(1).setCellValue(4.8);
			for (int column : List.of(2, 3)) {
				row.createCell(column).setCellValue(LocalDate.of(2024, 7, 8));
				row.getCell(column).setCellStyle(date);
			}
			workbook.write(out);
			assertThat(works().upload(FILL + "/sheet", "q2.xlsx", out.toByteArray()).body()).contains("D2：被识别成了日期")
				.doesNotContain("C2：");
			row.removeCell(row.getCell(3));
			out.reset();
			workbook.write(out);
			assertThat(works().upload(FILL + "/sheet", "q2.xlsx", out.toByteArray()).body())
				.contains(">2024-07-08</ins>", "确认报送1项");
		}
	}

	/** Export, API, review, history. */
	private void isRead(String indicator) {
		List<String> texts = details().map(DetailsIT::text).toList();
		JsonNode row = this.api.reviewer()
			.get("/api/plans/demo-2024/figures")
			.json()
			.valueStream()
			.filter((each) -> each.path("indicator").asString().equals(indicator))
			.findFirst()
			.orElseThrow();
		assertThat(details().map((detail) -> row.path(detail.key()).asString())).isEqualTo(texts);
		String csv = this.api.reviewer().get("/api/plans/demo-2024/figures?format=csv").body();
		assertThat(csv.lines().findFirst().orElseThrow().split(","))
			.contains(Detail.all().map(Detail::key).toArray(String[]::new));
		assertThat(csv.lines().filter((line) -> line.startsWith(indicator + ",")).findFirst().orElseThrow())
			.contains(texts);
		assertThat(this.api.reviewer().get("/review/" + row.path("submission").asString()).body()).contains(texts);
		assertThat(this.api.reviewer().get("/figures/demo-2024/" + indicator).body()).contains(texts);
		// What is there stands in the fields, to be corrected; a note explains its own
		// revision alone
		String fields = works().get(FILL).body();
		assertThat(details().filter((detail) -> detail != Detail.NOTE)
			.filter((detail) -> !Pattern
				.compile("name=\"%s\\.%s\"[^>]*(value=\"|>)%s".formatted(indicator, detail.key(),
						Pattern.quote(text(detail))))
				.matcher(fields)
				.find()))
			.as("prefilled")
			.isEmpty();
	}

	/** Handed in and approved on the day of the test, out on 8 July. */
	@Test
	@Order(6)
	void approvedFigureIsKnownFromTheDayOnWhichItCameOut() {
		Api.Answer answer = this.api.staff()
			.submit("demo-2024", "2024-Q2",
					"{\"indicator\":\"invented-at-risk\",\"value\":\"5.9\",\"status\":\"P\",\"published\":\"2024-07-08\"}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(period("2024-07-09")).as("not approved").isNotEqualTo("2024-Q2");
		assertThat(this.api.reviewer().approve(answer.json().path("id").asString()).status()).isEqualTo(200);
		assertThat(period("2024-07-07")).isNotEqualTo("2024-Q2");
		assertThat(period("2024-07-08")).isEqualTo("2024-Q2");
		JsonNode figure = this.api.leader()
			.get("/api/plans/demo-2024/progress/invented-at-risk/explanation?asOf=2024-07-08")
			.json()
			.path("target")
			.path("verdict")
			.path("figure");
		assertThat(figure.path("published").asString()).isEqualTo("2024-07-08");
		assertThat(figure.path("known-from").asString()).as("handed in later").startsWith("2024-07-10");
		String csv = this.api.reviewer().get("/api/plans/demo-2024/figures?format=csv&asOf=2024-07-08").body();
		assertThat(csv).contains(",2024-Q2,1,true,5.9,");
		assertThat(this.api.reviewer().get("/figures/demo-2024/invented-at-risk").body()).contains("2024-07-08 00:00");
	}

	private String period(String day) {
		return this.api.leader()
			.get("/api/plans/demo-2024/progress/invented-at-risk/explanation?asOf=" + day)
			.json()
			.path("target")
			.path("period")
			.asString();
	}

	@ParameterizedTest
	@Order(4)
	@CsvSource({ "2024-06-30, 应在2024-07-01及以后", "2024-07-11, 应在2024-07-01及以后", "2024-02-30, 不是日期", "昨天, 不是日期",
			"24-7-8, 不是日期" })
	void dayOfPublicationIsOneOnWhichItCanHaveComeOut(String day, String reason) {
		Api.Answer answer = this.api.staff()
			.submit("demo-2024", "2024-Q2",
					"{\"indicator\":\"invented-at-risk\",\"value\":\"1\",\"status\":\"P\",\"published\":\"%s\"}"
						.formatted(day));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.rules()).containsExactly("day");
		assertThat(answer.body()).contains("published", reason);
	}

	@ParameterizedTest
	@Order(5)
	@CsvSource({ "2024/7/8", "2024年7月8日", "2024.07.08", "2024-7-8" })
	void dayIsKeptAsIsoHasIt(String day) {
		assertThat(Detail.PUBLISHED.kept(day)).isEqualTo("2024-07-08");
		assertThat(Detail.NOTE.kept(day)).isEqualTo(day);
	}

	private Api works() {
		return this.api.as("works", Api.submitting("demo-2024", "works"));
	}

	private Api.Answer post(String path, String body) {
		Api works = works();
		return works.send(works.request(path)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

}
