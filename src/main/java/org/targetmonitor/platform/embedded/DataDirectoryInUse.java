package org.targetmonitor.platform.embedded;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another monitor, or a PostgreSQL that does not stop, holds the data directory. */
public final class DataDirectoryInUse extends EmbeddedDatabaseUnavailable {

	private DataDirectoryInUse(String happened, String remedy) {
		super(happened, remedy);
	}

	static DataDirectoryInUse byMonitor(Path directory, OptionalLong holder) {
		String zh = holder.isPresent() ? "（进程号 %d）".formatted(holder.getAsLong()) : "";
		String en = holder.isPresent() ? " (process %d)".formatted(holder.getAsLong()) : "";
		return new DataDirectoryInUse("""
				数据目录 %1$s 正被另一个监测系统%2$s使用。
				The data directory %1$s is in use by another monitor%3$s.""".formatted(directory, zh, en), """
				请先停止它，或用 targetmonitor.data-directory 指定另一个目录。
				Stop that one first, or name another directory by targetmonitor.data-directory.""");
	}

	static DataDirectoryInUse byServer(Path directory, long pid) {
		return new DataDirectoryInUse("""
				上次遗留的 PostgreSQL(进程号 %2$d)仍占用数据目录 %1$s，无法自动停止。
				A PostgreSQL left from an earlier run (process %2$d) holds %1$s and could not be stopped."""
			.formatted(directory, pid), """
					请手动结束进程 %1$d 后重新启动。
					End process %1$d by hand, then start again.""".formatted(pid));
	}

}
