package org.targetmonitor.metrics;

import java.util.List;

/**
 * Every metric of the project: name, type, help and labels. docs/metrics.md lists the
 * same, and a test compares the two.
 */
public enum Metric {

	PLAN_INFO("targetmonitor_plan_info", Type.INFO,
			"A plan; invented=\"true\" says that its figures are made up for demonstration", "plan", "title_zh",
			"title_en", "area_zh", "area_en", "year", "invented"),
	PLAN_READABLE("targetmonitor_plan_readable", Type.GAUGE,
			"0 while something stored of the plan cannot be read; its other series are then those of before, or absent",
			"plan"),
	PLAN_OPEN("targetmonitor_plan_open", Type.GAUGE, "1 while the plan's verdicts may change, 0 once it is closed",
			"plan"),
	INDICATOR_INFO("targetmonitor_indicator_info", Type.INFO, "An indicator with its target, in words", "plan",
			"indicator", "name_zh", "name_en", "measure", "unit", "department", "lead", "nature", "kind"),
	TARGET("targetmonitor_target", Type.GAUGE, "The goal's number in force, in the base unit", "plan", "indicator",
			"unit"),
	ACTUAL("targetmonitor_actual", Type.GAUGE, "The latest approved value of the plan's year, in the base unit", "plan",
			"indicator", "unit"),
	ACTUAL_PERIOD_INFO("targetmonitor_actual_period_info", Type.INFO, "The period that the latest approved value is of",
			"plan", "indicator", "period"),
	VERDICT_PERIOD_INFO("targetmonitor_verdict_period_info", Type.INFO,
			"The period that status, margin and gap are of; of a relation the latest common one", "plan", "indicator",
			"period"),
	PERIOD_ACTUAL("targetmonitor_period_actual", Type.GAUGE,
			"The approved value of each period of the plan's year, in the base unit", "plan", "indicator", "period",
			"unit"),
	MARGIN("targetmonitor_margin_ratio", Type.GAUGE, "Signed distance to what counts as met; below 0 is behind", "plan",
			"indicator"),
	GAP("targetmonitor_gap_ratio", Type.GAUGE, "The actual value less the goal's number or the other operand", "plan",
			"indicator"),
	ON_LEVEL("targetmonitor_verdict_on_level", Type.GAUGE,
			"1 where margin and gap are shares of the number of a second condition on the level beside a rate", "plan",
			"indicator"),
	LINE("targetmonitor_line", Type.GAUGE, "What counts as met: the number with its tolerance, in the base unit",
			"plan", "indicator", "unit"),
	PACE("targetmonitor_pace_ratio", Type.GAUGE, "The share of the year's quantity that should be done by now", "plan",
			"indicator"),
	DONE("targetmonitor_done_ratio", Type.GAUGE, "The share of the year's quantity that is done", "plan", "indicator"),
	REQUIRED_GROWTH("targetmonitor_required_growth_ratio", Type.GAUGE,
			"The growth that the rest of the year needs for the goal's number", "plan", "indicator"),
	PROJECTED("targetmonitor_projected_ratio", Type.GAUGE,
			"Where the year would end under a named assumption: a growth rate, of a quantity the share of the goal",
			"plan", "indicator", "scenario"),
	STATUS("targetmonitor_status", Type.GAUGE, "1 for the status that the target has, 0 for the others", "plan",
			"indicator", "status"),
	LAG_LEVEL("targetmonitor_lag_level", Type.GAUGE, "0 fine, 1 at risk, 2 lagging or missed; absent while unknown",
			"plan", "indicator"),
	FIRST_LAG_LEVEL("targetmonitor_first_lag_level", Type.GAUGE,
			"The lag level by the target as the year began with it; only of one that was changed since", "plan",
			"indicator"),
	AHEAD("targetmonitor_ahead_info", Type.INFO,
			"1 for a quantity that is ahead of its pace (of-pace) or done before the year's end (of-time)", "plan",
			"indicator", "group"),
	SUBMISSION_DUE("targetmonitor_submission_due_timestamp_seconds", Type.GAUGE,
			"End of the due day of the period that is waited for", "plan", "indicator"),
	SUBMISSION_LAST("targetmonitor_submission_last_timestamp_seconds", Type.GAUGE,
			"When a figure of the indicator was last submitted", "plan", "indicator"),
	SUBMISSIONS_OVERDUE("targetmonitor_submissions_overdue", Type.GAUGE,
			"1 if the due day of the latest ended period has passed with nothing submitted", "plan", "indicator"),
	FIGURE_REVISIONS("targetmonitor_figure_revisions", Type.COUNTER, "Revisions in the ledger", "plan", "indicator"),
	DEVIATION_UNTIL("targetmonitor_deviation_accepted_until_timestamp_seconds", Type.GAUGE,
			"End of the last day on which the target's deviation is accepted; absent while none is", "plan",
			"indicator"),
	SUPERVISION_OPEN("targetmonitor_supervision_open", Type.GAUGE,
			"Supervision orders of the target that are not closed", "plan", "indicator"),
	CHAIN_LINKS("targetmonitor_chain_links", Type.GAUGE, "Links of the plan's chain; they only grow", "plan"),
	CHAINS("targetmonitor_chains", Type.GAUGE, "How many chains there are: one for each plan"),
	AUDIT_EVENTS("targetmonitor_audit_events", Type.GAUGE, "Sealed events of the audit; they only grow"),
	STANDING_TIMESTAMP("targetmonitor_standing_timestamp_seconds", Type.GAUGE,
			"When the standing served was last known to be current"),
	STANDING_BUILD("targetmonitor_standing_build_seconds", Type.GAUGE, "How long it took to build the standing served"),
	STANDING_FAILURES("targetmonitor_standing_failures", Type.COUNTER,
			"How often the standing could not be checked or rebuilt"),
	DATABASE_AVAILABLE("targetmonitor_database_available", Type.GAUGE,
			"1 while the database answers and takes what is stored, 0 while it is away");

	/** The kinds of metric used. */
	public enum Type {

		GAUGE(""), INFO(""), COUNTER("_total");

		private final String suffix;

		Type(String suffix) {
			this.suffix = suffix;
		}

	}

	private final String base;

	private final Type type;

	private final String help;

	private final List<String> labels;

	Metric(String base, Type type, String help, String... labels) {
		this.base = base;
		this.type = type;
		this.help = help;
		this.labels = List.of(labels);
	}

	/** The name that series have. */
	public String seriesName() {
		return this.base + this.type.suffix;
	}

	/**
	 * The name that the client library wants: without the suffix that the type implies.
	 */
	String clientName() {
		return (this.type == Type.INFO) ? this.base.substring(0, this.base.length() - "_info".length()) : this.base;
	}

	public Type type() {
		return this.type;
	}

	public String help() {
		return this.help;
	}

	public List<String> labels() {
		return this.labels;
	}

}
