package org.targetmonitor.platform.database;

/**
 * The role that the monitor is to work with may do everything, so that nothing would be
 * divided.
 */
public final class MonitorIsAdministrator extends RuntimeException {

	private static final long serialVersionUID = 1;

	MonitorIsAdministrator(String role) {
		super("监测系统的数据库账号“%1$s”是管理员，请为监测系统另取一个账号名 / the monitor's account \"%1$s\" administers the database: name another one"
			.formatted(role));
	}

}
