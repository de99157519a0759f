package org.targetmonitor.platform;

import org.targetmonitor.account.GuessedAt;

/**
 * What is written of an account that is being guessed at: how often, never what was
 * tried; to its owner what to do, to those who keep accounts where to look.
 *
 * @param event what happened
 * @param name the name of the account's owner
 * @param own whether it goes to the owner
 * @param address where the monitor is opened, empty where that is not set
 */
record GuessLetter(GuessedAt event, String name, boolean own, String address) {

	String subject() {
		return this.own ? "【账号安全提醒】您的账号多次被输错密码" : "【账号安全提醒】账号“%s”多次被输错密码".formatted(this.event.username());
	}

	/** In Chinese with English below. */
	String words() {
		return this.own ? ownersWords() : keepersWords();
	}

	private String ownersWords() {
		String link = link("/me");
		return """
				%s：

				24小时内，您在目标监测系统的账号“%s”被输错密码或验证码%d次，来自%d个网络地址。
				系统已放慢对该账号的尝试；您在常用地址登录不受影响。
				如不是您本人所为，请告知账号管理员；如该密码在别处也使用过，或可能已被他人知道，请立即更换。
				%s
				Wrong passwords or codes for your account "%s" of the target monitor within 24 hours: %d, from %d address(es).
				Further tries are slowed down; where you have signed in before, you are not held up.
				If that was not you, tell an account administrator; change your password if it is used elsewhere or others may know it.
				%s"""
			.formatted(this.name, this.event.username(), this.event.count(), this.event.addresses(),
					link.isEmpty() ? "" : "查看：" + link + "\n", this.event.username(), this.event.count(),
					this.event.addresses(), link.isEmpty() ? "" : "See " + link + "\n");
	}

	private String keepersWords() {
		String link = link("/accounts/" + this.event.username());
		return """
				账号管理员：

				24小时内，目标监测系统的账号“%s”（%s）被输错密码或验证码%d次，来自%d个网络地址。
				系统已放慢对该账号的尝试，账号未被停用；各次尝试见审计记录。请与本人核实。
				%s
				Wrong passwords or codes for the account "%s" (%s) of the target monitor within 24 hours: %d, from %d address(es).
				Further tries are slowed down; the account is not disabled. The audit names each try. Please ask its owner.
				%s"""
			.formatted(this.event.username(), this.name, this.event.count(), this.event.addresses(),
					link.isEmpty() ? "" : "查看：" + link + "\n", this.event.username(), this.name, this.event.count(),
					this.event.addresses(), link.isEmpty() ? "" : "See " + link + "\n");
	}

	private String link(String page) {
		return this.address.isEmpty() ? "" : this.address + page;
	}

}
