package org.targetmonitor.platform;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.GuessNotices;
import org.targetmonitor.desk.Post;

/** Letters about wrong passwords, where a mail server is named. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("spring.mail.host")
class GuessLetterConfiguration {

	@Bean
	GuessLetters guessLetters(Accounts accounts, GuessNotices notices, Post post, Clock clock,
			MonitorProperties properties, Environment environment) {
		String address = environment.getProperty("targetmonitor.address", "").replaceAll("/+$", "");
		return new GuessLetters(accounts, notices, post, clock, properties, address);
	}

}
