package org.targetmonitor.platform.watch;

import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the watch between the pool and everybody who borrows of it. */
@Configuration(proxyBeanMethods = false)
class DatabaseWatchConfiguration {

	/** After how long without an answer the database is taken for away. */
	private static final String PATIENCE = "targetmonitor.database-patience";

	@Bean
	static DatabaseWatch databaseWatch(Environment environment) {
		return new DatabaseWatch(environment.getProperty(PATIENCE, Duration.class, Duration.ofSeconds(2)));
	}

	@Bean
	static BeanPostProcessor guardedDatabase(ObjectProvider<DatabaseWatch> watch) {
		return new BeanPostProcessor() {
			@Override
			public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource pool) ? guarded(pool, watch.getObject()) : bean;
			}
		};
	}

	@Bean
	static PlatformTransactionManager transactionManager(DataSource dataSource,
			ObjectProvider<TransactionManagerCustomizers> customizers) {
		WatchedTransactions transactions = new WatchedTransactions(dataSource);
		customizers.ifAvailable((all) -> all.customize(transactions));
		return transactions;
	}

	@Bean
	static JdbcTemplate jdbcTemplate(DataSource dataSource) {
		return new ConfirmedStatements(dataSource);
	}

	private static GuardedDataSource guarded(HikariDataSource pool, DatabaseWatch watch) {
		PhysicalConnections connections = PhysicalConnections.of(pool);
		Borrowers borrowers = new Borrowers();
		pool.setDataSource(connections);
		pool.setExceptionOverride(new EvictsReadOnly());
		watch.watch(new DatabaseProbe(pool.getJdbcUrl(),
				PhysicalConnections.with(pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword())),
				() -> {
					connections.cut();
					borrowers.sendAway();
				});
		return new GuardedDataSource(pool, watch, borrowers);
	}

}
