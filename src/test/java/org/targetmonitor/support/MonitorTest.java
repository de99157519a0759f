package org.targetmonitor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import org.targetmonitor.account.Accounts;

/**
 * Runs a whole monitor on a random port with a database and a {@link SettableClock} of
 * the test class's own, the plan files loaded and no figures. No thread of it gets a
 * second connection while it holds one ({@link OneConnectionEach}). Fields of types
 * {@link Api}, {@link People}, {@link Browsers}, {@link SettableClock} and
 * {@link TestDatabases.Location} can be autowired.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "targetmonitor.accounts.separate-duties=false", "targetmonitor.accounts.password-life=0",
				"targetmonitor.admin-password=" + Api.PASSWORD, "targetmonitor.scrape-password=" + Api.PASSWORD,
				"targetmonitor.plans=classpath:plans/*.yaml,classpath:plans/demo/*.yaml" })
@ContextConfiguration(initializers = MonitorTest.OwnDatabase.class)
@Import(MonitorTest.Support.class)
@DirtiesContext
public @interface MonitorTest {

	/** What the clock says in the beginning. */
	Instant START = Instant.parse("2024-04-10T04:00:00Z");

	/**
	 * Points the monitor at a database of its own, in which nothing is but the tables.
	 */
	class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestDatabases.Location database = TestDatabases.migrated(START);
			context.getBeanFactory().registerSingleton("testDatabase", database);
			TestPropertyValues
				.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.username(),
						"spring.datasource.password=" + database.password(),
						"spring.flyway.user=" + database.administrator(),
						"spring.flyway.password=" + database.administratorPassword())
				.applyTo(context);
		}

	}

	/** The clock, the caller and the browsers. */
	@TestConfiguration(proxyBeanMethods = false)
	class Support {

		@Bean
		static BeanPostProcessor oneConnectionEach() {
			return OneConnectionEach.everywhere();
		}

		@Bean
		@Primary
		SettableClock settableClock() {
			return new SettableClock(START);
		}

		@Bean
		Browsers browsers(Environment environment, MessageSource messages) {
			return new Browsers(() -> "http://localhost:" + environment.getRequiredProperty("local.server.port"),
					messages);
		}

		@Bean
		Api api(Environment environment) {
			return new Api(() -> "http://localhost:" + environment.getRequiredProperty("local.server.port"));
		}

		@Bean
		@Lazy
		People people(Environment environment, Accounts accounts, PasswordEncoder passwords, JdbcClient jdbc,
				TestDatabases.Location database) {
			return new People(() -> "http://localhost:" + environment.getRequiredProperty("local.server.port"),
					accounts, passwords, jdbc, database);
		}

	}

}
