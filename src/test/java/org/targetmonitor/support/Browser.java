package org.targetmonitor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Calls pages as a browser does: keeps cookies, sends the token of the page it looked at
 * last, does not follow redirects.
 */
public final class Browser {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String address;

	private @Nullable String token;

	public Browser(String address) {
		this.address = address;
	}

	/** A page. */
	public record Page(int status, String body, HttpResponse<String> response) {

		/** Where it sends the browser on, without the host; empty if it does not. */
		public String location() {
			return this.response.headers()
				.firstValue("Location")
				.map((location) -> location.replaceFirst("^https?://[^/]+", ""))
				.orElse("");
		}

	}

	public Page get(String path, String... headers) {
		HttpRequest.Builder request = request(path);
		if (headers.length > 0) {
			request.headers(headers);
		}
		Page page = send(request.GET());
		Matcher found = TOKEN.matcher(page.body());
		if (found.find()) {
			this.token = found.group(1);
		}
		return page;
	}

	/** Sends a form with the token that the last page had. */
	public Page post(String path, Map<String, String> form, String... headers) {
		Map<String, String> fields = new LinkedHashMap<>(form);
		if (this.token != null) {
			fields.put("_csrf", this.token);
		}
		return postAsIs(path, fields, headers);
	}

	/** Sends a form as another site's page would: without a token. */
	public Page postAsIs(String path, Map<String, String> form, String... headers) {
		List<String> fields = new ArrayList<>();
		form.forEach((name, value) -> fields.add(encoded(name) + "=" + encoded(value)));
		HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields)));
		if (headers.length > 0) {
			request.headers(headers);
		}
		Page page = send(request);
		Matcher found = TOKEN.matcher(page.body());
		if (found.find()) {
			this.token = found.group(1);
		}
		return page;
	}

	/** Signs in by the form; the answer is a redirect. */
	public Page signIn(String username, String password) {
		get("/sign-in");
		return post("/sign-in", Map.of("username", username, "password", password));
	}

	/** Signs out by the form of the frame. */
	public Page signOut() {
		return post("/sign-out", Map.of());
	}

	/** The value of a cookie; empty if there is none. */
	public String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Accept", "text/html,application/xhtml+xml")
			.header("Accept-Language", "zh-CN");
	}

	private Page send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Page(response.statusCode(), response.body(), response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
