package org.targetmonitor.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses a thread a second connection while it holds one: with as many threads as the
 * pool has connections, each would wait for another for ever.
 */
public final class OneConnectionEach extends DelegatingDataSource {

	private static final List<Throwable> REFUSED = new CopyOnWriteArrayList<>();

	private static final ThreadLocal<Integer> HELD = ThreadLocal.withInitial(() -> 0);

	private OneConnectionEach(DataSource pool) {
		super(pool);
	}

	/** Guards every pool of an application. */
	static BeanPostProcessor everywhere() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource pool && !(bean instanceof OneConnectionEach))
						? new OneConnectionEach(pool) : bean;
			}

		};
	}

	/** Where in this run a second connection was asked for. */
	public static List<Throwable> refused() {
		return List.copyOf(REFUSED);
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (HELD.get() > 0 && !isMigrating()) {
			SQLException second = new SQLException("a second connection while one is held");
			REFUSED.add(second);
			throw second;
		}
		Connection connection = super.getConnection();
		HELD.set(HELD.get() + 1);
		return counted(connection);
	}

	/** Flyway needs two, alone and before anybody is served. */
	private static boolean isMigrating() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getClassName().startsWith("org.flywaydb.")));
	}

	/** Given back where it was taken, which every template does. */
	private static Connection counted(Connection connection) {
		AtomicBoolean open = new AtomicBoolean(true);
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("close") && open.getAndSet(false)) {
						HELD.set(HELD.get() - 1);
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

}
