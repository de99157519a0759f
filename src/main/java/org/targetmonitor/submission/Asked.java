package org.targetmonitor.submission;

import org.targetmonitor.input.Fault;

/**
 * Whether a doubt was put to the author before the figure's note was written: what was
 * never asked cannot have been answered.
 */
@FunctionalInterface
public interface Asked {

	/**
	 * Of who is told every doubt at once and sends everything again, as a program does.
	 */
	Asked ALL = (figure, doubt) -> true;

	boolean before(Figure figure, Fault doubt);

}
