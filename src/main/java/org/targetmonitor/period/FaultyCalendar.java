package org.targetmonitor.period;

import java.util.List;

/** A calendar file was refused; the message names every faulty line. */
public final class FaultyCalendar extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient List<String> faults;

	FaultyCalendar(String file, List<String> faults) {
		super(file + ":\n  " + String.join("\n  ", faults));
		this.faults = List.copyOf(faults);
	}

	public List<String> faults() {
		return this.faults;
	}

}
