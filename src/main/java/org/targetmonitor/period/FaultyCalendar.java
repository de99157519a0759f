package org.targetmonitor.period;

import java.util.List;
import java.util.stream.Collectors;

/** A calendar file cannot be used; names every fault in it. */
public class FaultyCalendar extends RuntimeException {

	private final String file;

	private final List<Fault> faults;

	/** The faults of the file of that name. */
	public FaultyCalendar(String file, List<Fault> faults) {
		super(faults.stream()
			.map(Fault::toString)
			.collect(Collectors.joining("\n  ", "工作日历有误 / faulty working-day calendar: " + file + "\n  ", "")));
		this.file = file;
		this.faults = List.copyOf(faults);
	}

	/** The file's name as it was given. */
	public String file() {
		return this.file;
	}

	/** Every fault, in the order of the lines; those of the whole file come last. */
	public List<Fault> faults() {
		return this.faults;
	}

	/**
	 * One fault.
	 *
	 * @param line the line, from 1; 0 for the whole file
	 * @param zh the reason in Chinese
	 * @param en the reason in English
	 */
	public record Fault(int line, String zh, String en) {

		@Override
		public String toString() {
			return (this.line == 0) ? "%s / %s".formatted(this.zh, this.en)
					: "第 %d 行：%s / line %d: %s".formatted(this.line, this.zh, this.line, this.en);
		}

	}

}
