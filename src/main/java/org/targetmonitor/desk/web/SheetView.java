package org.targetmonitor.desk.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page for reporting by sheet, in the reader's language.
 *
 * @param path its address
 * @param plan the plan's code
 * @param title the plan's title
 * @param period the period
 * @param invented what has to be said of invented figures
 * @param offices the departments reported for
 */
public record SheetView(String path, String plan, String title, String period, @Nullable String invented,
		List<Office> offices) {

	/**
	 * A department with its template.
	 *
	 * @param code its code
	 * @param name its name
	 * @param due the first day on which a figure is due
	 * @param indicators how many indicators it reports
	 */
	public record Office(String code, String name, String due, int indicators) {
	}

}
