package org.targetmonitor.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * What lies where in a data directory, and whether the database in it can be opened;
 * every method needs the lock.
 *
 * @param root the data directory, a real path
 */
record DataDirectory(Path root) {

	/** The major version of the PostgreSQL binaries, which alone can open the files. */
	static final String POSTGRESQL_VERSION = "18";

	static DataDirectory at(Path directory) throws IOException {
		return new DataDirectory(Files.createDirectories(directory.toAbsolutePath()).toRealPath());
	}

	Path cluster() {
		return this.root.resolve("postgresql");
	}

	/* One level down: the library opens its directory to everybody at every start */
	Path binaries() {
		return ownersOnly().resolve("unpacked");
	}

	private Path ownersOnly() {
		return this.root.resolve("postgresql-binaries");
	}

	Path log() {
		return this.root.resolve("postgresql.log");
	}

	Path passwordFile() {
		return this.root.resolve("postgresql.password");
	}

	/* Stands from before initdb until the first start has succeeded */
	private Path unfinished() {
		return this.root.resolve("postgresql.unfinished");
	}

	String password() throws IOException {
		return Files.readString(passwordFile()).strip();
	}

	boolean isNew() throws IOException {
		return Files.exists(unfinished()) || isEmpty(cluster());
	}

	/**
	 * Throws {@link DataDirectoryUnusable} unless the directory is new or holds a
	 * database of this monitor.
	 */
	void check() throws IOException {
		if (isNew()) {
			return;
		}
		Path version = cluster().resolve("PG_VERSION");
		if (!Files.exists(version)) {
			throw DataDirectoryUnusable.foreign(cluster());
		}
		checkVersion(Files.readString(version).strip());
		if (!Files.exists(passwordFile())) {
			throw DataDirectoryUnusable.foreign(cluster());
		}
		checkOwner();
	}

	private void checkVersion(String found) {
		if (!found.equals(POSTGRESQL_VERSION)) {
			throw DataDirectoryUnusable.otherVersion(cluster(), found, POSTGRESQL_VERSION);
		}
	}

	/*
	 * PostgreSQL opens its own user's files only; that is met where somebody starts the
	 * monitor by sudo once
	 */
	private void checkOwner() throws IOException {
		Path own = Files.createTempFile(this.root, "owner", null);
		String user = Files.getOwner(own).getName();
		Files.delete(own);
		String owner = Files.getOwner(cluster()).getName();
		if (!owner.equals(user)) {
			throw DataDirectoryUnusable.ofAnotherUser(cluster(), owner, user);
		}
	}

	/**
	 * Removes what a start that was broken off left behind: the library takes a half
	 * unpacked file for a whole one, and a half written database for a database. Nothing
	 * was ever stored in it.
	 */
	void clearUnfinished() throws IOException {
		for (Path unpacked : children(binaries())) {
			if (!Files.exists(unpacked.resolve(".exists"))) {
				FileSystemUtils.deleteRecursively(unpacked);
			}
		}
		if (isNew()) {
			FileSystemUtils.deleteRecursively(cluster());
			writePassword();
			Files.writeString(unfinished(), "");
		}
	}

	void finished() throws IOException {
		Files.deleteIfExists(unfinished());
	}

	/*
	 * A database without a password is open to every user of the machine, and so is this
	 * user's account behind it
	 */
	private void writePassword() throws IOException {
		Files.deleteIfExists(passwordFile());
		Files.createFile(passwordFile());
		allow(passwordFile(), "rw-------");
		Files.writeString(passwordFile(), newPassword());
	}

	static String newPassword() {
		byte[] bytes = new byte[16];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/*
	 * Where others can write they could put a program of theirs; what may have been put
	 * there is not run
	 */
	void keepBinariesToOneself() throws IOException {
		if (isOpenToOthers(ownersOnly())) {
			FileSystemUtils.deleteRecursively(ownersOnly());
		}
		Files.createDirectories(ownersOnly());
		allow(ownersOnly(), "rwx------");
	}

	private boolean isOpenToOthers(Path directory) throws IOException {
		return Files.exists(directory) && hasPosix()
				&& Files.getPosixFilePermissions(directory)
					.stream()
					.anyMatch((permission) -> permission == PosixFilePermission.GROUP_WRITE
							|| permission == PosixFilePermission.OTHERS_WRITE);
	}

	private void allow(Path path, String permissions) throws IOException {
		if (hasPosix()) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
		}
	}

	private boolean hasPosix() throws IOException {
		return Files.getFileStore(this.root).supportsFileAttributeView("posix");
	}

	/** The last lines of PostgreSQL's log, for the message when it does not start. */
	String lastLogLines() {
		try {
			List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines().toList();
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
		}
		catch (IOException ex) {
			return "(" + ex + ")";
		}
	}

	private static boolean isEmpty(Path directory) throws IOException {
		return children(directory).isEmpty();
	}

	private static List<Path> children(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(directory)) {
			return children.toList();
		}
	}

}
