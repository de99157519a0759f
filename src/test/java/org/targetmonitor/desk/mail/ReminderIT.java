package org.targetmonitor.desk.mail;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.targetmonitor.desk.Post;
import org.targetmonitor.desk.Reminding;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Processes;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reminders go to a real SMTP server. The finance bureau's third quarter is due on
 * 2024-10-25: the 15th working day after it, Saturday the 12th being worked.
 */
@MonitorTest
class ReminderIT {

	private static final int PORT = Processes.freePort();

	private static final String CELL = "/calendar/yuhang-2024/finance/2024-Q3";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private ReminderJob job;

	@Autowired
	private Reminding reminding;

	@Autowired
	private Post post;

	@Autowired
	private JdbcClient jdbc;

	private GreenMail server = new GreenMail();

	@DynamicPropertySource
	static void mail(DynamicPropertyRegistry registry) {
		registry.add("spring.mail.host", () -> "127.0.0.1");
		registry.add("spring.mail.port", () -> PORT);
		registry.add("targetmonitor.reminders.every", () -> "1d");
		registry.add("targetmonitor.address", () -> "https://monitor.example/");
	}

	@BeforeEach
	void start() {
		open();
		this.clock.setToNoonOf("2024-10-21");
		this.api.admin()
			.put("/api/accounts/clerk", "application/json",
					"{\"password\":\"%s\",\"email\":\"clerk@finance.example\",\"grants\":[{\"role\":\"submitter\",\"plan\":\"yuhang-2024\",\"department\":\"finance\"}]}"
						.formatted(Api.PASSWORD));
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	/** One story: its parts share what is recorded, which nothing removes. */
	@Test
	void remindsBeforeOnAndAfterTheDueDayAndByHand() throws Exception {
		remindsOnceForEachOccasion();
		triesAgainWhereTheServerIsDown();
		remindsByHandOnceAnHourAndTakesAnAnswer();
		makesUpForADayThatWasMissed();
	}

	private void remindsOnceForEachOccasion() throws MessagingException {
		this.job.run();
		assertThat(subjects()).as("four working days before").isEmpty();
		this.clock.setToNoonOf("2024-10-22");
		this.job.run();
		this.job.run();
		this.reminding.remindByCalendar();
		this.reminding.deliver(this.post);
		assertThat(subjects()).as("three working days before, and again changes nothing").hasSize(1);
		MimeMessage first = this.server.getReceivedMessages()[0];
		assertThat(first.getSubject()).startsWith("【到期前提醒】").contains("2024年前三季度");
		assertThat(first.getRecipients(Message.RecipientType.TO)).extracting(Object::toString)
			.containsExactly("clerk@finance.example");
		String body = words(first);
		assertThat(body).contains("报送期限：2024-10-25（当日仍为按时）")
			.contains("https://monitor.example/fill")
			.contains("They are due by 2024-10-25");
		this.clock.setToNoonOf("2024-10-23");
		this.job.run();
		assertThat(subjects()).hasSize(1);
		this.clock.setToNoonOf("2024-10-25");
		this.job.run();
		assertThat(subjects()).hasSize(2);
		this.clock.setToNoonOf("2024-10-26");
		this.job.run();
		assertThat(subjects()).as("a Saturday").hasSize(2);
	}

	private void triesAgainWhereTheServerIsDown() throws MessagingException {
		this.server.stop();
		this.clock.setToNoonOf("2024-10-28");
		this.job.run();
		assertThat(page(this.api.reviewer()).body()).contains("邮件发送失败");
		assertThat(page(this.api.leader()).body()).as("names and errors are for who has to act")
			.contains("逾期提醒")
			.doesNotContain("邮件发送失败")
			.doesNotContain("clerk");

		open();
		this.job.run();
		assertThat(subjects()).as("not at once").isEmpty();
		this.clock.set(this.clock.instant().plus(Duration.ofMinutes(10)));
		this.job.run();
		this.job.run();
		assertThat(subjects()).hasSize(1).first().asString().startsWith("【逾期提醒】");
		assertThat(page(this.api.reviewer()).body()).contains("邮件已发送：clerk").doesNotContain("邮件发送失败");
	}

	private void remindsByHandOnceAnHourAndTakesAnAnswer() throws MessagingException {
		assertThat(remind(this.api.staff()).status()).isEqualTo(403);
		assertThat(remind(this.api.reviewer()).status()).isEqualTo(302);
		remind(this.api.reviewer());
		this.job.run();
		assertThat(subjects()).as("the second within an hour is a slip")
			.hasSize(2)
			.anyMatch((one) -> one.startsWith("【催报】"));

		String id = this.jdbc.sql("SELECT reminder_id::text FROM reminder WHERE occasion = 'by-hand'")
			.query(String.class)
			.single();
		String answers = CELL + "/reminders/" + id + "/answers";
		assertThat(post(this.api.reviewer(), answers, "words=x").status()).isEqualTo(403);
		assertThat(post(this.api.finance(), answers, "words=" + URLEncoder.encode("预计本周五报送", StandardCharsets.UTF_8))
			.status()).isEqualTo(302);
		assertThat(page(this.api.leader()).body()).contains("预计本周五报送").contains("finance");
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'remind' AND succeeded")
			.query(Long.class)
			.single()).isEqualTo(2);
		this.clock.set(this.clock.instant().plus(Duration.ofHours(1)));
		remind(this.api.reviewer());
		this.job.run();
		assertThat(subjects()).hasSize(3);
	}

	/**
	 * The job ran neither on the due day nor on the working day after; nobody is written
	 * to at night, nor twice, nor of what was due long ago.
	 */
	private void makesUpForADayThatWasMissed() throws Exception {
		this.server.purgeEmailFromAllMailboxes();
		this.clock.set(Instant.parse("2025-01-26T16:05:00Z"));
		this.job.run();
		assertThat(subjects()).as("five past midnight").isEmpty();
		this.clock.setToNoonOf("2025-01-26");
		this.job.run();
		this.job.run();
		assertThat(subjects()).hasSize(1).first().asString().startsWith("【逾期提醒·补发】").contains("2024年四季度（全年）");
		assertThat(words(this.server.getReceivedMessages()[0])).contains("报送期限为2025-01-22，现已逾期",
				"本提醒按日程应于2025-01-23发出，补发于2025-01-26", "sent late, on 2025-01-26");
	}

	private Api.Answer remind(Api caller) {
		return post(caller, CELL + "/reminders", "");
	}

	private static Api.Answer post(Api caller, String path, String form) {
		return caller.send(caller.request(path)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private static Api.Answer page(Api caller) {
		return caller.send(caller.request(CELL).header("Accept", "text/html").GET());
	}

	private List<String> subjects() throws MessagingException {
		List<String> subjects = new ArrayList<>();
		for (MimeMessage message : this.server.getReceivedMessages()) {
			subjects.add(message.getSubject());
		}
		return subjects;
	}

	private static String words(MimeMessage message) {
		try {
			return String.valueOf(message.getContent());
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void open() {
		this.server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
	}

}
