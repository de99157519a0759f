package org.targetmonitor.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the token of a form in the session of whoever has signed in, and in a cookie
 * before that: strangers who look at the sign-in leave nothing behind in the database.
 * Over TLS the cookie's name forbids that another host of the domain sets it.
 */
final class FormTokens implements CsrfTokenRepository {

	private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

	private final CsrfTokenRepository plain = cookie("targetmonitor-form");

	private final CsrfTokenRepository secure = cookie("__Host-targetmonitor-form");

	private static CsrfTokenRepository cookie(String name) {
		CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
		repository.setCookieName(name);
		repository.setCookiePath("/");
		repository.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Lax"));
		// As the session names both, so that pages need not know where it is kept
		repository.setHeaderName("X-CSRF-TOKEN");
		return repository;
	}

	private CsrfTokenRepository of(HttpServletRequest request) {
		HttpSession present = request.getSession(false);
		if (present != null && present.getAttribute(SessionMark.ATTRIBUTE) != null) {
			return this.session;
		}
		return request.isSecure() ? this.secure : this.plain;
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return of(request).generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		of(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return of(request).loadToken(request);
	}

}
