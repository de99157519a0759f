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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;

/**
 * Calls a running monitor as one of its accounts; with {@link #staff()} and the like,
 * accounts are made when first used.
 */
public final class Api {

	/** The password of every account that tests use. */
	public static final String PASSWORD = "correct-horse-battery";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client;

	private final Supplier<String> address;

	/** What the header says; empty for no header. */
	private final String authorization;

	private final List<String> made;

	public Api(Supplier<String> address) {
		this(HttpClient.newHttpClient(), address, basic("admin", PASSWORD), new ArrayList<>());
	}

	private Api(HttpClient client, Supplier<String> address, String authorization, List<String> made) {
		this.client = client;
		this.address = address;
		this.authorization = authorization;
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
		return withPassword("admin", PASSWORD);
	}

	/** Submits for every department of every plan. */
	public Api staff() {
		return as("staff", Role.SUBMITTER);
	}

	/** Submits for Yuhang's finance bureau alone. */
	public Api finance() {
		return as("finance", submitting("yuhang-2024", "finance"));
	}

	/** Reviews every plan. */
	public Api reviewer() {
		return as("reviewer", Role.REVIEWER);
	}

	/** Submits and reviews everything. */
	public Api both() {
		return as("both", Role.SUBMITTER, Role.REVIEWER);
	}

	/** Looks at everything. */
	public Api leader() {
		return as("leader", Role.VIEWER);
	}

	/** Reads the audit. */
	public Api auditor() {
		return as("auditor", Role.AUDITOR);
	}

	/** Keeps Yuhang's plan alone. */
	public Api planner() {
		return as("planner", new Grant(Role.PLAN_ADMIN, "yuhang-2024", Grant.EVERY));
	}

	/** Reads metrics. */
	public Api prometheus() {
		return withPassword("prometheus", PASSWORD);
	}

	/** Somebody who does not say who they are. */
	public Api nobody() {
		return saying("");
	}

	/** Whoever has a token. */
	public Api withToken(String token) {
		return saying("Bearer " + token);
	}

	/** Somebody who says to have a password. */
	public Api withPassword(String username, String password) {
		return saying(basic(username, password));
	}

	private Api saying(String authorization) {
		return new Api(this.client, this.address, authorization, this.made);
	}

	private static String basic(String username, String password) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** Submitting for one department of a plan. */
	public static Grant submitting(String plan, String department) {
		return new Grant(Role.SUBMITTER, plan, department);
	}

	/** Some account with roles everywhere; made when first used. */
	public Api as(String username, Role... roles) {
		return as(username, Stream.of(roles).map(Grant::everywhere).toArray(Grant[]::new));
	}

	/** Some account with grants; made when first used. */
	public Api as(String username, Grant... grants) {
		synchronized (this.made) {
			if (!this.made.contains(username)) {
				Answer answer = admin().put("/api/accounts/" + username, "application/json",
						"{\"password\":\"%s\",\"grants\":%s}".formatted(PASSWORD,
								Stream.of(grants).map(Api::json).collect(Collectors.joining(",", "[", "]"))));
				if (answer.status() >= 300) {
					throw new IllegalStateException(answer.body());
				}
				this.made.add(username);
			}
		}
		return withPassword(username, PASSWORD);
	}

	private static String json(Grant grant) {
		return "{\"role\":\"%s\",\"plan\":\"%s\",\"department\":\"%s\"}".formatted(grant.role().key(), grant.plan(),
				grant.department());
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
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address.get() + path))
			.header("Accept-Language", "zh-CN");
		return this.authorization.isEmpty() ? request : request.header("Authorization", this.authorization);
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
