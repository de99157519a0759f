package org.targetmonitor.desk.web;

import java.net.http.HttpRequest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar's pages. Yuhang's finance bureau reports two indicators a quarter; the
 * first quarter of 2024 is due on 2024-04-22, 15 working days after it: five in the week
 * of the holiday with its Sunday, then two weeks.
 */
@MonitorTest
class CalendarIT {

	private static final String CELL = "/calendar/yuhang-2024/finance/2024-Q1";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Test
	void showsWhoOwesWhatByWhen() {
		this.clock.setToNoonOf("2024-04-22");
		assertThat(page(this.api.leader(), "/calendar?plan=yuhang-2024&department=finance")).contains("待报")
			.contains("2024-04-22截止")
			.contains("应报2项，已报0项（其中迟报0项），缺报0项，未报2项")
			.doesNotContain("hangzhou-2024/");
		Api.Answer early = this.api.finance()
			.submit("yuhang-2024", "2024-Q1", "{\"indicator\":\"fiscal-revenue\",\"value\":\"4.1\",\"status\":\"P\"}");
		assertThat(early.status()).as(early.body()).isEqualTo(201);

		this.clock.setToNoonOf("2024-04-23");
		this.api.finance()
			.submit("yuhang-2024", "2024-Q1", "{\"indicator\":\"budget-revenue\",\"value\":\"5.2\",\"status\":\"P\"}");
		assertThat(page(this.api.leader(), CELL)).contains("应报2项，已报2项（其中迟报1项），缺报0项，未报0项")
			.contains("迟报")
			.doesNotContain("催报</button>");
		assertThat(page(this.api.reviewer(), CELL)).contains("/review/");

		this.api.reviewer()
			.post("/api/submissions/" + early.json().path("id").asString() + "/return", "{\"reason\":\"口径有误\"}");
		assertThat(page(this.api.reviewer(), CELL)).contains("逾期未报").contains("口径有误").contains("催报</button>");
		assertThat(post(this.api.reviewer()).status()).isEqualTo(302);
		assertThat(page(this.api.finance(), CELL)).contains("催报记录").contains("（已退回，请更正后重报）").contains("提交答复");
		assertThat(page(this.api.leader(), CELL)).contains("催报记录").doesNotContain("提交答复");
		assertThat(page(this.api.leader(), "/calendar?lang=en")).contains("reminded once")
			.contains("due within 92 days");
	}

	@Test
	void aCellLeadsBackToTheCalendarAsItWasNarrowed() {
		this.clock.setToNoonOf("2024-04-22");
		String calendar = page(this.api.leader(), "/calendar?area=330110&year=2024");
		Matcher link = Pattern.compile("href=\"(" + CELL + "\\?from=[^\"]+)\"").matcher(calendar);
		assertThat(link.find()).as(calendar).isTrue();
		assertThat(page(this.api.leader(), link.group(1).replace("&amp;", "&")))
			.contains("href=\"/calendar?area=330110&amp;year=2024\"");
		assertThat(page(this.api.leader(), CELL)).contains("href=\"/calendar?plan=yuhang-2024\"");
		assertThat(page(this.api.leader(), CELL + "?from=https%3A%2F%2Fevil.example"))
			.contains("href=\"/calendar?plan=yuhang-2024\"")
			.doesNotContain("href=\"https");
	}

	/** Three plans have a department of the code {@code statistics}: each is itself. */
	@Test
	void tellsDepartmentsOfOneCodeInDifferentPlansApart() {
		String all = page(this.api.leader(), "/calendar");
		assertThat(all).contains("value=\"yuhang-2024/statistics\">区统计局<", "value=\"hangzhou-2024/statistics\">市统计局<",
				"value=\"demo-2024/statistics\">统计局（虚构）<");
		String one = page(this.api.leader(), "/calendar?department=yuhang-2024/statistics");
		assertThat(one)
			.contains("value=\"yuhang-2024/statistics\" selected", "/calendar/yuhang-2024/statistics/2024-Q1")
			.doesNotContain("/calendar/hangzhou-2024/", "/calendar/demo-2024/");
		assertThat(page(this.api.leader(), "/calendar?plan=hangzhou-2024")).contains("hangzhou-2024/statistics")
			.doesNotContain("yuhang-2024/statistics");
	}

	@Test
	void isNotThereForTheScrapeAccountNorForWhatIsNotReported() {
		assertThat(status(this.api.prometheus(), "/calendar")).isEqualTo(403);
		assertThat(status(this.api.leader(), "/calendar/yuhang-2024/finance/2024-05")).isEqualTo(404);
		assertThat(status(this.api.leader(), "/calendar/nowhere/finance/2024-Q1")).isEqualTo(404);
		assertThat(post(this.api.leader()).status()).isEqualTo(403);
	}

	private static Api.Answer post(Api caller) {
		return caller.send(caller.request(CELL + "/reminders")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.noBody()));
	}

	private static String page(Api caller, String path) {
		return caller.send(caller.request(path).header("Accept", "text/html").GET()).body();
	}

	private static int status(Api caller, String path) {
		return caller.send(caller.request(path).header("Accept", "text/html").GET()).status();
	}

}
