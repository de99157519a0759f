package org.targetmonitor.desk.web;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.desk.Recipients;
import org.targetmonitor.desk.Reminder;

/** Those who submit for a department, by its accounts. */
@Component
class AccountRecipients implements Recipients {

	private final Accounts accounts;

	AccountRecipients(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public List<Reminder.Recipient> of(String plan, String department) {
		return this.accounts.submittersOf(plan, department).stream().flatMap((account) -> {
			String email = account.email();
			return (email != null) ? Stream.of(new Reminder.Recipient(account.username(), email)) : Stream.empty();
		}).toList();
	}

}
