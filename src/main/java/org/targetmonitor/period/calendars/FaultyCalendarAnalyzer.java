package org.targetmonitor.period.calendars;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import org.targetmonitor.period.FaultyCalendar;

/** Lets a start that a calendar file stopped end in words instead of a stack trace. */
class FaultyCalendarAnalyzer extends AbstractFailureAnalyzer<FaultyCalendar> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FaultyCalendar cause) {
		return new FailureAnalysis(cause.getMessage(),
				"请改正该文件（或 targetmonitor.calendars）后重新启动。/ Correct the file, or targetmonitor.calendars, and start again.",
				cause);
	}

}
