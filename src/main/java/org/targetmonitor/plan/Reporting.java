package org.targetmonitor.plan;

import java.util.List;

import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.DueRule;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;

/**
 * When an indicator's figures are reported.
 *
 * @param frequency how often
 * @param periods the periods of the plan's year that are expected, in order; the last one
 * ends with the year
 * @param due when a period's figure is due
 * @param early whether a figure may come before its period has ended
 */
public record Reporting(Frequency frequency, List<Period> periods, DueRule due, boolean early) {

	public Reporting {
		periods = List.copyOf(periods);
	}

	public DueDate dueFor(Period period, WorkingDays calendar) {
		return this.due.dueFor(period, calendar);
	}

}
