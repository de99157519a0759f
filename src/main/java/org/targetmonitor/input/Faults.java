package org.targetmonitor.input;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many faults are told: as many as somebody reads, and how many more there are. A
 * document of a few kilobytes can have a fault at each of its characters.
 */
public final class Faults {

	/** The most that any answer lists. */
	public static final int MOST = 100;

	/**
	 * The most that are kept in words; what a document has beyond that is only counted.
	 */
	private static final int MOST_KEPT = 5000;

	private static final Fault COUNTED = Fault.of("", "", "more", new Text("另有错误", "another fault"));

	private Faults() {
	}

	/** The first of them, as an answer lists them. */
	public static <T> List<T> listed(List<T> faults) {
		return (faults.size() <= MOST) ? faults : faults.subList(0, MOST);
	}

	/** How many there are that are not listed. */
	public static int more(List<?> faults) {
		return Math.max(0, faults.size() - MOST);
	}

	/** What to say of those that are not listed; empty if all are. */
	public static Optional<Text> rest(int more) {
		return (more == 0) ? Optional.empty()
				: Optional.of(Text.format("另有%d处错误未列出", "%d more faults are not listed", more));
	}

	/** As they stand in a document, what is only counted last. */
	public static List<Fault> byLine(List<Fault> faults) {
		return faults.stream()
			.sorted(Comparator.comparing((Fault fault) -> fault.equals(COUNTED)).thenComparingInt(Fault::line))
			.toList();
	}

	/** Whether so many are kept already that the next one is only counted. */
	static boolean areEnough(List<Fault> faults) {
		return faults.size() >= MOST_KEPT;
	}

	/** Adds one that is only counted. */
	static void count(List<Fault> faults) {
		faults.add(COUNTED);
	}

}
