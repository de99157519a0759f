package org.targetmonitor.platform;

import org.targetmonitor.account.PasswordRules;

/** The configuration gives the administrator no password, or too short a one. */
final class AdministratorWithoutPassword extends RuntimeException {

	private static final long serialVersionUID = 1;

	AdministratorWithoutPassword() {
		super("管理员密码未设置或过短 / the administrator has no password, or one of fewer than " + PasswordRules.SHORTEST
				+ " characters");
	}

}
