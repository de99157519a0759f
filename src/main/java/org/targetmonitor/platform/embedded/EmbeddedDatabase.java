package org.targetmonitor.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.targetmonitor.platform.database.DatabaseRoles;

/**
 * A PostgreSQL of the monitor's own, which keeps what it acknowledged, for newcomers and
 * tests.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	/** Whom the monitor signs in as; it owns nothing. */
	public static final String MONITOR = "targetmonitor";

	private static final String USER = "postgres";

	private static final Duration STARTUP = Duration.ofSeconds(60);

	private final DataDirectory directory;

	private final DirectoryLock lock;

	private final EmbeddedPostgres server;

	private final String password;

	/* Only this start knows it: nobody else needs the account */
	private final String monitorPassword = DataDirectory.newPassword();

	private final AtomicBoolean closed = new AtomicBoolean();

	private EmbeddedDatabase(DataDirectory directory, DirectoryLock lock, Duration patience) throws IOException {
		this.directory = directory;
		this.lock = lock;
		this.password = directory.password();
		this.server = launch(directory, this.password, patience);
	}

	/**
	 * Starts PostgreSQL on the data of a directory, which is made if it is missing.
	 * @throws DataDirectoryInUse if another monitor holds the directory
	 * @throws DataDirectoryUnusable if the directory cannot be written or holds something
	 * else
	 */
	public static EmbeddedDatabase start(Path path) {
		return start(path, STARTUP);
	}

	static EmbeddedDatabase start(Path path, Duration patience) {
		try {
			DataDirectory directory = DataDirectory.at(path);
			return start(directory, DirectoryLock.take(directory.root()), patience);
		}
		catch (IOException ex) {
			throw DataDirectoryUnusable.notWritable(path.toAbsolutePath(), ex);
		}
	}

	private static EmbeddedDatabase start(DataDirectory directory, DirectoryLock lock, Duration patience)
			throws IOException {
		try {
			directory.check();
			LeftoverServer.stop(directory.cluster());
			directory.keepBinariesToOneself();
			directory.clearUnfinished();
			EmbeddedDatabase database = new EmbeddedDatabase(directory, lock, patience);
			database.divide();
			directory.finished();
			return database;
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	/* Also the database of a version before, in which the superuser owned everything */
	private void divide() throws IOException {
		try (Connection connection = DriverManager.getConnection(jdbcUrl(), USER, this.password)) {
			DatabaseRoles.prepare(connection, MONITOR, this.monitorPassword);
		}
		catch (SQLException ex) {
			this.server.close();
			throw new DatabaseNotStarted(this.directory.log(), this.directory.lastLogLines(), ex);
		}
	}

	private static EmbeddedPostgres launch(DataDirectory directory, String password, Duration patience)
			throws IOException {
		try {
			return server(directory, password).setPGStartupWait(patience).start();
		}
		catch (IOException | RuntimeException | ExceptionInInitializerError ex) {
			LeftoverServer.stop(directory.cluster());
			throw new DatabaseNotStarted(directory.log(), directory.lastLogLines(), ex);
		}
	}

	private static EmbeddedPostgres.Builder server(DataDirectory directory, String password) {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(directory.cluster())
			.setCleanDataDirectory(false)
			.setOverrideWorkingDirectory(directory.binaries().toFile())
			// The context closes the database after what uses it; a hook of the library
			// would run beside that
			.setRegisterShutdownHook(false)
			.setConnectConfig("password", password)
			.setOutputRedirector(ProcessBuilder.Redirect.appendTo(directory.log().toFile()));
		keepWhatIsAcknowledged(builder);
		listenToThisMachineOnly(builder, directory.passwordFile());
		sortAlikeEverywhere(builder);
		return builder;
	}

	/* The library is made for tests: it starts PostgreSQL with -F, and a later -c wins */
	private static void keepWhatIsAcknowledged(EmbeddedPostgres.Builder builder) {
		builder.setServerConfig("fsync", "on");
		builder.setServerConfig("synchronous_commit", "on");
		builder.setServerConfig("full_page_writes", "on");
	}

	private static void listenToThisMachineOnly(EmbeddedPostgres.Builder builder, Path passwordFile) {
		builder.setServerConfig("listen_addresses", "127.0.0.1");
		builder.setServerConfig("unix_socket_directories", "");
		builder.setLocaleConfig("auth", "scram-sha-256");
		builder.setLocaleConfig("pwfile", passwordFile.toString());
	}

	/*
	 * The locales of the C library differ from system to system; PostgreSQL's own do not
	 */
	private static void sortAlikeEverywhere(EmbeddedPostgres.Builder builder) {
		builder.setLocaleConfig("locale", "C");
		builder.setLocaleConfig("locale-provider", "builtin");
		builder.setLocaleConfig("builtin-locale", "C.UTF-8");
	}

	public String jdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(this.server.getPort());
	}

	public String monitorPassword() {
		return this.monitorPassword;
	}

	/** The superuser's name; the monitor works as {@link #MONITOR}. */
	public String username() {
		return USER;
	}

	public String password() {
		return this.password;
	}

	/**
	 * Stops PostgreSQL by a fast shutdown, then lets others have the directory; a second
	 * call does nothing.
	 */
	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		try (this.lock) {
			this.server.close();
			// The library waits five seconds, then gives up and only logs it
			LeftoverServer.stop(this.directory.cluster());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
