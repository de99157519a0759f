package org.targetmonitor.desk.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same figures, handed in by the form, by a sheet and by the API, are the same
 * revisions: one quarter by each, first and corrected.
 */
@MonitorTest
class ThreeDoorsIT {

	private static final Pattern KEPT = Pattern.compile("name=\"preview\" value=\"([^\"]*)\"");

	private static final List<String> FIRST = List.of("5.8", "420.5", "-1", "E", "区财政局", "初步");

	private static final List<String> CORRECTED = List.of("5.9", "421", "-1.5", "A", "决算", "核实后更正");

	@Autowired
	Api api;

	@Autowired
	SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	void formSheetAndApiStoreTheSame() {
		this.clock.setToNoonOf("2024-10-10");
		byForm(FIRST, "");
		byForm(CORRECTED, "1");
		byApi(FIRST, "");
		byApi(CORRECTED, ",\"replaces\":1");
		bySheet(FIRST);
		bySheet(CORRECTED);
		List<String> form = stored("2024-01-01");
		assertThat(form).containsExactly("1|5.8|420.5|-1|E|-|-|区财政局|初步|-|finance",
				"2|5.9|421|-1.5|A|-|1|决算|核实后更正|-|finance");
		assertThat(stored("2024-04-01")).as("by the API").isEqualTo(form);
		assertThat(stored("2024-07-01")).as("by sheet").isEqualTo(form);
	}

	private void byForm(List<String> figure, String replaces) {
		Api.Answer answer = post("/fill/yuhang-2024/2024-Q1",
				Map.of("budget-revenue.value", figure.get(0), "budget-revenue.level", figure.get(1),
						"budget-revenue.quarter-value", figure.get(2), "budget-revenue.status", figure.get(3),
						"budget-revenue.origin", figure.get(4), "budget-revenue.note", figure.get(5),
						"budget-revenue.replaces", replaces));
		assertThat(answer.response().headers().firstValue("Location").orElse(answer.body()))
			.contains("/fill/receipts/");
	}

	private void byApi(List<String> figure, String replaces) {
		String document = ("{\"indicator\":\"budget-revenue\",\"value\":\"%s\",\"level\":\"%s\",\"quarter-value\":\"%s\","
				+ "\"status\":\"%s\",\"origin\":\"%s\",\"note\":\"%s\"%s}")
			.formatted(figure.get(0), figure.get(1), figure.get(2), figure.get(3), figure.get(4), figure.get(5),
					replaces);
		assertThat(this.api.finance().submit("yuhang-2024", "2024-Q2", document).status()).isEqualTo(201);
	}

	private void bySheet(List<String> figure) {
		String path = "/fill/yuhang-2024/2024-Q3/sheet";
		String csv = "指标代码,数值,总量,当季数值,数据状态,来源,说明\nbudget-revenue," + String.join(",", figure) + "\n";
		String body = "------sheet\r\nContent-Disposition: form-data; name=\"file\"; filename=\"q3.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + csv + "\r\n------sheet--\r\n";
		Api finance = this.api.finance();
		Api.Answer preview = finance.shown(finance.send(finance.request(path)
			.header("Content-Type", "multipart/form-data; boundary=----sheet")
			.POST(HttpRequest.BodyPublishers.ofString(body))));
		Matcher kept = KEPT.matcher(preview.body());
		assertThat(kept.find()).as(preview.body()).isTrue();
		assertThat(post(path + "/confirm", Map.of("preview", kept.group(1))).status()).isEqualTo(302);
	}

	private Api.Answer post(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		Api finance = this.api.finance();
		return finance.send(finance.request(path)
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Every revision of a quarter, field by field. */
	private List<String> stored(String start) {
		return this.jdbc.sql("""
				SELECT concat_ws('|', f.revision, coalesce(f.value::text, '-'), coalesce(f.level::text, '-'),
				  coalesce(f.quarter_value::text, '-'), f.obs_status, coalesce(f.kind, '-'),
				  coalesce(f.replaces::text, '-'), coalesce(f.origin, '-'), coalesce(f.note, '-'),
				  coalesce(s.reason, '-'), s.author) AS line
				FROM figure_revision f JOIN submission s USING (plan_id, submission_id)
				WHERE f.plan_id = 'yuhang-2024' AND f.indicator = 'budget-revenue'
				  AND f.period_start = CAST(:start AS date)
				ORDER BY f.revision
				""").param("start", start).query((row, number) -> row.getString("line")).list();
	}

}
