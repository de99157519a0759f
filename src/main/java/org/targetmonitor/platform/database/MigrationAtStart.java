package org.targetmonitor.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * Migrates at the start where the account may; where the monitor works with a role that
 * may not, the tables have to be up to date.
 */
@Component
class MigrationAtStart implements FlywayMigrationStrategy {

	private static final Logger log = LoggerFactory.getLogger(MigrationAtStart.class);

	private final DataSource monitor;

	MigrationAtStart(DataSource monitor) {
		this.monitor = monitor;
	}

	@Override
	public void migrate(Flyway flyway) {
		DataSource account = flyway.getConfiguration().getDataSource();
		Flyway unpooled = unpooled(flyway, account);
		if (holds(account, "SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
			unpooled.migrate();
		}
		else {
			require(unpooled);
		}
		if (holds(this.monitor, """
				SELECT rolsuper OR pg_has_role(relowner, 'USAGE') FROM pg_roles, pg_class
				WHERE rolname = current_user AND pg_class.oid = 'submission'::regclass""")) {
			log.warn("the monitor's database account owns the tables: whoever has its password can switch off what"
					+ " keeps facts from being changed (docs/operator.md, the database's roles)"
					+ " / 监测系统的数据库账号是表的属主，持其口令者可解除防改保护，见 docs/operator.md");
		}
	}

	/*
	 * Flyway works with two connections at a time, of which a pool of one has not enough;
	 * and the pool's bounds are those of requests, which a migration may well exceed
	 */
	private static Flyway unpooled(Flyway flyway, DataSource account) {
		if (!(account instanceof HikariDataSource pool)) {
			return flyway;
		}
		return Flyway.configure()
			.configuration(flyway.getConfiguration())
			.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
			.load();
	}

	/*
	 * What a later version added does no harm: replicas of two versions run side by side
	 */
	private static void require(Flyway flyway) {
		int pending = flyway.info().pending().length;
		if (pending > 0) {
			throw new SchemaNotCurrent(pending);
		}
	}

	private static boolean holds(DataSource account, String question) {
		try (Connection connection = account.getConnection();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(question)) {
			return result.next() && result.getBoolean(1);
		}
		catch (SQLException ex) {
			throw new CannotGetJdbcConnectionException("the database did not answer at the start", ex);
		}
	}

}
