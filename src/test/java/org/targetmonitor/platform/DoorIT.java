package org.targetmonitor.platform;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.targetmonitor.support.Api;
import org.targetmonitor.support.LogLines;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What cannot be read is refused before anybody looks at it: in words, as a page or a
 * problem, with one line in the log; and a question that an address does not know is not
 * answered with something else.
 */
@MonitorTest
class DoorIT {

	@Autowired
	Api api;

	@LocalServerPort
	int port;

	private final LogLines log = new LogLines();

	private Raw raw = new Raw(0);

	@BeforeEach
	void open() {
		this.raw = new Raw(this.port);
		this.api.leader();
		this.log.taken();
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?=x", "/?x=%ff", "/sign-in?=x", "/sign-in?x=%ff", "/assets/monitor.css?=x",
			"/actuator/health?x=%ff", "/audit?actor=%00", "/chain?hash=%00", "/api/plans?x=%", "/none?%zz=1" })
	void refusesQueryThatCannotBeRead(String address) {
		Raw.Answer problem = this.raw.get(address, "");
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.header("Content-Type")).hasValue("application/problem+json");
		assertThat(problem.body()).contains("\"instance\":\"" + address.substring(0, address.indexOf('?')) + "\"",
				"\"title\":\"");
		assertThat(this.log.taken()).singleElement().asString().startsWith("INFO GET /").contains(": 400 ");
		Raw.Answer page = this.raw.get(address, "Accept: text/html\r\nAccept-Language: en\r\n");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("<html lang=\"en\">", "The page cannot be shown");
		assertThat(this.log.taken()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/plans/a%2Fb", "/api/plans/a%00", "/api/plans/%ff", "/%2e%2e/x", "/api/plans/a%5Cb",
			"/api/plans/%zz", "/api/plans/a;b=1", "//x", "/api/plans/a%0ab" })
	void refusesPathThatCannotBeRead(String address) {
		Raw.Answer problem = this.raw.get(address, Raw.signedIn("leader"));
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.header("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(problem.body()).contains("\"title\":\"请求格式有误\"", "\"status\":400");
		assertThat(this.log.taken()).hasSize(1);
		Raw.Answer page = this.raw.get(address, "Accept: text/html\r\n");
		assertThat(page.body()).contains("<html lang=\"zh-CN\">", "请求格式有误").doesNotContain("Bad Request");
	}

	@Test
	void saysInWordsWhatTheServerItselfRefuses() {
		assertThat(this.raw.send("GET / HTTP/1.1\r\nTransfer-Encoding: none\r\n", "").body()).contains("不支持这种传输方式");
		assertThat(this.raw.get("/", "Expect: wonders\r\n").body()).contains("\"status\":417");
		assertThat(this.raw.get("/", "X: a\u0000b\r\nAccept: text/html\r\n").status()).isEqualTo(400);
		assertThat(this.raw.send("TRACE / HTTP/1.1\r\n", "").header("Content-Type"))
			.hasValue("application/problem+json");
	}

	@Test
	void refusesFieldThatCannotBeStored() {
		Raw.Answer answer = this.raw.post("/sign-in", "Accept: text/html\r\n", "application/x-www-form-urlencoded",
				"username=a%00b&password=x");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("表单中含有无法保存的控制字符");
		assertThat(this.log.taken()).hasSize(1);
	}

	@Test
	void tellsWhoSignsInByFormAndHeaderThatTheFormLacksItsToken() {
		Raw.Answer answer = this.raw.post("/sign-in", Raw.signedIn("leader"), "application/x-www-form-urlencoded",
				"username=leader&password=x");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("登录表单缺少校验码").doesNotContain("密码缺失");
	}

	@Test
	void refusesFormThatIsNone() {
		assertThat(this.raw.post("/sign-in", "", "multipart/form-data", "x").status()).isEqualTo(400);
		assertThat(this.raw.post("/sign-in", "", "application/x-www-form-urlencoded", "a=%zz").status()).isEqualTo(400);
		assertThat(this.raw.post("/plans/preview", Raw.signedIn("admin"), "application/x-www-form-urlencoded", "a=b")
			.status()).isEqualTo(400);
		assertThat(this.log.taken()).hasSize(3);
	}

	/** The server answers such a body itself, and its error page read it once more. */
	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/sign-out", "/fill/china-2024/2024-Q1", "/fill/china-2024/2024-Q1/sheet",
			"/plans/preview", "/api/plans/china-2024/submissions", "/none" })
	void refusesBodyThatBreaksOff(String address) {
		for (String who : List.of("", "Accept: text/html\r\n", Raw.signedIn("leader"))) {
			for (String type : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=b")) {
				String chunked = "POST " + address + " HTTP/1.1\r\n" + who + "Content-Type: " + type
						+ "\r\nTransfer-Encoding: chunked\r\n";
				for (String chunks : List.of("zz\r\na=b\r\n0\r\n\r\n", "-1\r\na=b\r\n",
						"3;" + "x".repeat(9000) + "\r\na=b\r\n0\r\n\r\n")) {
					refusedInWords(this.raw.send(chunked, chunks), who, 411, "表单须注明内容长度");
				}
			}
			refusedInWords(
					this.raw.post(address, who, "multipart/form-data; boundary=b",
							"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a"),
					who, 400, "表单内容无法读取");
		}
	}

	@Test
	void refusesDocumentThatBreaksOff() {
		this.api.staff();
		this.log.taken();
		Raw.Answer answer = this.raw.send("POST /api/plans/china-2024/submissions HTTP/1.1\r\n" + Raw.signedIn("staff")
				+ "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("\"instance\":\"/api/plans/china-2024/submissions\"", "\"status\":400");
		List<String> lines = new ArrayList<>();
		await().untilAsserted(() -> {
			lines.addAll(this.log.taken());
			assertThat(lines).isNotEmpty();
		});
		assertThat(lines).singleElement().asString().startsWith("INFO POST /api/").doesNotContain("STACK TRACE");
	}

	private void refusedInWords(Raw.Answer answer, String who, int status, String words) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).contains(words,
				who.startsWith("Accept") ? "<html lang=\"zh-CN\">" : "\"status\":" + status);
		assertThat(this.log.taken()).singleElement()
			.asString()
			.startsWith("INFO POST /")
			.doesNotContain("/error")
			.contains(": " + status + " ");
	}

	@ParameterizedTest
	@CsvSource({ "application/json;charset=GBK, x", "application/yaml; charset=\"gb18030\", x", "*/*, x", "none, x" })
	void refusesContentTypeThatIsNotTaken(String type, String body) {
		Raw.Answer answer = this.raw.post("/api/plans/china-2024/submissions", Raw.signedIn("leader"), type, body);
		assertThat(answer.status()).isEqualTo(415);
	}

	@Test
	void refusesCompressedBody() {
		Raw.Answer answer = this.raw.post("/api/plans/china-2024/submissions",
				Raw.signedIn("leader") + "Content-Encoding: gzip\r\n", "application/json", "{}");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.header("Accept-Encoding")).hasValue("identity");
	}

	@Test
	void refusesIdempotencyKeyBeyondAscii() {
		this.api.staff();
		this.log.taken();
		Raw.Answer answer = this.raw.post("/api/plans/china-2024/submissions",
				Raw.signedIn("staff") + "Idempotency-Key: \u00e7\u0094\u00b2\r\n", "application/json",
				"{\"period\":\"2024-Q1\",\"figures\":[]}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("\"field\":\"Idempotency-Key\"", "ASCII");
		assertThat(this.log.taken()).isEmpty();
	}

	@Test
	void passesOverSessionThatNobodyGaveOut() {
		assertThat(this.raw.get("/sign-in", "Cookie: targetmonitor=AAAA\r\nAccept: text/html\r\n").status())
			.isEqualTo(200);
		assertThat(this.raw.get("/api/plans", "Cookie: targetmonitor=AAAA\r\n").status()).isEqualTo(401);
		assertThat(this.log.taken()).isEmpty();
	}

	/** The server's own limit is ten, and what it threw there was an internal error. */
	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/api/plans", "/assets/monitor.css", "/actuator/health", "/%2e%2e/x" })
	void readsAsManyLanguagesAsAreNamed(String address) {
		String many = "Accept-Language: en" + ",zz".repeat(20) + "\r\n";
		String most = "Accept-Language: " + "a,".repeat(3500) + "\r\n";
		assertThat(this.raw.get(address, most).status()).isEqualTo(this.raw.get(address, "").status());
		Raw.Answer page = this.raw.get(address, many + "Accept: text/html\r\n");
		assertThat(page.status()).isEqualTo(this.raw.get(address, "Accept: text/html\r\n").status());
		if (address.equals("/sign-in")) {
			assertThat(page.body()).contains("<html lang=\"en\">");
		}
		assertThat(this.log.taken()).noneMatch((line) -> line.contains("STACK TRACE") || line.startsWith("ERROR"));
	}

	@Test
	void namesMethodsThatAreThere() {
		Raw.Answer answer = this.raw.send("PATCH /api/plans HTTP/1.1\r\n" + Raw.signedIn("leader"), "");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.header("Allow")).hasValue("GET");
		assertThat(this.raw.send("PROPFIND /api/plans HTTP/1.1\r\n" + Raw.signedIn("leader"), "").status())
			.isEqualTo(405);
	}

	@Test
	void namesAddressInProblemsOfTheSignIn() {
		assertThat(this.raw.get("/api/plans", "").body()).contains("\"instance\":\"/api/plans\"");
		assertThat(this.raw.get("/api/accounts", Raw.signedIn("leader")).body())
			.contains("\"instance\":\"/api/accounts\"");
		String large = "x".repeat(9_000_000);
		assertThat(this.raw.post("/api/plans/x/submissions", Raw.signedIn("leader"), "application/json", large).body())
			.contains("\"instance\":\"/api/plans/x/submissions\"", "\"status\":413");
	}

	@ParameterizedTest
	@CsvSource({ "/api/plans/china-2024/progress?as-of=2024-05-01, as-of, asOf",
			"/api/plans/china-2024/figures?asof=2024-05-01, asof, 'asOf, format'",
			"/api/plans/china-2024?asOf=x, asOf, ''", "/api/plans?limit=1, limit, 'area, page, year'",
			"/api/plans/china-2024/revisions?since=x, since, ''",
			"/actuator/prometheus?plans=x, plans, 'area, part, plan'" })
	void refusesQuestionThatTheApiDoesNotKnow(String address, String name, String known) {
		Raw.Answer answer = this.raw.get(address, Raw.signedIn("leader") + "Accept-Language: en\r\n");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("\"field\":\"" + name + "\"", "\"rule\":\"unknown-parameter\"",
				known.isEmpty() ? "this address takes none" : "there are: " + known);
	}

	@ParameterizedTest
	@CsvSource({ "/api/plans?year=, year", "/api/plans?page=, page", "/api/plans?area=110000&year=%20, year",
			"/api/plans?year=2024&year=, year" })
	void refusesNumberThatIsEmpty(String address, String name) {
		Raw.Answer answer = this.raw.get(address, Raw.signedIn("leader") + "Accept-Language: en\r\n");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("\"field\":\"" + name + "\"", "\"rule\":\"number\"",
				"must be a whole number");
	}

	@Test
	void storesNothingOfSubmissionWithUnknownParameter() {
		Api staff = this.api.staff();
		Api.Answer answer = staff.post("/api/plans/china-2024/submissions?dry-run=true",
				"{\"period\":\"2024-Q1\",\"figures\":[{\"indicator\":\"gdp\",\"value\":\"5.3\",\"status\":\"P\",\"origin\":\"x\"}]}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.rules()).containsExactly("unknown-parameter");
		assertThat(this.api.leader().get("/api/plans/china-2024/figures").body()).isEqualTo("[]");
	}

	@Test
	void pageRefusesMisspeltQuestionAndPassesOverWhatMessengersAdd() {
		for (String query : List.of("asof=2024-04-01", "as-of=2024-04-01", "AsOf=2024-04-01", "Plan=china-2024",
				"department=x")) {
			Raw.Answer page = this.raw.get("/?" + query, Raw.signedIn("leader") + "Accept: text/html\r\n");
			assertThat(page.status()).as(query).isEqualTo(400);
			assertThat(page.body()).contains("无法识别的查询参数", "asOf");
		}
		assertThat(this.raw.get("/calendar?asOf=2024-04-01", Raw.signedIn("leader")).status()).isEqualTo(400);
		for (String query : List.of("utm_source=mail&from=timeline&isappinstalled=0", "lang=en", "continue")) {
			assertThat(this.raw.get("/?" + query, Raw.signedIn("leader")).status()).as(query).isEqualTo(200);
		}
	}

}
