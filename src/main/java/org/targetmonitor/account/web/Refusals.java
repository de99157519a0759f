package org.targetmonitor.account.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.LeftForm;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.input.web.Problems;

/** What is answered to whom may not: a page to people, a problem to programs. */
@Component
class Refusals {

	private final PlainAnswers answers;

	private final LeftForms forms;

	Refusals(PlainAnswers answers, LeftForms forms) {
		this.forms = forms;
		this.answers = answers;
	}

	/** Whether somebody in front of a browser waits for a page. */
	static boolean isPage(HttpServletRequest request) {
		return PlainAnswers.isForPeople(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	/** Whoever is not signed in, or could not be. */
	void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (ex instanceof AuthenticationServiceException) {
			// Said by the filter around all of this, for which no session is needed
			throw ex;
		}
		else if (ex instanceof TooManyGuesses guesses) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(guesses.seconds()));
			write(request, response, HttpStatus.TOO_MANY_REQUESTS, Text.format("密码错误次数过多，请在%d分钟后再试",
					"too many wrong passwords, try again in %d minutes", guesses.minutes()));
		}
		else if (isPage(request)) {
			Optional<LeftForm> left = this.forms.sent(request);
			if (left.isPresent()) {
				this.forms.signInFor(left.get(), "", request, response);
				return;
			}
			response.sendRedirect(SecurityConfiguration.SIGN_IN + (hasEnded(request) ? "?ended" : ""));
		}
		else if (request.getHeader("HX-Request") != null) {
			// No challenge: the browser would open a window of its own; the page says it
			write(request, response, HttpStatus.UNAUTHORIZED,
					new Text("登录已过期，请重新登录", "your sign-in has ended, sign in again"));
		}
		else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"target monitor\", charset=\"UTF-8\"");
			write(request, response, HttpStatus.UNAUTHORIZED,
					new Text("请登录：用户名或密码缺失或不正确", "sign in: username or password is missing or wrong"));
		}
	}

	/** After a session has ended the browser still brings its id. */
	private static boolean hasEnded(HttpServletRequest request) {
		return request.getAttribute(LiveSessions.ENDED) != null
				|| (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
	}

	/**
	 * The form was wrong: back to it, saying the same whether the account exists or not.
	 */
	void signInFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		String why = "error";
		if (ex instanceof AuthenticationServiceException) {
			why = "unavailable";
		}
		else if (ex instanceof OAuth2AuthenticationException provider) {
			why = provider.getError().getErrorCode().equals(OidcAccounts.NO_ACCOUNT) ? "unknown" : "provider";
		}
		else if (ex instanceof TooManyGuesses guesses) {
			why = "minutes=" + guesses.minutes();
		}
		RememberedName.keep(request, response);
		Optional<LeftForm> left = this.forms.carried(request);
		if (left.isPresent()) {
			this.forms.signInFor(left.get(), "?" + why, request, response);
			return;
		}
		response.sendRedirect(SecurityConfiguration.SIGN_IN + "?" + why);
	}

	/**
	 * Whoever is signed in but may not; of a sign-in that is not whole, on to the next
	 * step; and whoever sends a form whose token is gone with its session, to sign in.
	 */
	void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		SignInStep step = (authentication != null && authentication.getPrincipal() instanceof SignedIn user)
				? user.step() : null;
		if (authentication == null && ex instanceof CsrfException && OwnCredentials.areIn(request)) {
			write(request, response, HttpStatus.FORBIDDEN, new Text("登录表单缺少校验码：请从登录页提交；程序无须登录，每次请求自带用户名和密码即可",
					"the sign-in form lacks its token: send it from the sign-in page; programs need no sign-in, they bring their credentials with every request"));
		}
		else if (authentication == null) {
			unauthorized(request, response, new InsufficientAuthenticationException("nobody is signed in", ex));
		}
		else if (step == null && ex instanceof CsrfException && this.forms.sent(request).isPresent()) {
			again(request, response, authentication.getName());
		}
		else if (step == null && authentication.getPrincipal() instanceof SignedIn user && user.byToken()
				&& user.account().roles().contains(Role.ACCOUNT_ADMIN)) {
			write(request, response, HttpStatus.FORBIDDEN, new Text("令牌没有此项权限：账号不能凭令牌管理，请用密码登录",
					"a token may not do this: accounts are not kept by token, sign in with the password"));
		}
		else if (step == null) {
			write(request, response, HttpStatus.FORBIDDEN, new Text("您的账号没有此项权限", "your account may not do this"));
		}
		else if (isPage(request)) {
			response.sendRedirect(step.page());
		}
		else {
			write(request, response, HttpStatus.FORBIDDEN, words(step));
		}
	}

	/** A form of a page that was opened before the present sign-in: asked about again. */
	private void again(HttpServletRequest request, HttpServletResponse response, String username) throws IOException {
		this.forms.sent(request).ifPresent((left) -> this.forms.keep(left, username, request));
		response.sendRedirect(this.forms.target(request).orElse(LeftForms.PAGE));
	}

	private static Text words(SignInStep step) {
		return switch (step) {
			case CODE -> new Text("该账号启用了第二因素：程序请使用访问令牌", "this account has a second factor: programs use a token");
			case PASSWORD -> new Text("密码已到期或须更换，请先在网页登录并修改密码",
					"the password is due for a change: sign in on the page and change it first");
			case ENROL -> new Text("该账号须先启用第二因素，请在网页登录后设置",
					"this account needs a second factor: sign in on the page and set it up");
		};
	}

	/** A request that another site's page made the browser send. */
	void crossSite(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		write(request, response, HttpStatus.FORBIDDEN,
				new Text("拒绝由其他网站的页面发来的请求", "requests that another site's page sends are refused"));
	}

	/** An address that no honest client sends. */
	void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.answers.refuse(request, response, HttpStatus.BAD_REQUEST, Problems.words(HttpStatus.BAD_REQUEST.value()));
	}

	private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Text title)
			throws IOException {
		if (PlainAnswers.isForPeople(request)) {
			response.sendError(status.value());
			return;
		}
		this.answers.problem(request, response, status, title);
	}

}
