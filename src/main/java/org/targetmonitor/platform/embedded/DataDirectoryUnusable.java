package org.targetmonitor.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The data directory cannot be written, or what it holds is not a database that this
 * monitor can open.
 */
public final class DataDirectoryUnusable extends EmbeddedDatabaseUnavailable {

	private DataDirectoryUnusable(String happened, String remedy, Throwable... causes) {
		super(happened, remedy, causes);
	}

	static DataDirectoryUnusable notWritable(Path directory, IOException cause) {
		return new DataDirectoryUnusable("""
				数据目录 %1$s 无法写入(%2$s)。
				The data directory %1$s cannot be written (%2$s).""".formatted(directory, cause),
				"""
						请检查该目录的权限和磁盘空间，或用 targetmonitor.data-directory 指定另一个目录。
						Check its permissions and the space on the disk, or name another one by targetmonitor.data-directory.""",
				cause);
	}

	static DataDirectoryUnusable ofAnotherUser(Path cluster, String owner, String user) {
		return new DataDirectoryUnusable("""
				数据库目录 %1$s 属于用户 %2$s，而当前用户是 %3$s。
				The database in %1$s belongs to the user %2$s, and this is %3$s.""".formatted(cluster, owner, user), """
				请以用户 %1$s 启动，或用 targetmonitor.data-directory 指定另一个目录。
				Start as %1$s, or name another directory by targetmonitor.data-directory.""".formatted(owner));
	}

	static DataDirectoryUnusable foreign(Path cluster) {
		return new DataDirectoryUnusable("""
				目录 %1$s 不为空，但其中不是本系统的数据库。
				The directory %1$s is not empty and holds no database of this monitor.""".formatted(cluster), """
				请移走其中的文件，或用 targetmonitor.data-directory 指定另一个目录。
				Move its files away, or name another directory by targetmonitor.data-directory.""");
	}

	static DataDirectoryUnusable otherVersion(Path cluster, String found, String wanted) {
		return new DataDirectoryUnusable(
				"""
						目录 %1$s 中的数据库是 PostgreSQL %2$s 的，本系统使用 PostgreSQL %3$s，两者文件不兼容。
						The database in %1$s was written by PostgreSQL %2$s; this monitor runs %3$s, which cannot open it."""
					.formatted(cluster, found, wanted),
				"""
						请用 PostgreSQL %1$s 的 pg_dump 导出后再导入，或用 targetmonitor.data-directory 指定另一个目录。
						Move the data by pg_dump of PostgreSQL %1$s, or name another directory by targetmonitor.data-directory."""
					.formatted(found));
	}

}
