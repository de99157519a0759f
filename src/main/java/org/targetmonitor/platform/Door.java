package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.PlainAnswers;

/**
 * Lets in what can be read, and turns everything else away in words, before the sign-in
 * or anybody else looks at it: a query that cannot be decoded, compressed bodies. Forms
 * are looked at behind it, see {@link Forms}.
 */
final class Door implements Filter {

	private static final Text ENCODED = new Text("请求正文不能压缩（Content-Encoding）",
			"bodies must not be compressed (Content-Encoding)");

	private static final Text NOT_UNICODE = new Text("JSON 与 YAML 应以 UTF-8 编码（Content-Type 的 charset）",
			"JSON and YAML are taken in UTF-8 (charset of the Content-Type)");

	private static final Text NO_MEDIA_TYPE = new Text("Content-Type 不是有效的内容类型", "the Content-Type is no media type");

	private static final Pattern CHARSET = Pattern
		.compile("(?i)^[^;]*(?:json|yaml)[^;]*;.*\\bcharset\\s*=\\s*\"?([^\\s;\"]+)");

	private static final Set<String> UNICODE = Set.of("utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be");

	private final PlainAnswers answers;

	private final String sessionCookie;

	Door(PlainAnswers answers, String sessionCookie) {
		this.answers = answers;
		this.sessionCookie = sessionCookie;
	}

	/** Why somebody is turned away. */
	private record Refusal(HttpStatus status, Text words) {
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest asked = (HttpServletRequest) request;
		HttpServletResponse answer = (HttpServletResponse) response;
		Optional<Refusal> refusal = (request.getDispatcherType() == DispatcherType.REQUEST) ? refusal(asked)
				: Optional.empty();
		if (refusal.isEmpty()) {
			chain.doFilter(new Admitted(asked, this.sessionCookie), response);
			return;
		}
		if (refusal.get().status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
			answer.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
		this.answers.refuse(asked, answer, refusal.get().status(), refusal.get().words());
	}

	private static Optional<Refusal> refusal(HttpServletRequest request) {
		Optional<Text> query = QueryString.fault(request.getQueryString());
		if (query.isPresent()) {
			return query.map((words) -> new Refusal(HttpStatus.BAD_REQUEST, words));
		}
		return encoding(request).map((words) -> new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, words));
	}

	/** What is wrong with how the body is written; documents are UTF-8 (RFC 8259). */
	private static Optional<Text> encoding(HttpServletRequest request) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
			return Optional.of(ENCODED);
		}
		String type = request.getContentType();
		if (type != null && !isMediaType(type)) {
			return Optional.of(NO_MEDIA_TYPE);
		}
		Matcher charset = CHARSET.matcher(String.valueOf(type));
		return (charset.find() && !UNICODE.contains(charset.group(1).toLowerCase(Locale.ROOT)))
				? Optional.of(NOT_UNICODE) : Optional.empty();
	}

	private static boolean isMediaType(String type) {
		try {
			MediaType read = MediaType.parseMediaType(type);
			return read.isConcrete();
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/**
	 * A request without the session cookies that no monitor gave out: looked up, they
	 * would end in an error of the database. Nor with what proxies forward: the server
	 * has used what it believes of that, and nobody else is to.
	 */
	private static final class Admitted extends HttpServletRequestWrapper {

		private final String name;

		private Admitted(HttpServletRequest request, String name) {
			super(request);
			this.name = name;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return isForwarded(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return isForwarded(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public Enumeration<String> getHeaderNames() {
			return Collections.enumeration(
					Collections.list(super.getHeaderNames()).stream().filter((name) -> !isForwarded(name)).toList());
		}

		private static boolean isForwarded(String name) {
			String small = name.toLowerCase(Locale.ROOT);
			return small.equals("forwarded") || small.startsWith("x-forwarded-");
		}

		@Override
		public Cookie[] getCookies() {
			Cookie[] cookies = super.getCookies();
			return (cookies == null) ? new Cookie[0]
					: Arrays.stream(cookies).filter((cookie) -> !isFalseSession(cookie)).toArray(Cookie[]::new);
		}

		private boolean isFalseSession(Cookie cookie) {
			if (!cookie.getName().equals(this.name)) {
				return false;
			}
			try {
				String id = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
				return !id.chars().allMatch((character) -> character > ' ' && character < '\u007f');
			}
			catch (IllegalArgumentException ex) {
				return true;
			}
		}

	}

}
