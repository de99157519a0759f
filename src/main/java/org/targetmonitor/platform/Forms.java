package org.targetmonitor.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.PlainAnswers;

/**
 * Turns away, in words, forms that cannot be decoded and characters that the database
 * does not store, before the sign-in or anybody else looks at them.
 */
final class Forms extends OncePerRequestFilter {

	private static final Text UNREADABLE = new Text("表单内容无法读取，请刷新页面后重新提交",
			"the form cannot be read: load the page anew and send it again");

	/** The names of a form's fields are words for programs. */
	private static final Text NOT_STORABLE = new Text("表单中含有无法保存的控制字符，未作任何保存",
			"the form holds a control character that cannot be stored; nothing is stored");

	private final PlainAnswers answers;

	Forms(PlainAnswers answers) {
		this.answers = answers;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Refusal> refusal = refusal(request);
		if (refusal.isEmpty()) {
			chain.doFilter(request, response);
		}
		else if (!isToldByTheServer(request)) {
			this.answers.refuse(asItCame(request), response, refusal.get().status(), refusal.get().words());
		}
		// Else whatever is written now is passed over: it comes again, as an error
	}

	/** Why a form is turned away. */
	private record Refusal(HttpStatus status, Text words) {
	}

	private static Optional<Refusal> refusal(HttpServletRequest request) {
		try {
			return request.getParameterMap()
				.entrySet()
				.stream()
				.filter(Forms::holdsNothingToStore)
				.findFirst()
				.map((field) -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, NOT_STORABLE));
		}
		catch (InvalidParameterException ex) {
			if (ex.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
				throw new BodyRefused(BodyRefused.Why.TOO_LARGE);
			}
			return Optional.of(new Refusal(HttpStatus.BAD_REQUEST, UNREADABLE));
		}
		catch (BodyRefused ex) {
			if (request.getDispatcherType() == DispatcherType.REQUEST) {
				throw ex;
			}
			// It is told already
			return Optional.empty();
		}
	}

	/**
	 * Whether a body broke off, or came in chunks that are none: the server itself then
	 * answers with an error, for whose page it would read the fields once more.
	 */
	private static boolean isToldByTheServer(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.REQUEST
				&& request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
	}

	/** Of an error the server asks for its page, under another address and method. */
	private static HttpServletRequest asItCame(HttpServletRequest request) {
		return new HttpServletRequestWrapper(request) {
			@Override
			public String getRequestURI() {
				return (super.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri) ? uri
						: super.getRequestURI();
			}

			@Override
			public String getMethod() {
				return (super.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String method) ? method
						: super.getMethod();
			}
		};
	}

	/**
	 * The database stores every character but one. Other control characters are told at
	 * the field, so that what was typed beside it stays.
	 */
	private static boolean holdsNothingToStore(Map.Entry<String, String[]> field) {
		return field.getKey().indexOf('\0') >= 0
				|| Arrays.stream(field.getValue()).anyMatch((value) -> value.indexOf('\0') >= 0);
	}

}
