package org.targetmonitor.desk.mail;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;

import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import org.targetmonitor.desk.Post;

/** Hands letters to a mail server, in UTF-8. */
class MailPost implements Post {

	private final JavaMailSender sender;

	private final String from;

	MailPost(JavaMailSender sender, String from) {
		this.sender = sender;
		this.from = from;
	}

	@Override
	public void send(String address, String subject, String words) {
		try {
			MimeMessageHelper helper = new MimeMessageHelper(this.sender.createMimeMessage(),
					StandardCharsets.UTF_8.name());
			helper.setFrom(this.from);
			helper.setTo(address);
			helper.setSubject(subject);
			helper.setText(words);
			this.sender.send(helper.getMimeMessage());
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
	}

}
