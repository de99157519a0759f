package org.targetmonitor.platform.database;

import java.time.Clock;
import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import org.targetmonitor.submission.jdbc.ChainsBegin;

/** How the schema is brought up to date. */
public final class Migrations {

	/** In the scripts: the role that the monitor works with. */
	public static final String MONITOR = "monitor";

	private static final String ACT_AS_OWNER = "SET ROLE " + DatabaseRoles.OWNER;

	private Migrations() {
	}

	/**
	 * Lets an administrator migrate in the owner's name, so that the owner has what is
	 * made.
	 */
	public static void actAsOwner(FluentConfiguration configuration, String monitor) {
		configuration.initSql(ACT_AS_OWNER).placeholders(Map.of(MONITOR, monitor));
	}

	/**
	 * Brings a {@linkplain DatabaseRoles#prepare prepared} database up to date.
	 * @param clock what the beginning of chains is noted by
	 * @return how many migrations that took
	 */
	public static int run(DataSource administrator, String monitor, Clock clock) {
		FluentConfiguration configuration = Flyway.configure()
			.dataSource(administrator)
			.javaMigrations(new ChainsBegin(clock));
		actAsOwner(configuration, monitor);
		return configuration.load().migrate().migrationsExecuted;
	}

}
