package org.targetmonitor.period;

/** What a calendar knows of a day. */
public enum DayKind {

	/** A weekday that is no holiday, or a weekend day worked to make up for one (调休). */
	WORKING,

	/** A holiday or an ordinary weekend day. */
	OFF,

	/** The calendar has no data for the day's year. */
	NOT_KNOWN

}
