package org.targetmonitor.desk.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every doubt about a row is shown, answered and put before the reviewer; and what one
 * door takes, another can correct.
 */
@MonitorTest
class AllDoubtsIT {

	private static final String Q2 = "/fill/yuhang-2024/2024-Q2";

	private static final String RATE = "与上期和目标都相差悬殊（最近的为6";

	private static final String LEVEL = "与2024年一季度总量180.5亿元相差悬殊，请核对单位是否为亿元";

	private static final String ASKED_LATER = "现有说明写于提出这一疑问之前";

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@BeforeEach
	void july() {
		this.clock.setToNoonOf("2024-07-10");
	}

	@Test
	void aNoteAnswersWhatWasAskedBeforeItAndTheReviewerSeesAll() {
		Api.Answer first = this.api.finance()
			.submit("yuhang-2024", "2024-Q1",
					"{\"indicator\":\"budget-revenue\",\"value\":\"5.2\",\"level\":\"180.5\",\"status\":\"P\"}");
		assertThat(first.status()).as(first.body()).isEqualTo(201);
		assertThat(this.api.reviewer().approve(first.json().path("id").asString()).status()).isEqualTo(200);

		Api.Answer both = post(row("62", "3650", "", ""));
		assertThat(both.status()).isEqualTo(422);
		assertThat(both.body()).contains(RATE, LEVEL, "class=\"light grey\"", "（存疑，待说明）")
			.doesNotContain("class=\"light green\"");

		Api.Answer level = post(row("5.3", "3650", "", ""));
		assertThat(level.body()).contains(LEVEL).doesNotContain("相差悬殊（最近的");
		Api.Answer masked = post(row("62", "3650", "单位已核", asked(level)));
		assertThat(masked.status()).as("the rate was never asked about").isEqualTo(422);
		assertThat(masked.body()).contains(RATE, ASKED_LATER, "存疑（已说明）");

		Api.Answer again = post(row("62", "3650", "单位已核", asked(masked)));
		assertThat(again.status()).as("the same note is no answer").isEqualTo(422);
		Api.Answer taken = post(row("62", "3650", "单位已核；上年同期有一次性退税", asked(masked)));
		assertThat(taken.status()).as(taken.body()).isEqualTo(302);

		String receipt = taken.response().headers().firstValue("Location").orElseThrow();
		Api reviewer = this.api.reviewer();
		assertThat(reviewer
			.send(reviewer.request("/review/" + receipt.substring(receipt.lastIndexOf('/') + 1))
				.header("Accept", "text/html")
				.GET())
			.body()).contains(RATE, LEVEL);
	}

	/** 2,000 characters with a line break, which a form sends as two. */
	@Test
	void whatTheApiTakesThePageCorrects() {
		String note = "甲\n" + "说".repeat(1998);
		assertThat(this.api.finance()
			.submit("yuhang-2024", "2024-Q2",
					"{\"indicator\":\"fiscal-revenue\",\"value\":\"6.1\",\"status\":\"P\",\"note\":\"%s\"}"
						.formatted(note.replace("\n", "\\n")))
			.status()).isEqualTo(201);
		Map<String, String> correction = Map.of("fiscal-revenue.value", "6.2", "fiscal-revenue.status", "P",
				"fiscal-revenue.replaces", "1", "fiscal-revenue.note", note.replace("\n", "\r\n").replace("甲", "乙"));
		Api.Answer corrected = post(correction);
		assertThat(corrected.status()).as(corrected.body()).isEqualTo(302);

		Map<String, String> longer = new LinkedHashMap<>(correction);
		longer.put("fiscal-revenue.replaces", "2");
		longer.put("fiscal-revenue.note", "说".repeat(2001));
		Api.Answer refused = post(longer);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("最多2000个字，现有2001个").as("not cut").contains("说".repeat(2001));
	}

	/** A number that stands in a page itself is another limit than the reader's. */
	@Test
	void theTextsOfFiguresHaveTheReadersLimitInEveryPage() throws IOException {
		Pattern own = Pattern
			.compile("<(?:textarea|input)[^>]*(?:note|statement|evidence|origin|reason-)[^>]* maxlength=");
		try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates/desk"))) {
			List<Path> with = pages.filter(Files::isRegularFile)
				.filter((page) -> own.matcher(read(page)).find())
				.toList();
			assertThat(with).isEmpty();
		}
	}

	private static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> row(String value, String level, String note, String asked) {
		return Map.of("budget-revenue.value", value, "budget-revenue.level", level, "budget-revenue.status", "P",
				"budget-revenue.note", note, "budget-revenue.asked", asked);
	}

	private static String asked(Api.Answer page) {
		Matcher field = Pattern.compile("name=\"budget-revenue.asked\" value=\"([^\"]+)\"").matcher(page.body());
		assertThat(field.find()).as(page.body()).isTrue();
		return field.group(1);
	}

	private Api.Answer post(Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		Api finance = this.api.finance();
		return finance.send(finance.request(Q2)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

}
