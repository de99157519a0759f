package org.targetmonitor.platform;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

import org.targetmonitor.input.web.PlainAnswers;
import org.targetmonitor.platform.watch.DatabaseWatch;

/** Languages and what every request passes through. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private static final Duration WAIT_FOR_A_BYTE = Duration.ofSeconds(10);

	private final PlainAnswers answers;

	WebConfiguration(@Lazy PlainAnswers answers) {
		this.answers = answers;
	}

	/** Chinese first: whoever does not ask for English gets Chinese. */
	@Bean
	LocaleResolver localeResolver() {
		return new LanguageCookie(WebConfiguration::asked);
	}

	/** Before the server's own valve, which believes what a proxy forwards. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwardedAddresses() {
		return new ForwardedAddressesFirst();
	}

	private static Locale asked(HttpServletRequest request) {
		String header = request.getHeader("Accept-Language");
		if (header == null || header.length() > 200) {
			return Locale.SIMPLIFIED_CHINESE;
		}
		try {
			Locale match = Locale.lookup(Locale.LanguageRange.parse(header),
					List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
			return (match != null && match.getLanguage().equals("en")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
		}
		catch (IllegalArgumentException ex) {
			return Locale.SIMPLIFIED_CHINESE;
		}
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new KnownSenders());
		registry.addInterceptor(new UnknownParameters(this.answers));
		LocaleChangeInterceptor language = new LocaleChangeInterceptor();
		language.setParamName("lang");
		language.setIgnoreInvalidLocale(true);
		registry.addInterceptor(language);
	}

	/** Inside of the session, which says whether somebody is signed in. */
	@Bean
	FilterRegistrationBean<BodyLimit> bodyLimit(MonitorProperties properties, PlainAnswers answers) {
		FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(
				new BodyLimit(properties.maxBody(), answers));
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
		return filter;
	}

	@Bean
	FilterRegistrationBean<Forms> forms(PlainAnswers answers) {
		FilterRegistrationBean<Forms> filter = new FilterRegistrationBean<>(new Forms(answers));
		filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 2);
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return filter;
	}

	/** Around everything that reads a body, and what the server reads itself. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> arrivingBodies(MonitorProperties properties,
			@Value("${server.tomcat.max-swallow-size}") DataSize passedOver) {
		return (factory) -> {
			factory.addEngineValves(new ArrivingBodies(properties.maxBody(), passedOver));
			factory.addConnectorCustomizers((connector) -> {
				// The wait for each byte of a body
				connector.setProperty("disableUploadTimeout", "false");
				connector.setProperty("connectionUploadTimeout", String.valueOf(WAIT_FOR_A_BYTE.toMillis()));
			});
		};
	}

	/** Before the session and the sign-in, which read cookies and parameters. */
	@Bean
	FilterRegistrationBean<Door> door(PlainAnswers answers,
			@Value("${server.servlet.session.cookie.name}") String sessionCookie) {
		FilterRegistrationBean<Door> filter = new FilterRegistrationBean<>(new Door(answers, sessionCookie));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return filter;
	}

	/** Around everything else. */
	@Bean
	FilterRegistrationBean<BrowserPolicies> browserPolicies() {
		FilterRegistrationBean<BrowserPolicies> filter = new FilterRegistrationBean<>(new BrowserPolicies());
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return filter;
	}

	/**
	 * The server takes ten and fails at the next; a header cannot hold more than these.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> languages() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> connector.setMaxLocaleCount(8192));
	}

	/** Instead of the server's own pages. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> lastWords(PlainAnswers answers) {
		return (factory) -> factory
			.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new LastWords(answers)));
	}

	/** For scrapes that are read too slowly. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> cuts() {
		return (factory) -> factory.addContextCustomizers((context) -> context.getPipeline().addValve(new Cuts()));
	}

	@Bean
	AwayFilter awayFilter(DatabaseWatch watch, Unavailable unavailable) {
		return new AwayFilter(watch, unavailable);
	}

	/** Outside of the sessions, which need the database, too; also of the error page. */
	@Bean
	FilterRegistrationBean<AwayFilter> awayFilterFirst(AwayFilter filter) {
		FilterRegistrationBean<AwayFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return registration;
	}

	@Bean
	FilterRegistrationBean<AsIfTodayHeader> asIfTodayHeader(MonitorProperties properties) {
		FilterRegistrationBean<AsIfTodayHeader> filter = new FilterRegistrationBean<>(
				new AsIfTodayHeader(properties.asIfToday()));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

}
