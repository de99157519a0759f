package org.targetmonitor.platform;

/** The configuration gives the administrator no password, or one against the rules. */
final class AdministratorWithoutPassword extends RuntimeException {

	private static final long serialVersionUID = 1;

	AdministratorWithoutPassword() {
		super("管理员密码未设置，或不符合密码规则 / the administrator has no password, or one that breaks the rules for passwords");
	}

}
