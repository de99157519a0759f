package org.targetmonitor.desk.mail;

import org.springframework.scheduling.annotation.Scheduled;

import org.targetmonitor.desk.Post;
import org.targetmonitor.desk.Reminding;

/** Looks from time to time whether reminders are due or wait to be sent. */
class ReminderJob {

	private final Reminding reminding;

	private final Post post;

	private final boolean automatic;

	ReminderJob(Reminding reminding, Post post, boolean automatic) {
		this.reminding = reminding;
		this.post = post;
		this.automatic = automatic;
	}

	/** Safe on every replica: keys in the database decide who makes and who sends. */
	@Scheduled(fixedDelayString = "${targetmonitor.reminders.every:5m}",
			initialDelayString = "${targetmonitor.reminders.every:5m}")
	void run() {
		try {
			if (this.automatic) {
				this.reminding.remindByCalendar();
			}
		}
		finally {
			this.reminding.deliver(this.post);
		}
	}

}
