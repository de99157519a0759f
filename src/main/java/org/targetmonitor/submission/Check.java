package org.targetmonitor.submission;

import java.util.List;
import java.util.stream.Stream;

import org.targetmonitor.input.Fault;

/**
 * What the rules say of a submission.
 *
 * @param foreign figures that the author may not report
 * @param refusals what keeps it from being recorded
 * @param doubts what looks implausible and is taken only once the figure's note says why
 * @param stale figures that do not build on the newest revision
 * @param warnings what looks odd and is taken all the same; doubts that a note answers
 * are among them
 * @param explained the doubts that a note answers
 */
public record Check(List<Fault> foreign, List<Fault> refusals, List<Fault> doubts, List<Fault> stale,
		List<Fault> warnings, List<Fault> explained) {

	public Check {
		foreign = List.copyOf(foreign);
		refusals = List.copyOf(refusals);
		doubts = List.copyOf(doubts);
		stale = List.copyOf(stale);
		warnings = List.copyOf(warnings);
		explained = List.copyOf(explained);
	}

	/** Whether it would be recorded. */
	public boolean isTaken() {
		return this.foreign.isEmpty() && this.refusals.isEmpty() && this.doubts.isEmpty() && this.stale.isEmpty();
	}

	/** What its author has to mend or to explain. */
	public List<Fault> obstacles() {
		return Stream.concat(this.refusals.stream(), this.doubts.stream()).toList();
	}

}
