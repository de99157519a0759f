package org.targetmonitor.submission.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is refused over HTTP: each with its status, the rules that refuse, a reason in
 * Chinese for whoever asks for no language and in English for whoever asks for it, and
 * nothing stored. The first quarter of 2024 has ended, the second has not.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

	private static final String CHINA = "/api/plans/china-2024/submissions";

	@Autowired
	private Api api;

	@Autowired
	private JdbcClient jdbc;

	private String decided = "";

	private String waiting = "";

	private String own = "";

	/** One figure of each state, to be refused against. */
	@BeforeEach
	void recordFigures() {
		if (this.decided.isEmpty()) {
			this.decided = id(this.api.staff().submit("china-2024", "2024-Q1", figure("cpi", "\"0.0\"")));
			assertThat(this.api.reviewer().approve(this.decided).status()).isEqualTo(200);
			this.waiting = id(this.api.staff().submit("china-2024", "2024-Q1", figure("unemployment", "\"5.2\"")));
			this.own = id(this.api.both().submit("china-2024", "2024-Q1", figure("income", "\"6.2\"")));
		}
	}

	/**
	 * A request that is refused.
	 *
	 * @param name what is wrong with it
	 * @param request the request
	 * @param status the answer's status
	 * @param rules the rules that refuse, all of them
	 * @param zh part of the reason in Chinese
	 * @param en part of the reason in English
	 */
	record Bad(String name, Function<BadInputIT, HttpRequest.Builder> request, int status, List<String> rules,
			String zh, String en) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	@ParameterizedTest
	@MethodSource({ "figures", "numbers", "revisions", "reviews", "bodies", "callers", "questions" })
	void refusesInWordsAndStoresNothing(Bad bad) {
		String before = stored();
		Api.Answer chinese = this.api.send(withoutLanguage(bad.request().apply(this)));
		Api.Answer english = this.api.send(bad.request().apply(this).setHeader("Accept-Language", "en"));
		assertThat(List.of(chinese, english)).allSatisfy((answer) -> {
			assertThat(answer.status()).as(answer.body()).isEqualTo(bad.status());
			assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
				.startsWith("application/problem+json");
			assertThat(answer.rules()).isEqualTo(bad.rules());
			assertThat(answer.json().path("status").asInt()).isEqualTo(bad.status());
		});
		assertThat(words(chinese)).contains(bad.zh());
		assertThat(words(english)).contains(bad.en());
		assertThat(stored()).isEqualTo(before);
	}

	static Stream<Bad> figures() {
		return Stream.of(
				refused("unknown plan", submit("nowhere-2024", "2024-Q1", figure("gdp", "\"5.3\"")), 404, List.of(),
						"没有这个计划", "no such plan"),
				refused("unknown indicator", first("2024-Q1", figure("gdq", "\"5.3\"")), "unknown-indicator",
						"没有指标“gdq”", "has no indicator \"gdq\""),
				refused("no such period", first("2024-Q5", figure("gdp", "\"5.3\"")), "period", "“2024-Q5”不是报告期",
						"\"2024-Q5\" is no period"),
				refused("period that has not ended", first("2024-Q2", figure("gdp", "\"5.3\"")), "not-ended",
						"报告期2024年上半年尚未结束（至2024-06-30）", "the first half of 2024 has not ended (it ends on 2024-06-30)"),
				refused("period of another year", first("2023-Q4", figure("gdp", "\"5.3\"")), "plan-year",
						"报告期2023年四季度（全年）不属于计划年度2024", "not of the plan's year 2024"),
				refused("the same figure twice",
						first("2024-Q1", figure("gdp", "\"5.3\"") + "," + figure("gdp", "\"5.3\"")), "twice",
						"同一指标在一次报送中出现两次", "stands twice in the submission"),
				refused("yearly indicator in a quarter", first("2024-Q1", figure("energy-intensity", "\"-2.5\"")),
						"frequency", "该指标的报告期为2024年全年，不能按2024年一季度报送",
						"reported for the year of 2024, not for the first quarter of 2024"),
				refused("relation without figures of its own",
						submit("yuhang-2024", "2024-Q1", figure("rural-over-urban-income", "\"1\"")), 422,
						List.of("no-own-figures"), "由其他指标推算", "has no figures of its own"),
				refused("forecast", first("2024-Q1", "{\"indicator\":\"gdp\",\"value\":\"5\",\"status\":\"F\"}"),
						"forecast", "预测数不能报送", "a forecast is not taken"),
				refused("status nobody knows",
						first("2024-Q1", "{\"indicator\":\"gdp\",\"value\":\"5\",\"status\":\"X\"}"), "choice", "“X”无效",
						"\"X\" is none of P, A, E, B, L, M"),
				refused("not available without a reason", first("2024-Q1", "{\"indicator\":\"gdp\",\"status\":\"L\"}"),
						"required", "请在说明中写明", "explain why there is no figure"),
				refused("not available with a value",
						first("2024-Q1", "{\"indicator\":\"gdp\",\"value\":\"5\",\"status\":\"M\",\"note\":\"x\"}"),
						"not-available", "不能同时填数值", "carries no value"),
				refused("level without a unit for it",
						first("2024-Q1",
								"{\"indicator\":\"urban-jobs\",\"value\":\"1\",\"level\":\"1\",\"status\":\"P\"}"),
						"level-unit", "该指标不报总量", "has no level"),
				refused("no value", first("2024-Q1", "{\"indicator\":\"gdp\",\"status\":\"P\"}"), "required", "缺少数值",
						"there is no value"),
				refused("no figures", first("2024-Q1", ""), "required", "一次报送应有1至20000项数据", "has 1 to 20000 figures"),
				refused("everything at once, and all of it said",
						first("2024-Q2", figure("gdq", "\"1\"") + "," + figure("gdp", "\"10001\"")), 422,
						List.of("unknown-indicator", "not-ended", "range"), "超出可填范围", "beyond the range"));
	}

	static Stream<Bad> numbers() {
		String forty = "1234567890123456789012345678901234567890";
		return Stream.of(number("\"6%\"", "number", "“6%”不是数字", "\"6%\" is not a number"),
				number("\"NaN\"", "number", "“NaN”不是数字", "\"NaN\" is not a number"),
				number("\"Infinity\"", "number", "“Infinity”不是数字", "is not a number"),
				number("1e400", "range", "1e400超出可填范围", "1e400 is beyond the range"),
				number("\"1e400\"", "range", "1e400超出可填范围", "1e400 is beyond the range"),
				number("1e-400", "digits", "位数过多", "too many digits"),
				number(forty, "range", "超出可填范围", "beyond the range"),
				number("\"" + forty + "\"", "range", "超出可填范围", "beyond the range"),
				number("0." + forty, "digits", "位数过多", "too many digits"),
				number("\"６.２\"", "number", "“６.２”不是数字", "is not a number"),
				number("\"6,2\"", "number", "“6,2”不是数字", "is not a number"),
				number("\"6 6\"", "number", "不是数字", "is not a number"),
				number("\"\"", "number", "不是数字", "is not a number"),
				number("true", "number", "“true”不是数字", "\"true\" is not a number"),
				number("{\"amount\":6}", "scalar", "应为单个值", "must be one value"),
				number("[6]", "scalar", "应为单个值", "must be one value"),
				number("\"" + "9".repeat(3000) + "\"", "text", "文字过长", "longer than 2000 characters"),
				number("\"10000.1\"", "range", "百分数10000.1超出可填范围±10000", "beyond the range of ±10000"));
	}

	static Stream<Bad> revisions() {
		String stale = "该数据已报送过，现为第1版；如需更正，请核对后在该版上更正并说明原因";
		return Stream.of(
				refused("first figure where there is one", first("2024-Q1", figure("cpi", "\"0.1\"")), 409,
						List.of("stale"), stale, "revision 1 is there already"),
				refused("revision of an older one", first("2024-Q1", revision("cpi", 7, "correction", "更正")), 409,
						List.of("stale"), stale, "revision 1 is there already"),
				refused("revision of nothing", first("2024-Q1", revision("gdp", 1, null, "更正")), 409, List.of("stale"),
						"没有可更正的版次", "there is no revision yet"),
				refused("revision without a reason", first("2024-Q1", revision("cpi", 1, "correction", null)),
						"required", "更正已有数据须说明原因", "a correction of a figure that is there needs a reason"),
				refused("revision of an approved figure without its kind",
						first("2024-Q1", revision("cpi", 1, null, "更正")), "kind", "须注明类别",
						"says which it is: correction, verification or census"),
				refused("kind where nothing is approved", first("2024-Q1", revision("unemployment", 1, "census", "更正")),
						"kind", "不应注明修订类别", "no kind of revision"),
				refused("kind nobody knows", first("2024-Q1", revision("cpi", 1, "whim", "更正")), "choice", "“whim”无效",
						"\"whim\" is none of: correction, verification, census"),
				refused("replaces that is no count", first("2024-Q1", revision("cpi", 0, "census", "更正")), "range",
						"应为1至1000000的整数", "a whole number from 1 to 1000000"));
	}

	static Stream<Bad> reviews() {
		return Stream
			.of(refused("approval by the author",
					(it) -> post(it.api.both(), "/api/submissions/" + it.own + "/approval", ""), 403,
					List.of("own-submission"), "不能审核自己报送的数据", "nobody reviews their own submission"),
					refused("second approval",
							(it) -> post(it.api.reviewer(), "/api/submissions/" + it.decided + "/approval", ""), 409,
							List.of("decided"), "该报送已审核完毕", "decided already"),
					refused("return of what is approved",
							(it) -> post(it.api.reviewer(), "/api/submissions/" + it.decided + "/return",
									"{\"reason\":\"请核对\"}"),
							409, List.of("decided"), "该报送已审核完毕", "decided already"),
					refused("return without a reason",
							(it) -> post(it.api.reviewer(), "/api/submissions/" + it.waiting + "/return", "{}"), 422,
							List.of("required"), "缺少此项", "is missing"),
					refused("return with a blank reason",
							(it) -> post(it.api.reviewer(), "/api/submissions/" + it.waiting + "/return",
									"{\"reason\":\"  \"}"),
							422, List.of("required"), "不能为空", "must not be empty"),
					refused("approval by a reviewer of another plan",
							(it) -> post(
									it.api.as("yuhang-reviewer", new Grant(Role.REVIEWER, "yuhang-2024", Grant.EVERY)),
									"/api/submissions/" + it.waiting + "/approval", ""),
							403, List.of("not-reviewer"), "无权审核该计划", "does not review this plan"),
					refused("approval of nothing",
							(it) -> post(it.api.reviewer(),
									"/api/submissions/00000000-0000-4000-8000-000000000000/approval", ""),
							404, List.of(), "没有这个计划或报送", "no such plan or submission"),
					refused("approval of what is no id",
							(it) -> post(it.api.reviewer(), "/api/submissions/nonsense/approval", ""), 400, List.of(),
							"请求格式有误", "the request is malformed"));
	}

	static Stream<Bad> bodies() {
		byte[] large = new byte[20_000_000];
		Arrays.fill(large, (byte) ' ');
		return Stream.of(
				refused("20 MB, announced",
						(it) -> json(it.api.staff(), CHINA).POST(HttpRequest.BodyPublishers.ofByteArray(large)), 413,
						List.of(), "内容过大，最多8192KB", "the body is too large, at most 8192 KB"),
				refused("20 MB, in chunks", (it) -> json(it.api.staff(), CHINA).POST(chunked(large)), 413, List.of(),
						"内容过大，最多2048KB", "the body is too large, at most 2048 KB"),
				refused("broken JSON", (it) -> post(it.api.staff(), CHINA, "{\"period\":\"2024-Q1\",\n\"figures\":[}"),
						400, List.of(), "不是有效的 JSON", "not valid JSON"),
				refused("NaN outside quotes", first("2024-Q1", figure("gdp", "NaN")), 400, List.of(), "不是有效的 JSON",
						"not valid JSON"),
				refused("no body", (it) -> post(it.api.staff(), CHINA, ""), 400, List.of(), "内容为空",
						"the body is empty"),
				refused("more behind the end", (it) -> post(it.api.staff(), CHINA, "{} {}"), 400, List.of(),
						"JSON 结束后还有多余内容", "more behind the end"),
				refused("the same key twice",
						(it) -> post(it.api.staff(), CHINA, "{\"period\":\"2024-Q1\",\"period\":\"2024-Q1\"}"), 400,
						List.of(), "不是有效的 JSON", "not valid JSON"),
				refused("nested without end", (it) -> post(it.api.staff(), CHINA, "[".repeat(100_000)), 400, List.of(),
						"JSON 过大或嵌套过深", "the JSON is too large or too deep"),
				refused("a list instead of a submission", (it) -> post(it.api.staff(), CHINA, "[1]"), 422,
						List.of("mapping", "required", "required"), "应为键值对", "must be a mapping"),
				refused("unknown keys",
						(it) -> post(it.api.staff(), CHINA,
								"{\"period\":\"2024-Q1\",\"plan\":\"x\",\"figures\":[{\"indicator\":\"gdp\","
										+ "\"value\":5,\"status\":\"P\",\"unit\":\"percent\"}]}"),
						422, List.of("unknown-key", "unknown-key"), "无法识别的项“unit”", "unknown key \"unit\""),
				refused("control characters",
						first("2024-Q1", "{\"indicator\":\"gdp\",\"value\":5,\"status\":\"P\",\"note\":\"a\\u0000b\"}"),
						"text", "含有控制字符", "control characters"),
				refused("half a character",
						first("2024-Q1", "{\"indicator\":\"gdp\",\"value\":5,\"status\":\"P\",\"note\":\"a\\ud842\"}"),
						"text", "含有控制字符", "control characters"),
				refused("wrong content type",
						(it) -> it.api.staff().request(CHINA).header("Content-Type", "text/plain").POST(text("{}")),
						415, List.of(), "不接受该内容类型", "this content type is not taken"),
				refused("key too long",
						(it) -> submit("china-2024", "2024-Q1", figure("gdp", "5")).apply(it)
							.header("Idempotency-Key", "k".repeat(201)),
						422, List.of("idempotency-key"), "Idempotency-Key 最多200个字符", "at most 200 characters"));
	}

	static Stream<Bad> callers() {
		String gdp = "{\"period\":\"2024-Q1\",\"figures\":[" + figure("gdp", "\"5.3\"") + "]}";
		return Stream.of(
				refused("another department's indicator",
						(it) -> post(it.api.finance(), "/api/plans/yuhang-2024/submissions", gdp), 403,
						List.of("other-department"), "该指标由区统计局报送，您的账号无权报送", "reported by Statistics Bureau"),
				refused("another plan", (it) -> post(it.api.finance(), CHINA, gdp), 403, List.of("other-department"),
						"您的账号无权报送", "your account may not report it"),
				refused("submitting as a viewer", (it) -> post(it.api.leader(), CHINA, gdp), 403, List.of(),
						"您的账号没有此项权限", "your account may not do this"),
				refused("submitting as a reviewer", (it) -> post(it.api.reviewer(), CHINA, gdp), 403, List.of(),
						"您的账号没有此项权限", "your account may not do this"),
				refused("approving as a submitter",
						(it) -> post(it.api.staff(), "/api/submissions/" + it.waiting + "/approval", ""), 403,
						List.of(), "您的账号没有此项权限", "your account may not do this"),
				refused("reading plans as the scrape account", (it) -> it.api.prometheus().request("/api/plans").GET(),
						403, List.of(), "您的账号没有此项权限", "your account may not do this"),
				refused("keeping accounts as a submitter", (it) -> it.api.staff().request("/api/accounts").GET(), 403,
						List.of(), "您的账号没有此项权限", "your account may not do this"),
				refused("from another site's page",
						(it) -> post(it.api.staff(), CHINA, gdp).header("Sec-Fetch-Site", "cross-site"), 403, List.of(),
						"拒绝由其他网站的页面发来的请求", "another site's page"),
				refused("from a neighbouring site's page",
						(it) -> post(it.api.staff(), CHINA, gdp).header("Sec-Fetch-Site", "same-site"), 403, List.of(),
						"拒绝由其他网站的页面发来的请求", "another site's page"),
				refused("address with a trick in it", (it) -> it.api.staff().request("/api/plans/china-2024;v=1").GET(),
						400, List.of(), "请求格式有误", "the request is malformed"));
	}

	static Stream<Bad> questions() {
		String progress = "/api/plans/china-2024/progress?asOf=";
		String figures = "/api/plans/china-2024/figures?asOf=";
		return Stream.concat(Stream
			.of("nonsense", "2024-04-11", "2024-13-01", "2024-04-10T04:00:00.000001Z", "9999-12-31T00:00:00Z",
					"-999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "")
			.flatMap((moment) -> Stream.of(
					refused("progress as of " + moment, (it) -> it.api.leader().request(progress + moment).GET(), 422,
							List.of("moment"), "不是过去的日期或时点", "is no past day or moment"),
					refused("figures as of " + moment, (it) -> it.api.leader().request(figures + moment).GET(), 422,
							List.of("query"), "不是过去的日期或时点", "is no past day or moment"))),
				Stream.of(
						refused("figures in no known format",
								(it) -> it.api.leader().request("/api/plans/china-2024/figures?format=pdf").GET(), 422,
								List.of("query"), "“pdf”无效", "\"pdf\" is none of"),
						refused("progress of an unknown plan",
								(it) -> it.api.leader().request("/api/plans/nowhere/progress").GET(), 404, List.of(),
								"没有计划“nowhere”", "no plan \"nowhere\""),
						refused("unknown plan", (it) -> it.api.leader().request("/api/plans/nowhere").GET(), 404,
								List.of(), "没有计划“nowhere”", "no plan \"nowhere\""),
						refused("unknown address", (it) -> it.api.leader().request("/api/nothing").GET(), 404,
								List.of(), "没有这个地址", "nothing at this address"),
						refused("method not taken", (it) -> it.api.leader().request("/api/plans").DELETE(), 405,
								List.of(), "此地址不支持该方法", "does not take the method")));
	}

	@Test
	void asksWhoeverIsNotSignedInToSignIn() {
		String before = stored();
		HttpRequest request = json(this.api.staff(), CHINA).POST(text("{}")).build();
		List<HttpRequest.Builder> strangers = List.of(without(request, "Authorization"),
				as(request, "staff:wrong-password"), as(request, "nobody:" + Api.PASSWORD), as(request, ":"),
				without(request, "Authorization").setHeader("Authorization", "Basic %%%"),
				without(request, "Authorization").setHeader("Authorization", "Bearer token"));
		assertThat(strangers).allSatisfy((stranger) -> {
			Api.Answer answer = this.api.send(stranger);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.response().headers().allValues("WWW-Authenticate"))
				.containsExactly("Basic realm=\"target monitor\", charset=\"UTF-8\"");
			assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
				.startsWith("application/problem+json");
			assertThat(answer.json().path("title").asString()).isEqualTo("请登录：用户名或密码缺失或不正确");
		});
		assertThat(this.api.send(without(request, "Authorization").setHeader("Accept-Language", "en-GB"))
			.json()
			.path("title")
			.asString()).isEqualTo("sign in: username or password is missing or wrong");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void everyRefusalNamesFigureFieldRuleAndReason() {
		JsonNode problem = this.api.staff()
			.submit("china-2024", "2024-Q2", figure("gdp", "\"5\"") + "," + figure("gdq", "\"5\""))
			.json();
		assertThat(problem.path("title").asString()).isEqualTo("未被接收，未作任何保存");
		assertThat(problem.path("detail").asString())
			.isEqualTo("共2处错误，其一 figures[0] gdp period：报告期2024年上半年尚未结束（至2024-06-30）");
		assertThat(problem.path("errors").path(0).path("subject").asString()).isEqualTo("figures[0] gdp");
		assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("period");
		assertThat(problem.path("errors").path(0).path("rule").asString()).isEqualTo("not-ended");
		assertThat(problem.path("errors").path(1).path("subject").asString()).isEqualTo("figures[1] gdq");
		assertThat(problem.path("errors").path(1).path("field").asString()).isEqualTo("indicator");
	}

	@Test
	void carriesOutARequestWithTheSameKeyOnce() {
		String body = "{\"period\":\"2024-Q1\",\"figures\":[" + figure("fiscal-revenue", "\"5.3\"") + "]}";
		String other = body.replace("5.3", "5.4");
		String path = "/api/plans/yuhang-2024/submissions";
		Api.Answer first = this.api
			.send(post(this.api.finance(), path, body).header("Idempotency-Key", "k".repeat(200)));
		assertThat(first.status()).isEqualTo(201);
		String before = stored();

		Api.Answer again = this.api
			.send(post(this.api.finance(), path, body).header("Idempotency-Key", "k".repeat(200)));
		Api.Answer changed = this.api
			.send(post(this.api.finance(), path, other).header("Idempotency-Key", "k".repeat(200)));

		assertThat(again.status()).isEqualTo(201);
		assertThat(id(again)).isEqualTo(id(first));
		assertThat(again.json().path("figures")).isEqualTo(first.json().path("figures"));
		assertThat(changed.status()).isEqualTo(422);
		assertThat(changed.rules()).containsExactly("idempotency-key");
		assertThat(words(changed)).contains("该 Idempotency-Key 已用于另一份不同的报送");
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void takesNumbersExactlyAndWarnsOfDecimals() {
		Api.Answer answer = this.api.staff().submit("hangzhou-2024", "2024-Q1", figure("gdp", "5.0490"));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json().path("warnings").path(0).path("rule").asString()).isEqualTo("decimals");
		assertThat(answer.json().path("figures").toString())
			.isEqualTo("[{\"indicator\":\"gdp\",\"revision\":1,\"state\":\"submitted\"}]");
		assertThat(this.jdbc.sql("SELECT value::text FROM figure_revision WHERE plan_id = 'hangzhou-2024'")
			.query((row, number) -> row.getString(1))
			.list()).containsExactly("5.0490");
	}

	private static Bad number(String value, String rule, String zh, String en) {
		String name = (value.length() > 60) ? value.substring(0, 20) + "…" : value;
		return refused("value " + name, first("2024-Q1", figure("gdp", value)), rule, zh, en);
	}

	private static Bad refused(String name, Function<BadInputIT, HttpRequest.Builder> request, String rule, String zh,
			String en) {
		return new Bad(name, request, 422, List.of(rule), zh, en);
	}

	private static Bad refused(String name, Function<BadInputIT, HttpRequest.Builder> request, int status,
			List<String> rules, String zh, String en) {
		return new Bad(name, request, status, rules, zh, en);
	}

	private static Function<BadInputIT, HttpRequest.Builder> first(String period, String figures) {
		return submit("china-2024", period, figures);
	}

	private static Function<BadInputIT, HttpRequest.Builder> submit(String plan, String period, String figures) {
		String body = "{\"period\":\"%s\",\"figures\":[%s]}".formatted(period, figures);
		return (it) -> post(it.api.staff(), "/api/plans/" + plan + "/submissions", body);
	}

	private static String figure(String indicator, String value) {
		return "{\"indicator\":\"%s\",\"value\":%s,\"status\":\"P\"}".formatted(indicator, value);
	}

	private static String revision(String indicator, int replaces, @org.jspecify.annotations.Nullable String kind,
			@org.jspecify.annotations.Nullable String note) {
		return "{\"indicator\":\"%s\",\"value\":\"0.1\",\"status\":\"P\",\"replaces\":%d,\"kind\":%s,\"note\":%s}"
			.formatted(indicator, replaces, quoted(kind), quoted(note));
	}

	private static String quoted(@org.jspecify.annotations.Nullable String text) {
		return (text != null) ? "\"" + text + "\"" : "null";
	}

	private static HttpRequest.Builder post(Api api, String path, String body) {
		return json(api, path).POST(text(body));
	}

	private static HttpRequest.Builder json(Api api, String path) {
		return api.request(path).header("Content-Type", "application/json");
	}

	private static HttpRequest.BodyPublisher text(String body) {
		return HttpRequest.BodyPublishers.ofString(body);
	}

	private static HttpRequest.BodyPublisher chunked(byte[] body) {
		return HttpRequest.BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(body));
	}

	private static HttpRequest.Builder withoutLanguage(HttpRequest.Builder request) {
		return without(request.build(), "Accept-Language");
	}

	private static HttpRequest.Builder without(HttpRequest request, String header) {
		return HttpRequest.newBuilder(request,
				(name, value) -> !name.toLowerCase(Locale.ROOT).equals(header.toLowerCase(Locale.ROOT)));
	}

	private static HttpRequest.Builder as(HttpRequest request, String credentials) {
		return without(request, "Authorization").setHeader("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
	}

	private static String id(Api.Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

	/** All that a problem says to a person. */
	private static String words(Api.Answer answer) {
		String reasons = answer.json()
			.path("errors")
			.valueStream()
			.map((error) -> error.path("reason").asString())
			.collect(Collectors.joining("\n"));
		return answer.json().path("title").asString() + "\n" + reasons;
	}

	private String stored() {
		return this.jdbc.sql("""
				SELECT concat_ws(' ', (SELECT count(*) FROM submission), (SELECT count(*) FROM figure_revision),
				  (SELECT count(*) FROM figure_review), (SELECT count(*) FROM submission_receipt),
				  (SELECT count(*) FROM plan_revision), (SELECT count(*) FROM target_revision),
				  (SELECT sum(number) FROM plan_change))
				""").query(String.class).single();
	}

}
