package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.targetmonitor.account.Role;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.LogLines;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Raw;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that a request is made of leads to an internal error: every address with
 * hostile values in its path, query, headers, forms and documents, signed in and signed
 * out.
 */
@MonitorTest
class HostileRequestsIT {

	private static final List<String> ENCODED = List.of("%00", "a%00b", "%ff", "%ED%A0%80", "%01", "%7f", "%C2%85",
			"%E2%80%AE", "%F0%9F%98%80", "%EF%BF%BF", "%25", "%zz", "%", "'%22%3E%3Cb%3E", "-1", "99999999999999999999",
			"NaN", "1e999999999", "0000-00-00", "9999-12-31", "%2B999999999-01-01T00:00:00Z", "..", "%0d%0aX:%201",
			"x".repeat(3000), "");

	private static final List<String> BYTES = List.of("\u00e7\u0094\u00b2", "\u0080", "\u00ff\u00fe", ",;=\"",
			"a/b;q=x", "*/*;q=0", "text/html", "-1", "\"", "W/\"\u00ff", "bytes=9-1", "x".repeat(3000),
			"en,".repeat(1000), "");

	private static final List<String> HEADERS = List.of("Accept", "Accept-Language", "Accept-Encoding",
			"Accept-Charset", "Content-Type", "Content-Encoding", "If-Match", "If-None-Match", "If-Modified-Since",
			"Range", "Cookie", "Origin", "Referer", "User-Agent", "Sec-Fetch-Site", "HX-Request", "X-Requested-With",
			"X-CSRF-TOKEN", "Idempotency-Key", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
			"X-Forwarded-Port", "X-Forwarded-Prefix", "X-HTTP-Method-Override", "Expect");

	private static final List<String> DOCUMENTS = List.of("", "null", "[]", "{}", "\"\"", "0", "{", "\u0000",
			"\"\\u0000\"", "{\"\\u0000\":\"\\u0000\"}", "{\"figures\":[\"\\u0000\"]}", "{\"figures\":[null]}",
			"{\"figures\":[{\"indicator\":\"\\u0000\",\"reason\":\"\\u0000\"}],\"period\":\"\\u0000\"}",
			"{\"indicator\":\"gdp\\u0000\",\"cause\":\"\\u0000\",\"measure\":\"\\ud800\",\"reason\":\"\\u0000\"}",
			"{\"period\":\"2024-Q1\",\"figures\":[{\"indicator\":\"gdp\",\"value\":1e999999999,\"origin\":\"x\"}]}",
			"{\"period\":\"999999999-Q1\",\"figures\":[{\"indicator\":\"gdp\",\"value\":\"1e-999999999\"}]}",
			"{\"name\":\"\\u0000\",\"password\":\"\\u0000\",\"email\":\"\\u0000\",\"grants\":[{\"role\":\"\\u0000\"}]}",
			"[{\"indicator\":\"\\u0000\",\"period\":\"\\u0000\",\"share\":\"\\u0000\",\"origin\":\"\\u0000\"}]",
			"indicator,period,share,origin\n\u0000,\u0000,\u0000,\u0000\n", "[".repeat(5000));

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

	private static final Pattern FIELD = Pattern.compile("\\bname=\"([a-zA-Z][\\w-]*)\"");

	private static final Role[] EVERYTHING = EnumSet.complementOf(EnumSet.of(Role.SCRAPE)).toArray(Role[]::new);

	@Autowired
	Api api;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@LocalServerPort
	int port;

	private final List<String> faults = new ArrayList<>();

	private int turn;

	private LogLines log = new LogLines();

	private Raw raw = new Raw(0);

	/** An address that takes a method, and what it reads. */
	private record Address(RequestMethod method, String path, HandlerMethod handler) {

		/** With something harmless for every variable but one. */
		String with(String variable, String value) {
			Matcher matcher = VARIABLE.matcher(this.path);
			return matcher.replaceAll((found) -> Matcher
				.quoteReplacement(found.group(1).equals(variable) ? value : harmless(found.group(1))));
		}

