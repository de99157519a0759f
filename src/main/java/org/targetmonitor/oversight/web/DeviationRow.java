package org.targetmonitor.oversight.web;

import java.time.LocalDate;

/**
 * One accepted deviation in a list, in the reader's language.
 *
 * @param plan the plan's code
 * @param title its title
 * @param indicator the target's indicator
 * @param name its name
 * @param expectation what is expected instead
 * @param agreedBy who agreed
 * @param until the last day on which it counts
 */
public record DeviationRow(String plan, String title, String indicator, String name, String expectation,
		String agreedBy, LocalDate until) {
}
