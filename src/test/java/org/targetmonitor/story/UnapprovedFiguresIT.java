package org.targetmonitor.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What waits, was returned or replaced leaves through no door but to those who may see
 * it: every address the monitor answers is asked by everybody, now and as of the moment
 * at which it waited.
 */
@MonitorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnapprovedFiguresIT {

	private static final String PLAN = "seen-2024";

	private static final String WAITS = "71.37";

	private static final String RETURNED = "72.41";

	private static final String REPLACED = "73.53";

	/** Waits beside an approved one. */
	private static final String REOPENED = "74.67";

	/** Everything that stands in figures nobody approved, and why one was returned. */
	private static final List<String> SECRET = List.of(WAITS, RETURNED, REPLACED, REOPENED, "0.7137", "0.7467",
			"8137.13", "8241.13", "8353.13", "8467.13", "密注", "密源", "密因", "secret.example");

	private static final String OPEN = "61.19";

	/** While everything below waited. */
	private static final String THEN = "2024-04-12T04:00:00Z";

	private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*)?}");

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, String> submissions = new LinkedHashMap<>();

	@BeforeAll
	void figuresInEveryState() {
		record(PLAN, 2024, "waits", "back", "swapped", "reopened");
		record("seen-2025", 2025, "waits", "back", "swapped", "reopened");
		this.clock.setToNoonOf("2024-04-10");
		approve(submit("reopened", OPEN, null, ""));
		submit("waits", WAITS, "8137.13", "");
		submit("back", RETURNED, "8241.13", "");
		submit("swapped", REPLACED, "8353.13", "");
		this.clock.setToNoonOf("2024-04-14");
		giveBack(submission("back"));
		submit("swapped", WAITS, "8137.13", ",\"replaces\":1");
		submit("reopened", REOPENED, "8467.13", ",\"replaces\":1,\"kind\":\"correction\"");
		this.clock.setToNoonOf("2025-04-20");
	}

	@ParameterizedTest
	@ValueSource(strings = { "leader", "other", "next", "elsewhere", "prometheus", "nobody" })
	void noAddressTellsWhatNobodyApproved(String stranger) {
		Set<String> paths = paths();
		assertThat(paths).hasSizeGreaterThan(80);
		List<String> told = new ArrayList<>();
		for (String path : paths) {
			String body = body(caller(stranger), path);
			SECRET.stream().filter(body::contains).forEach((secret) -> told.add(path + " tells " + secret));
		}
		assertThat(told).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "mine", "reviewer", "auditor", "plan-admin", "account-admin" })
	void whoAnswersForThemSeesThemAll(String caller) {
		for (String format : List.of("json", "csv", "xlsx")) {
			assertThat(body(caller(caller), "/api/plans/" + PLAN + "/figures?format=" + format)).contains(WAITS,
					RETURNED, REPLACED, REOPENED, OPEN);
		}
		assertThat(body(caller(caller), "/figures/" + PLAN + "/waits")).contains(WAITS);
		assertThat(body(caller(caller), "/fill/receipts/" + submission("back"))).contains(RETURNED);
	}

	@Test
	void everybodySeesWhatIsApproved() {
		for (String caller : List.of("leader", "other", "elsewhere")) {
			assertThat(body(caller(caller), "/api/plans/" + PLAN + "/figures")).contains(OPEN);
			assertThat(body(caller(caller), "/figures/" + PLAN + "/reopened")).contains(OPEN);
			assertThat(body(caller(caller), "/fill/receipts/" + submission("reopened 1"))).contains(OPEN);
		}
		assertThat(caller("leader").get("/fill/receipts/" + submission("waits")).status()).isEqualTo(404);
	}

	/** Whether something came is told to all, for the calendar counts it. */
	@Test
	void thatAFigureCameIsToldToAll() {
		assertThat(body(caller("leader"), "/calendar/" + PLAN + "/mine/2024-Q1")).contains("迟报")
			.doesNotContain("待审核", "已退回");
		assertThat(body(caller("mine"), "/calendar/" + PLAN + "/mine/2024-Q1")).contains("待审核", "密因");
	}

	/** A doubt is told to whoever hands in: it may rest on what they see only. */
	@Test
	void noRuleTellsWhatAnotherDepartmentHandedIn() {
		String figures = """
				{"period":"2024-Q1","figures":[{"indicator":"intensity","value":"5.00","status":"P"}]}
				""";
		Api.Answer answer = caller("other").post("/api/plans/" + PLAN + "/submissions", figures);
		assertThat(SECRET).noneMatch(answer.body()::contains);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		Api.Answer draft = form("/fill/" + PLAN + "/2024-Q1/preview", "intensity.value=6.00&intensity.status=P");
		assertThat(SECRET).noneMatch(draft.body()::contains);
		String sheet = "指标代码,指标,本期数值\nwaits,指标,5\nintensity,指标,6\n";
		Api.Answer preview = upload("/fill/" + PLAN + "/2024-Q1/sheet", sheet);
		assertThat(SECRET).noneMatch(preview.body()::contains);
		String id = answer.json().path("id").asString();
		assertThat(body(caller("reviewer"), "/review/" + id)).as("the reviewer sees both").contains(WAITS);
	}

	/** Every address that is read, with what it can be asked for. */
	private Set<String> paths() {
		Set<String> paths = new LinkedHashSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, handler) -> {
			Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				patterns(mapping).forEach((pattern) -> paths.addAll(filled(pattern, handler)));
			}
		});
		return paths;
	}

	private static Set<String> patterns(RequestMappingInfo mapping) {
		return mapping.getPatternValues();
	}

	private List<String> filled(String pattern, HandlerMethod handler) {
		List<String> paths = List.of(pattern.replace("/**", ""));
		Matcher variables = VARIABLE.matcher(pattern);
		while (variables.find()) {
			String variable = variables.group();
			List<String> values = values(variables.group(1));
			paths = paths.stream()
				.flatMap((path) -> values.stream().map((value) -> path.replace(variable, value)))
				.toList();
		}
		List<String> asked = new ArrayList<>(paths);
		if (pattern.endsWith("/figures")) {
			paths.forEach((path) -> List.of("csv", "xlsx", "sdmx-csv")
				.forEach((format) -> asked.add(path + "?format=" + format)));
		}
		boolean asOf = Arrays.stream(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameter().getName().equals("asOf"));
		if (asOf) {
			List.copyOf(asked).forEach((path) -> asked.add(path + (path.contains("?") ? "&" : "?") + "asOf=" + THEN));
		}
		return asked;
	}

	private List<String> values(String variable) {
		return switch (variable) {
			case "plan" -> List.of(PLAN, "seen-2025");
			case "indicator" -> List.of("waits", "back", "swapped", "reopened");
			case "period" -> List.of("2024-Q1", "2025-Q1");
			case "department" -> List.of("mine", "other");
			case "id" -> List.copyOf(this.submissions.values());
			default -> List.of("1");
		};
	}

	private Api caller(String name) {
		return switch (name) {
			case "leader" -> this.api.leader();
			case "reviewer" -> this.api.reviewer();
			case "prometheus" -> this.api.prometheus();
			case "nobody" -> this.api.nobody();
			case "mine", "other" -> this.api.as("of-" + name, Api.submitting(PLAN, name));
			case "next" -> this.api.as("next", Api.submitting("seen-2025", "mine"));
			case "elsewhere" -> this.api.as("elsewhere", new Grant(Role.REVIEWER, "seen-2025", Grant.EVERY),
					new Grant(Role.PLAN_ADMIN, "seen-2025", Grant.EVERY));
			default -> this.api.as("of-" + name, Role.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
		};
	}

	/** The answer as text, a workbook's parts one behind another. */
	private String body(Api caller, String path) {
		HttpRequest request = caller.request(path).GET().build();
		try {
			byte[] body = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
			return (body.length > 1 && body[0] == 'P' && body[1] == 'K') ? unzipped(body)
					: new String(body, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String unzipped(byte[] body) throws IOException {
		Path file = Files.createTempFile("figures", ".xlsx");
		try (ZipFile zip = new ZipFile(Files.write(file, body).toFile())) {
			StringBuilder text = new StringBuilder();
			for (ZipEntry entry : Collections.list(zip.entries())) {
				text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
			return text.toString();
		}
		finally {
			Files.delete(file);
		}
	}

	private Api.Answer form(String path, String body) {
		Api caller = caller("other");
		return caller.send(caller.request(path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private Api.Answer upload(String path, String csv) {
		return caller("other").upload(path, "a.csv", csv.getBytes(StandardCharsets.UTF_8));
	}

	private void record(String plan, int year, String... indicators) {
		String common = "wording: 原文, measure: growth, unit: percent, decimals: 2, goal: {at-least: 5}, reported: quarterly, nature: expected";
		StringBuilder targets = new StringBuilder();
		for (String indicator : indicators) {
			targets.append("  - {indicator: %s, name: 指标%s, level-unit: 亿元, department: mine, %s}\n"
				.formatted(indicator, indicator, common));
		}
		targets.append(
				"  - {indicator: intensity, name: 强度, department: other, quotient-of: {numerator: waits, denominator: swapped}, %s}\n"
					.formatted(common));
		String yaml = """
				plan: %s
				title: 计划
				area: {code: "999001", zh: 某区}
				year: %d
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 2}
				closes: 2030-01-01
				departments: {mine: {zh: 统计局}, other: {zh: 财政局}}
				targets:
				%s""".formatted(plan, year, targets);
		Api.Answer answer = this.api.admin().put("/api/plans/" + plan, "application/yaml", yaml);
		assertThat(answer.status()).as(answer.body()).isLessThan(300);
	}

	/** Hands in as the department; remembers the submission by its indicator. */
	private String submission(String name) {
		return Objects.requireNonNull(this.submissions.get(name));
	}

	private String submit(String indicator, String value, @Nullable String level, String more) {
		boolean secret = level != null;
		Api.Answer answer = caller("mine").post("/api/plans/" + PLAN + "/submissions", """
				{"period":"2024-Q1","reason":%s,"figures":[{"indicator":"%s","value":"%s","status":"P","level":%s,
				"note":"%s","origin":"%s"%s}]}
				""".formatted(more.isEmpty() ? "null" : "\"密因\"", indicator, value,
				secret ? "\"" + level + "\"" : "null", secret ? "密注" + value : "核对无误", secret ? "密源" : "公报", more));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		String id = answer.json().path("id").asString();
		String number = answer.json().path("figures").path(0).path("revision").asString();
		this.submissions.put((level == null) ? indicator + " " + number : indicator + (more.isEmpty() ? "" : " 2"), id);
		return id;
	}

	private void approve(String submission) {
		assertThat(this.api.reviewer().approve(submission).status()).isEqualTo(200);
	}

	private void giveBack(String submission) {
		assertThat(this.api.reviewer()
			.post("/api/submissions/" + submission + "/return", "{\"reason\":\"密因，应为9.99\"}")
			.status()).isEqualTo(200);
	}

}
