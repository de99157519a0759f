package org.targetmonitor.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The tables are older than this version, and the monitor's account may not change them.
 */
final class SchemaNotCurrent extends RuntimeException {

	private static final long serialVersionUID = 1;

	SchemaNotCurrent(int pending) {
		super("数据库结构还差%1$d步升级，而监测系统的账号无权改变结构 / the database lacks %1$d migrations, and the monitor's account may not change its tables"
			.formatted(pending));
	}

	/** Says in words what to do. */
	static class Analyzer extends AbstractFailureAnalyzer<SchemaNotCurrent> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, SchemaNotCurrent cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()),
					"""
							请先用数据库管理员账号执行一次 java -jar target-monitor.jar %1$s（环境变量见 docs/operator.md），再启动。
							Run java -jar target-monitor.jar %1$s once with the database's administrator (see docs/operator.md), \
							then start again."""
						.formatted(PrepareCommand.OPTION),
					cause);
		}

	}

}
