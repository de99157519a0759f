package org.targetmonitor.submission;

import java.util.function.Predicate;

import org.targetmonitor.plan.Plan;

/**
 * Who sees a figure that is not approved: the department it is of, and of its plan the
 * reviewers, auditors and administrators. Everybody else sees what is approved, as if
 * nothing else had been handed in. Every door through which figures leave asks here.
 */
public final class Sight {

	private final Predicate<String> all;

	private final Author author;

	/**
	 * @param all the plans of which it sees everything
	 * @param author whose departments' figures it sees besides
	 */
	public Sight(Predicate<String> all, Author author) {
		this.all = all;
		this.author = author;
	}

	/** What an author sees: of what is not approved, their own departments' figures. */
	static Sight of(Author author) {
		return new Sight((plan) -> false, author);
	}

	/** Whether it sees all of a plan, whatever became of it. */
	public boolean seesAll(String plan) {
		return this.all.test(plan);
	}

	/**
	 * Whether it sees a revision of a plan. An indicator that the plan has no more is of
	 * nobody; who handed the revision in still sees it while reporting for the plan.
	 */
	public boolean sees(Plan plan, Revision revision) {
		return revision.isApproved() || seesAll(plan.id())
				|| plan.target(revision.indicator())
					.map((target) -> this.author.mayReportFor(plan.id(), target.department().code()))
					.orElseGet(() -> wrote(plan, revision));
	}

	private boolean wrote(Plan plan, Revision revision) {
		return revision.author().equals(this.author.username())
				&& plan.departments().keySet().stream().anyMatch((code) -> this.author.mayReportFor(plan.id(), code));
	}

	/** What it sees of a plan's figures. */
	public Figures of(Plan plan, Figures figures) {
		return seesAll(plan.id()) ? figures : figures.only((revision) -> sees(plan, revision));
	}

	/** What it sees of the year before. */
	public YearBefore of(YearBefore before) {
		return before.with((plan, figures) -> of(plan, figures));
	}

}
