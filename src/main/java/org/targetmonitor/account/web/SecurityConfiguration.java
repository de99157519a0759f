package org.targetmonitor.account.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.LocaleResolver;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Problems;

/** Who may call what: nothing but the health check is open. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] EVERYBODY_BUT_SCRAPE = { Role.VIEWER.name(), Role.SUBMITTER.name(),
			Role.REVIEWER.name(), Role.PLAN_ADMIN.name(), Role.ACCOUNT_ADMIN.name(), Role.AUDITOR.name() };

	private static final String SIGN_IN = "/sign-in";

	private static final String[] OPEN = { "/actuator/health/**", SIGN_IN, "/assets/**", "/webjars/**" };

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	private final JsonMapper json;

	private final LocaleResolver locales;

	SecurityConfiguration(JsonMapper json, LocaleResolver locales) {
		this.json = json;
		this.locales = locales;
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers("/actuator/prometheus")
				.authenticated()
				.requestMatchers("/api/accounts/**")
				.hasRole(Role.ACCOUNT_ADMIN.name())
				.requestMatchers("/audit/**", "/api/audit/**")
				.hasRole(Role.AUDITOR.name())
				.requestMatchers("/chain", "/api/chain")
				.hasAnyRole(Role.AUDITOR.name(), Role.REVIEWER.name(), Role.PLAN_ADMIN.name())
				.requestMatchers(HttpMethod.GET, "/**")
				.hasAnyRole(EVERYBODY_BUT_SCRAPE)
				.requestMatchers(HttpMethod.PUT, "/api/plans/*")
				.hasRole(Role.PLAN_ADMIN.name())
				.requestMatchers(HttpMethod.POST, "/api/plans/*/submissions")
				.hasRole(Role.SUBMITTER.name())
				.requestMatchers(HttpMethod.POST, "/api/submissions/*/*")
				.hasRole(Role.REVIEWER.name())
				.anyRequest()
				.hasAnyRole(EVERYBODY_BUT_SCRAPE))
			.httpBasic((basic) -> basic.authenticationEntryPoint(unauthorized()))
			.formLogin((form) -> form.loginPage(SIGN_IN).defaultSuccessUrl("/start").permitAll())
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
			.requestCache((cache) -> cache.requestCache(pagesOnly()))
			.exceptionHandling(
					(errors) -> errors.authenticationEntryPoint(unauthorized()).accessDeniedHandler(forbidden()))
			.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::couldBeForged))
			.addFilterBefore(new CrossSiteRequests(crossSite()), BasicAuthenticationFilter.class)
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy
					.policyDirectives("default-src 'self'; img-src 'self' data:; object-src 'none'; "
							+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"))
				.referrerPolicy(Customizer.withDefaults()))
			.build();
	}

	/**
	 * A browser adds a session's cookie by itself; what brings its own credentials needs
	 * no token (see {@link CrossSiteRequests} for those that a browser remembers).
	 */
	private static boolean couldBeForged(HttpServletRequest request) {
		boolean changes = !SAFE_METHODS.contains(request.getMethod());
		boolean hasSession = request.getSession(false) != null || request.getRequestURI().equals(SIGN_IN);
		return changes && hasSession && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	/** Whoever asks for a page and has to sign in first gets that page afterwards. */
	private static RequestCache pagesOnly() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setRequestMatcher((request) -> request.getMethod().equals("GET") && isPage(request));
		return cache;
	}

	/** Whether somebody in front of a browser waits for a page. */
	private static boolean isPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	@Bean
	UserDetailsService users(Accounts accounts) {
		return new KnownAccounts(accounts);
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new RememberedPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder());
	}

	private AuthenticationEntryPoint unauthorized() {
		return (request, response, ex) -> {
			if (ex instanceof AuthenticationServiceException) {
				write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
						new Text("数据库暂时无法访问，请稍后再试", "the database does not answer, try again later"));
				return;
			}
			if (isPage(request)) {
				response.sendRedirect(SIGN_IN);
				return;
			}
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"target monitor\", charset=\"UTF-8\"");
			write(request, response, HttpStatus.UNAUTHORIZED,
					new Text("请登录：用户名或密码缺失或不正确", "sign in: username or password is missing or wrong"));
		};
	}

	private AccessDeniedHandler forbidden() {
		return (request, response, ex) -> write(request, response, HttpStatus.FORBIDDEN,
				new Text("您的账号没有此项权限", "your account may not do this"));
	}

	private AccessDeniedHandler crossSite() {
		return (request, response, ex) -> write(request, response, HttpStatus.FORBIDDEN,
				new Text("拒绝由其他网站的页面发来的请求", "requests that another site's page sends are refused"));
	}

	/** Addresses that no honest client sends, refused before anybody is signed in. */
	@Bean
	RequestRejectedHandler rejected() {
		return (request, response, ex) -> write(request, response, HttpStatus.BAD_REQUEST,
				new Text("请求格式有误", "the request is malformed"));
	}

	private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Text title)
			throws IOException {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
			response.sendError(status.value());
			return;
		}
		Locale locale = this.locales.resolveLocale(request);
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding("UTF-8");
		this.json.writeValue(response.getOutputStream(), Problems.problem(status, title, List.of(), locale));
	}

}