		String plain() {
			return with("", "");
		}

		Set<String> variables() {
			return VARIABLE.matcher(this.path)
				.results()
				.map((found) -> found.group(1))
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}

		private static String harmless(String variable) {
			return switch (variable) {
				case "plan" -> "china-2024";
				case "period" -> "2024-Q1";
				case "indicator", "heading" -> "gdp";
				case "department" -> "statistics";
				case "number" -> "1";
				case "act" -> "replies";
				case "id", "token" -> "123e4567-e89b-12d3-a456-426614174000";
				default -> "somebody";
			};
		}

	}

	@BeforeEach
	void open() {
		this.raw = new Raw(this.port);
		this.api.as("everybody", EVERYTHING);
		this.log.taken();
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	@Test
	void noVariableOfAPathDoes() {
		for (Address address : addresses()) {
			for (String variable : address.variables()) {
				for (String value : ENCODED) {
					judge(address.method() + " " + address.with(variable, value), "", "");
				}
			}
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void noParameterOfAQueryDoes() {
		for (Address address : addresses()) {
			for (String name : parameters(address)) {
				for (String value : ENCODED) {
					judge(address.method() + " " + address.plain() + "?" + name + "=" + value, "", "");
				}
			}
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void noQueryDoesAnywhere() {
		List<String> everywhere = new ArrayList<>(addresses().stream().map(Address::plain).toList());
		everywhere.addAll(List.of("/assets/monitor.css", "/assets/htmx/htmx.min.js", "/actuator/health",
				"/actuator/health/liveness", "/actuator/none", "/sign-in", "/sign-out", "/error", "/none",
				"/v3/api-docs", "/v3/api-docs/swagger-config", "/swagger-ui.html", "/swagger-ui/index.html",
				"/login/oauth2/code/x", "/oauth2/authorization/x"));
		for (String address : everywhere) {
			for (String query : List.of("=x", "x=%ff", "%ff=x", "x=%00", "x=%", "=", "&", "x", "lang=%00", "lang=%ff",
					"lang=zz-zz-zz", "lang=en&lang=zh", "minutes=x")) {
				judge("GET " + address + "?" + query, "", "");
			}
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void noHeaderDoes() {
		for (Address address : addresses()) {
			Set<String> names = new LinkedHashSet<>(HEADERS);
			Arrays.stream(address.handler().getMethodParameters())
				.map((parameter) -> parameter.getParameterAnnotation(RequestHeader.class))
				.filter((header) -> header != null && !header.name().isEmpty())
				.forEach((header) -> names.add(header.name()));
			for (String name : names) {
				// Each address with some value, every header with all of them
				String value = BYTES.get(this.turn % BYTES.size());
				judge(address.method() + " " + address.plain(), name + ": " + value + "\r\n", "");
			}
			for (String cookie : List.of("targetmonitor=AAAA", "targetmonitor=%00", "targetmonitor=\u00ff",
					"language=zz", "language=\u0080", "language=-----")) {
				judge(address.method() + " " + address.plain(), "Cookie: " + cookie + "\r\n", "");
			}
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void noFieldOfAFormDoes() throws IOException {
		Set<String> fields = fieldsOfAllForms();
		for (Address address : changes()) {
			Set<String> names = new TreeSet<>(fields);
			names.addAll(parameters(address));
			for (String value : ENCODED) {
				String small = (value.length() > 100) ? "x".repeat(2001) : value;
				String form = names.stream().map((name) -> name + "=" + small).collect(Collectors.joining("&"));
				judge(address.method() + " " + address.plain(), "Content-Type: application/x-www-form-urlencoded\r\n",
						form);
			}
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void noFormThatIsNoneDoes() {
		for (Address address : changes()) {
			String line = address.method() + " " + address.plain();
			judge(line, "Content-Type: multipart/form-data\r\n", "x");
			judge(line, "Content-Type: multipart/form-data; boundary=\r\n", "x");
			judge(line, "Content-Type: multipart/form-data; boundary=b\r\n", "x");
			judge(line, "Content-Type: multipart/form-data; boundary=b\r\n", "--b\r\n\r\nx\r\n--b--\r\n");
			judge(line, "Content-Type: multipart/form-data; boundary=b\r\n",
					"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\u0000\"\r\n\r\n\u0000\r\n--b--\r\n");
			judge(line, "Content-Type: multipart/form-data; boundary=b\r\n",
					"--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\n\u0000\r\n--b--\r\n");
			judge(line, "Content-Type: application/x-www-form-urlencoded; charset=none\r\n", "a=b");
			judge(line, "Content-Type: application/x-www-form-urlencoded\r\n", "=b&%=%");
			judge(line, "Content-Type: application/x-www-form-urlencoded\r\nContent-Encoding: gzip\r\n", "a=b");
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void noDocumentDoes() {
		for (Address address : changes()) {
			if (address.path().startsWith("/api/")) {
				for (String document : DOCUMENTS) {
					for (String type : List.of("application/json", "application/yaml", "text/csv",
							"application/json;charset=GBK", "text/plain", "none", "application/json;charset=none")) {
						judge(address.method() + " " + address.plain(), "Content-Type: " + type + "\r\n", document);
					}
				}
			}
		}
		assertThat(this.faults).isEmpty();
	}

	/** Signed out, or signed in as a program or a person: in turn. */
	private void judge(String line, String headers, String body) {
		String who = List.of("", Raw.signedIn("everybody"), Raw.signedIn("everybody") + "Accept: text/html\r\n")
			.get(this.turn++ % 3);
		Raw.Answer answer = this.raw.send(line + " HTTP/1.1\r\n" + headers + who, body);
		List<String> lines = this.log.taken();
		boolean inWords = answer.status() < 400 || answer.body().isEmpty() || answer.body().contains("\"title\"")
				|| answer.body().contains("<html lang=\"");
		boolean harmless = answer.status() != 0 && (answer.status() < 500 || answer.status() == 501);
		boolean quiet = lines.size() <= 1
				&& lines.stream().noneMatch((logged) -> logged.contains("STACK TRACE") || logged.startsWith("ERROR"));
		if (!harmless || !quiet || !inWords) {
			String asked = line + " | " + headers + who + " | " + body;
			this.faults.add(asked.substring(0, Math.min(300, asked.length())) + " -> " + answer.status() + " " + lines
					+ (inWords ? "" : answer.body()));
		}
	}

	/** Every address there is. */
	private List<Address> addresses() {
		List<Address> addresses = new ArrayList<>();
		this.mappings.getHandlerMethods().forEach((info, handler) -> {
			for (String path : info.getPatternValues()) {
				for (RequestMethod method : methods(info)) {
					addresses.add(new Address(method, path, handler));
				}
			}
		});
		assertThat(addresses).hasSizeGreaterThan(70);
		return addresses;
	}

	private List<Address> changes() {
		return addresses().stream().filter((address) -> address.method() != RequestMethod.GET).toList();
	}

	private static Set<RequestMethod> methods(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods;
	}

	private static Set<String> parameters(Address address) {
		Set<String> names = new TreeSet<>();
		for (MethodParameter parameter : address.handler().getMethodParameters()) {
			RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
			if (asked != null) {
				names.add(asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name());
			}
			else if (parameter.getParameterType().isRecord()) {
				Arrays.stream(parameter.getParameterType().getRecordComponents())
					.forEach((part) -> names.add(part.getName()));
			}
		}
		return names;
	}

	/** Whatever a page of the monitor sends. */
	private static Set<String> fieldsOfAllForms() throws IOException {
		Set<String> fields = new TreeSet<>(Set.of("value-gdp", "note-gdp", "reason-gdp", "figures"));
		try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path template : templates.filter((path) -> path.toString().endsWith(".html")).toList()) {
				FIELD.matcher(Files.readString(template)).results().forEach((found) -> fields.add(found.group(1)));
			}
		}
		assertThat(fields).hasSizeGreaterThan(20);
		return fields;
	}

}
