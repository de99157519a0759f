package org.targetmonitor.platform.watch;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells a database that is away, or does not get on, from a fault of the monitor's own.
 */
public final class DatabaseFailures {

	/** A node that was demoted, or is a standby: it answers, but takes nothing. */
	static final String READ_ONLY = "25006";

	/**
	 * Connection, resources, intervention of an operator or a timeout, the system itself.
	 */
	private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

	/** A lock that was waited for long enough; a serialization failure, a deadlock. */
	private static final Set<String> STATES = Set.of(READ_ONLY, "55P03", "25P03", "40001", "40P01");

	private static final int DEEPEST = 20;

	private DatabaseFailures() {
	}

	/** Whether the database is why something failed, and it may go well another time. */
	public static boolean isAway(@Nullable Throwable failure) {
		Throwable next = failure;
		for (int depth = 0; next != null && depth < DEEPEST; depth++) {
			if (saysSo(next)) {
				return true;
			}
			next = next.getCause();
		}
		return false;
	}

	private static boolean saysSo(Throwable failure) {
		return switch (failure) {
			case OptimisticLockingFailureException overtaken -> false;
			case TransientDataAccessException passing -> true;
			case DataAccessResourceFailureException away -> true;
			case TransactionException broken -> true;
			case SQLTransientConnectionException away -> true;
			case SQLRecoverableException away -> true;
			case SQLTimeoutException late -> true;
			case SQLException sql -> isAway(sql.getSQLState());
			default -> false;
		};
	}

	/** Whether the state of an answer says that the database does not do its work. */
	static boolean isAway(@Nullable String state) {
		return state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith));
	}

	/** What the database itself said, in one line. */
	public static String reason(Throwable failure) {
		String said = failure.toString();
		Throwable next = failure;
		for (int depth = 0; next != null && depth < DEEPEST; depth++) {
			said = (next.getMessage() != null) ? next.getMessage() : said;
			next = next.getCause();
		}
		return said.lines().findFirst().orElse("");
	}

}
