package org.targetmonitor.input;

import java.util.List;
import java.util.stream.Collectors;

/** A document was refused; carries every fault, not the first. */
public final class Faulty extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient List<Fault> faults;

	public Faulty(String document, List<Fault> faults) {
		super(document + Faults.listed(faults)
			.stream()
			.map(Fault::inOneLine)
			.collect(Collectors.joining("\n  ", ":\n  ",
					Faults.rest(Faults.more(faults))
						.map((rest) -> "\n  " + rest.zh() + " / " + rest.en())
						.orElse(""))));
		this.faults = List.copyOf(faults);
	}

	public List<Fault> faults() {
		return this.faults;
	}

}
