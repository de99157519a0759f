package org.targetmonitor.desk.mail;

import java.time.Clock;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.targetmonitor.desk.Post;
import org.targetmonitor.desk.Recipients;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.desk.Reminding;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.progress.Standings;

/** Reminders, put together; e-mail where a mail server is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderProperties.class)
class ReminderConfiguration {

	private static final String MAIL_HOST = "spring.mail.host";

	@Bean
	Reminding reminding(Standings standings, WorkingDays calendar, Reminders reminders, Recipients recipients,
			Clock clock, ReminderProperties properties, Environment environment) {
		String address = environment.getProperty("targetmonitor.address", "").replaceAll("/+$", "");
		return new Reminding(standings, calendar, reminders, recipients, clock, UUID::randomUUID,
				new Reminding.Settings(address, properties.before(), properties.dueDay(), properties.after(),
						!environment.getProperty(MAIL_HOST, "").isBlank(), properties.earliest()));
	}

	/** Sends, where a mail server is named. */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@ConditionalOnProperty(MAIL_HOST)
	static class Mail {

		@Bean
		Post post(JavaMailSender sender, ReminderProperties properties) {
			return new MailPost(sender, properties.from());
		}

		@Bean
		ReminderJob reminderJob(Reminding reminding, Post post, ReminderProperties properties) {
			return new ReminderJob(reminding, post, properties.automatic());
		}

	}

}
