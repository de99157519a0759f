package org.targetmonitor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What was measured so far. */
final class Sheet {

	private final List<Line> lines = new ArrayList<>();

	private final Map<String, String> chapters = new LinkedHashMap<>();

	/** Measures a row and prints it; one that fails says why, and the next comes. */
	void line(String work, String toReach, Callable<Line.Measured> measurement) {
		Line line;
		try {
			Line.Measured measured = measurement.call();
			line = new Line(work, toReach, measured.said(), measured.rival(), measured.reached());
		}
		catch (Exception | AssertionError ex) {
			line = new Line(work, toReach, why(ex), "", Line.Reached.FAILED);
		}
		this.lines.add(line);
		System.out.println(line.markdown());
	}

	/** A chapter of the document beside the table. */
	void chapter(String title, String text) {
		this.chapters.put(title, text);
		System.out.println("## " + title + "\n\n" + text);
	}

	/** Of a group that could not even begin. */
	void failed(String group, Exception ex) {
		line(group, "", () -> {
			throw ex;
		});
	}

	List<Line> lines() {
		return List.copyOf(this.lines);
	}

	Map<String, String> chapters() {
		return new LinkedHashMap<>(this.chapters);
	}

	boolean hasFailures() {
		return this.lines.stream().anyMatch((line) -> line.reached() == Line.Reached.FAILED);
	}

	private static String why(Throwable ex) {
		String said = String.valueOf(ex).replaceAll("\\s+", " ").replace("|", "/");
		return said.substring(0, Math.min(said.length(), 300));
	}

}
