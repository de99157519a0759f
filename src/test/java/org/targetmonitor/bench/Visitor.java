package org.targetmonitor.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks over HTTP, as a person who has signed in or as a program with a password. */
final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.cookieHandler(new CookieManager())
		.build();

	private final String address;

	private final Map<String, String> headers;

	private String token = "";

	private Visitor(String address, Map<String, String> headers) {
		this.address = address;
		this.headers = headers;
	}

	/** Somebody without a name. */
	static Visitor nobody(String address) {
		return new Visitor(address, Map.of());
	}

	/** A program that says its password each time. */
	static Visitor program(String address, String username, String password) {
		return new Visitor(address, Map.of("Authorization", "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8))));
	}

	/** A person at a browser. */
	static Visitor person(String address, String username, String password) throws IOException, InterruptedException {
		Visitor person = new Visitor(address, Map.of("Accept", "text/html", "Accept-Language", "zh"));
		person.text("/sign-in");
		HttpResponse<byte[]> answer = person.form("/sign-in", Map.of("username", username, "password", password));
		if (answer.statusCode() != 200 || answer.uri().getPath().startsWith("/sign-in")) {
			throw new IllegalStateException(username + " is not signed in: " + answer.statusCode());
		}
		person.text("/me");
		return person;
	}

	/** The whole answer, whatever it says. */
	HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		return send(request(path).GET());
	}

	/** An answer that has to be what was asked for. */
	byte[] bytes(String path, String... more) throws IOException, InterruptedException {
		HttpRequest.Builder request = request(path).GET();
		if (more.length > 0) {
			request.headers(more);
		}
		HttpResponse<byte[]> answer = send(request);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException(path + " answers " + answer.statusCode());
		}
		return answer.body();
	}

	/** A page; its form's token is kept for the next form. */
	String text(String path) throws IOException, InterruptedException {
		String text = new String(bytes(path), StandardCharsets.UTF_8);
		Matcher found = TOKEN.matcher(text);
		if (found.find()) {
			this.token = found.group(1);
		}
		return text;
	}

	HttpResponse<byte[]> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&", "_csrf=" + encoded(this.token) + "&", ""));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	HttpResponse<byte[]> send(String method, String path, String type, String body)
			throws IOException, InterruptedException {
		return send(
				request(path).header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.timeout(Duration.ofMinutes(4));
		this.headers.forEach(request::header);
		return request;
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
