package org.targetmonitor.oversight.web;

import java.time.LocalDate;

/**
 * One supervision order in a list, in the reader's language.
 *
 * @param plan the plan's code
 * @param title its title
 * @param number the order's number
 * @param indicator the target's indicator
 * @param name its name
 * @param lead who answers for it
 * @param issued the day it was issued
 * @param due the last day for the reply
 * @param state the state's key
 * @param words the state in words
 */
public record OrderRow(String plan, String title, int number, String indicator, String name, String lead,
		LocalDate issued, LocalDate due, String state, String words) {

	/** Whether nothing more is to be done with it. */
	public boolean isOver() {
		return this.state.equals("closed") || this.state.equals("lapsed");
	}

}
