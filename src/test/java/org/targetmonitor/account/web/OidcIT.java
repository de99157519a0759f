package org.targetmonitor.account.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.targetmonitor.account.Role;
import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in at an identity provider, a small one in this process. */
@MonitorTest
class OidcIT {

	private static final HttpServer PROVIDER = provider();

	private static final RSAKey KEY = key();

	private static volatile String claims = "";

	private static volatile String nonce = "";

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void registration(DynamicPropertyRegistry registry) {
		String address = "http://localhost:" + PROVIDER.getAddress().getPort();
		String client = "spring.security.oauth2.client.";
		registry.add(client + "registration.gov.client-id", () -> "monitor");
		registry.add(client + "registration.gov.client-secret", () -> "secret");
		registry.add(client + "registration.gov.client-name", () -> "浙政钉");
		registry.add(client + "registration.gov.scope", () -> "openid");
		registry.add(client + "registration.gov.authorization-grant-type", () -> "authorization_code");
		registry.add(client + "registration.gov.redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
		registry.add(client + "provider.gov.authorization-uri", () -> address + "/authorize");
		registry.add(client + "provider.gov.token-uri", () -> address + "/token");
		registry.add(client + "provider.gov.jwk-set-uri", () -> address + "/keys");
		registry.add(client + "provider.gov.user-name-attribute", () -> "sub");
	}

	@BeforeEach
	void account() {
		this.people.open("li", Role.VIEWER);
	}

	@AfterAll
	static void stop() {
		PROVIDER.stop(0);
	}

	@Test
	void knownNameIsSignedInAndStaysOnlyWhileItsAccountIsEnabled() {
		Browser browser = this.people.browser();
		assertThat(browser.get("/sign-in").body()).contains("href=\"/oauth2/authorization/gov\"", "浙政钉");
		assertThat(signIn(browser, "li").location()).isEqualTo("/start");
		assertThat(browser.get("/me").body()).contains(">li<");
		this.people.disable("li", Role.VIEWER);
		assertThat(browser.get("/me").location()).isEqualTo("/sign-in?ended");
		assertThat(signIn(browser, "li").location()).isEqualTo("/sign-in?unknown");
	}

	@Test
	void unknownNameIsRefusedInWordsAndRecorded() {
		Browser browser = this.people.browser();
		assertThat(signIn(browser, "stranger").location()).isEqualTo("/sign-in?unknown");
		assertThat(browser.get("/sign-in?unknown").body()).contains("没有对应的可用账号");
		assertThat(browser.get("/").location()).startsWith("/sign-in");
		assertThat(
				this.jdbc.sql("SELECT succeeded FROM audit_event WHERE actor = 'stranger'").query(Boolean.class).list())
			.containsExactly(false);
	}

	@Test
	void failureAtTheProviderIsInTheAudit() {
		Browser browser = this.people.browser();
		browser.get("/oauth2/authorization/gov");
		assertThat(browser.get("/login/oauth2/code/gov?error=access_denied&state=forged").location())
			.isEqualTo("/sign-in?provider");
		assertThat(this.jdbc.sql("SELECT detail FROM audit_event WHERE actor = '-' AND NOT succeeded")
			.query(String.class)
			.list()).containsExactly("provider authorization_request_not_found");
	}

	private static Browser.Page signIn(Browser browser, String name) {
		String asked = browser.get("/oauth2/authorization/gov")
			.response()
			.headers()
			.firstValue("Location")
			.orElseThrow();
		claims = name;
		nonce = parameter(asked, "nonce");
		return browser.get("/login/oauth2/code/gov?code=any&state="
				+ URI.create(asked).getRawQuery().replaceAll("^(.*&)?state=([^&]*).*$", "$2"));
	}

	private static String parameter(String address, String name) {
		Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
		assertThat(found.find()).as(address).isTrue();
		return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
	}

	private static HttpServer provider() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
			server.createContext("/keys", (exchange) -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
			server.createContext("/token",
					(exchange) -> answer(exchange,
							"{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
								.formatted(idToken())));
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static String idToken() {
		try {
			Instant now = Instant.now();
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
					new JWTClaimsSet.Builder().issuer("http://provider.example.org")
						.subject("0815")
						.audience("monitor")
						.issueTime(Date.from(now))
						.expirationTime(Date.from(now.plusSeconds(60)))
						.claim("nonce", nonce)
						.claim("preferred_username", claims)
						.build());
			token.sign(new RSASSASigner(KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("one").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
