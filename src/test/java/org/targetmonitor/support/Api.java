package org.targetmonitor.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a running monitor as one of its accounts; with {@link #staff()} and the like,
 * accounts are made when first used.
 */
public final class Api {

	/** The password of every account that tests use. */
	public static final String PASSWORD = "correct-horse-battery";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	private final Supplier<String> address;

	private final String username;

	private final List<String> made;

	public Api(Supplier<String> address) {
		this(address, "admin", new ArrayList<>());
	}

	private Api(Supplier<String> address, String username, List<String> made) {
		this.address = address;
		this.username = username;
		this.made = made;
	}

	/** An answer. */
	public record Answer(int status, String body, HttpResponse<String> response) {

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		/** The rules that refused, of a problem. */
		public List<String> rules() {
			return json().path("errors").valueStream().map((error) -> error.path("rule").asString()).toList();
		}

	}

	/** The administrator of plans and accounts. */
	public Api admin() {
		return new Api(this.address, "admin", this.made);
	}

	/** Submits for every department of every plan. */
	public Api staff() {
		return as("staff", "[{\"role\":\"submitter\"}]");
	}

	/** Submits for Yuhang's finance bureau alone. */
	public Api finance() {
		return as("finance", "[{\"role\":\"submitter\",\"plan\":\"yuhang-2024\",\"department\":\"finance\"}]");
	}

	/** Reviews every plan. */
	public Api reviewer() {
		return as("reviewer", "[{\"role\":\"reviewer\"}]");
	}

	/** Looks at everything. */
	public Api leader() {
		return as("leader", "[{\"role\":\"viewer\"}]");
	}

	/** Reads metrics. */
	public Api prometheus() {
		return new Api(this.address, "prometheus", this.made);
	}

	/** Somebody who does not say who they are. */
	public Api nobody() {
		return new Api(this.address, "", this.made);
	}

	/** Some account with grants as the accounts API takes them; made when first used. */
	public Api as(String username, String grants) {
		synchronized (this.made) {
			if (!this.made.contains(username)) {
				Answer answer = admin().put("/api/accounts/" + username, "application/json",
						"{\"password\":\"%s\",\"grants\":%s}".formatted(PASSWORD, grants));
				if (answer.status() >= 300) {
					throw new IllegalStateException(answer.body());
				}
				this.made.add(username);
			}
		}
		return new Api(this.address, username, this.made);
	}

	public Answer get(String path) {
		return send(request(path).GET());
	}

	public Answer post(String path, String json) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	public Answer put(String path, String type, String body) {
		return send(request(path).header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Submits figures; answers as the API does. */
	public Answer submit(String plan, String period, String figures) {
		return post("/api/plans/" + plan + "/submissions",
				"{\"period\":\"%s\",\"figures\":[%s]}".formatted(period, figures));
	}

	public Answer approve(String submission) {
		return post("/api/submissions/" + submission + "/approval", "");
	}

	/** What a browser shows in the end: the page that an answer leads to, or itself. */
	public Answer shown(Answer answer) {
		return answer.response()
			.headers()
			.firstValue("Location")
			.map((location) -> get(URI.create(location).getRawPath()))
			.orElse(answer);
	}

	/** Uploads a file to a page, and sees what it leads to. */
	public Answer upload(String path, String name, byte[] file) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(("--sheet\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(file);
		body.writeBytes("\r\n--sheet--\r\n".getBytes(StandardCharsets.UTF_8));
		return shown(send(request(path).header("Content-Type", "multipart/form-data; boundary=sheet")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
	}

	/** A request as this account, in Chinese; add to it what the test needs. */
	public HttpRequest.Builder request(String path) {
		String credentials = Base64.getEncoder()
			.encodeToString((this.username + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address.get() + path))
			.header("Accept-Language", "zh-CN");
		return this.username.isEmpty() ? request : request.header("Authorization", "Basic " + credentials);
	}

	public Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(),
					HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response.statusCode(), response.body(), response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
