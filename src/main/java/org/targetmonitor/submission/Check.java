package org.targetmonitor.submission;

import java.util.List;

import org.targetmonitor.input.Fault;

/**
 * What the rules say of a submission.
 *
 * @param foreign figures that the author may not report
 * @param refusals what keeps it from being recorded
 * @param stale figures that do not build on the newest revision
 * @param warnings what looks odd and is taken all the same
 */
public record Check(List<Fault> foreign, List<Fault> refusals, List<Fault> stale, List<Fault> warnings) {

	public Check {
		foreign = List.copyOf(foreign);
		refusals = List.copyOf(refusals);
		stale = List.copyOf(stale);
		warnings = List.copyOf(warnings);
	}

	/** Whether it would be recorded. */
	public boolean isTaken() {
		return this.foreign.isEmpty() && this.refusals.isEmpty() && this.stale.isEmpty();
	}

}
