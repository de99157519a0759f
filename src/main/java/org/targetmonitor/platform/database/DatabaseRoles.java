package org.targetmonitor.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.PGConnection;

/**
 * Divides a database between a role that owns the tables and one that works with them:
 * what its own triggers refuse, an owner could switch off.
 */
public final class DatabaseRoles {

	/** Owns the tables and cannot sign in; an administrator acts as it to migrate. */
	public static final String OWNER = "targetmonitor_owner";

	private static final String MAKE_ROLES = """
			DO $$
			BEGIN
			    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{owner}') THEN
			        CREATE ROLE {owner} NOLOGIN;
			    END IF;
			    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {named}) THEN
			        CREATE ROLE {monitor} LOGIN;
			    END IF;
			    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
			        GRANT {owner} TO CURRENT_USER;
			    END IF;
			END
			$$""";

	/*
	 * Sequences of a column go with their table; what an extension brought stays its own
	 */
	private static final String HAND_OVER = """
			DO $$
			DECLARE
			    found record;
			BEGIN
			    FOR found IN
			        SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind,
			               oid::regclass::text AS name
			        FROM pg_class
			        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'S', 'v')
			          AND relowner <> '{owner}'::regrole
			          AND NOT EXISTS (SELECT 1 FROM pg_depend
			                          WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype IN ('a', 'i', 'e'))
			        UNION ALL
			        SELECT 'FUNCTION', oid::regprocedure::text
			        FROM pg_proc
			        WHERE pronamespace = current_schema()::regnamespace AND proowner <> '{owner}'::regrole
			          AND NOT EXISTS (SELECT 1 FROM pg_depend
			                          WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
			    LOOP
			        EXECUTE format('ALTER %s %s OWNER TO {owner}', found.kind, found.name);
			    END LOOP;
			    -- whoever owns database or schema may drop what is in it
			    IF (SELECT datdba FROM pg_database WHERE datname = current_database()) = {named}::regrole THEN
			        EXECUTE format('ALTER DATABASE %I OWNER TO {owner}', current_database());
			    END IF;
			    IF (SELECT nspowner FROM pg_namespace WHERE nspname = current_schema()) = {named}::regrole THEN
			        EXECUTE format('ALTER SCHEMA %I OWNER TO {owner}', current_schema());
			    END IF;
			    REVOKE {owner} FROM {monitor};
			    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO {owner}', current_schema());
			    EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', current_schema());
			    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM %s', current_schema(), {named}::regrole);
			    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', current_schema(), {named}::regrole);
			END
			$$""";

	private DatabaseRoles() {
	}

	/**
	 * Makes both roles as far as they are missing, gives the monitor's its password and
	 * no more than it needs, and hands every table over to the owner. May be done again
	 * at any time, also while a monitor runs.
	 * @param administrator a superuser, or the owner of the database who may make roles
	 * @param monitor the role that the monitor signs in as
	 * @throws MonitorIsAdministrator if that role is the administrator or a superuser
	 */
	public static void prepare(Connection administrator, String monitor, String password) throws SQLException {
		if (isMighty(administrator, monitor)) {
			throw new MonitorIsAdministrator(monitor);
		}
		try (Statement statement = administrator.createStatement()) {
			String role = statement.enquoteIdentifier(monitor, true);
			statement.execute("SELECT pg_advisory_lock(hashtext('%s'))".formatted(OWNER));
			try {
				statement.execute(filled(MAKE_ROLES, role, statement.enquoteLiteral(monitor)));
				// Digested here: what PostgreSQL is sent may stand in its log
				administrator.unwrap(PGConnection.class)
					.alterUserPassword(monitor, password.toCharArray(), "scram-sha-256");
				statement.execute(filled(HAND_OVER, role, statement.enquoteLiteral(role)));
			}
			finally {
				statement.execute("SELECT pg_advisory_unlock(hashtext('%s'))".formatted(OWNER));
			}
		}
	}

	private static String filled(String sql, String monitor, String named) {
		return sql.replace("{owner}", OWNER).replace("{named}", named).replace("{monitor}", monitor);
	}

	private static boolean isMighty(Connection administrator, String monitor) throws SQLException {
		try (PreparedStatement query = administrator.prepareStatement(
				"""
						SELECT ? = current_user OR EXISTS (SELECT 1 FROM pg_roles
						    WHERE rolname = ? AND (rolsuper OR rolcreaterole OR pg_has_role(oid, current_user, 'MEMBER')))""")) {
			query.setString(1, monitor);
			query.setString(2, monitor);
			try (ResultSet result = query.executeQuery()) {
				return result.next() && result.getBoolean(1);
			}
		}
	}

}
