package org.targetmonitor.platform.embedded;

import java.nio.file.Path;

/** PostgreSQL was asked to start and did not; its own log says why. */
final class DatabaseNotStarted extends EmbeddedDatabaseUnavailable {

	DatabaseNotStarted(Path log, String lastLines, Throwable cause) {
		super("""
				内嵌的 PostgreSQL 未能启动（%1$s）。日志 %2$s 的末尾：
				The embedded PostgreSQL did not start (%1$s). The end of its log %2$s:
				%3$s""".formatted(cause, log, lastLines), """
				请按日志排除原因后重新启动，或用 SPRING_DATASOURCE_URL 连接一个已有的 PostgreSQL。
				Remove the cause that the log names and start again, or use a PostgreSQL of your own by \
				SPRING_DATASOURCE_URL.""", cause);
	}

}
