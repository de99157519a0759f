package org.targetmonitor.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import org.targetmonitor.input.Faulty;

/**
 * Prints the faults of a plan file, or of a calendar, that keeps the monitor from
 * starting, without a stack trace.
 */
class FaultyAnalyzer extends AbstractFailureAnalyzer<Faulty> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, Faulty cause) {
		return new FailureAnalysis("文件有误 / a file is faulty: " + cause.getMessage(),
				"请改正上述各处后重新启动。 Mend these places and start again.", cause);
	}

}
