package org.targetmonitor.platform;

import java.util.Locale;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language that somebody chose, in a cookie that over TLS goes over TLS alone. */
final class LanguageCookie extends AbstractLocaleContextResolver {

	private final CookieLocaleResolver plain;

	private final CookieLocaleResolver secure;

	LanguageCookie(Function<HttpServletRequest, Locale> otherwise) {
		this.plain = cookie(false, otherwise);
		this.secure = cookie(true, otherwise);
	}

	private static CookieLocaleResolver cookie(boolean secure, Function<HttpServletRequest, Locale> otherwise) {
		CookieLocaleResolver resolver = new CookieLocaleResolver("language");
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSecure(secure);
		resolver.setCookieSameSite("Lax");
		resolver.setRejectInvalidCookies(false);
		resolver.setDefaultLocaleFunction(otherwise);
		return resolver;
	}

	@Override
	public LocaleContext resolveLocaleContext(HttpServletRequest request) {
		return (request.isSecure() ? this.secure : this.plain).resolveLocaleContext(request);
	}

	@Override
	public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response,
			@Nullable LocaleContext context) {
		(request.isSecure() ? this.secure : this.plain).setLocaleContext(request, response, context);
	}

}
