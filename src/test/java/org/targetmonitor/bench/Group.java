package org.targetmonitor.bench;

/** Rows that are measured on the same monitor. */
interface Group {

	/** What {@code -Dbench.rows} calls it. */
	String name();

	/** What its chapter is called. */
	String title();

	/** Measures its rows in turn; what fails within a row is that row's. */
	void measure(Sheet sheet) throws Exception;

}
