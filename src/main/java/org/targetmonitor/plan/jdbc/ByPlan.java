package org.targetmonitor.plan.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.targetmonitor.plan.PlanUnreadable;

/**
 * What is read of several plans at once, a row after the other: a row that cannot be
 * understood is the matter of its plan alone.
 *
 * @param <R> what a row becomes
 */
public final class ByPlan<R> {

	private final Map<String, List<R>> rows = new HashMap<>();

	private final Map<String, Exception> unreadable = new HashMap<>();

	/** How a row becomes what it is. */
	@FunctionalInterface
	public interface Reading<R> {

		R read() throws SQLException;

	}

	/** Takes a row up. */
	public void add(String plan, Reading<R> row) {
		try {
			this.rows.computeIfAbsent(plan, (key) -> new ArrayList<>()).add(row.read());
		}
		catch (SQLException | RuntimeException ex) {
			this.unreadable.putIfAbsent(plan, ex);
		}
	}

	/**
	 * What becomes of a plan's rows, of none for a plan that has none.
	 * @return refuses, with a {@link PlanUnreadable}, a plan of which a row was not
	 * understood, or whose rows together are not
	 */
	public <T> Function<String, T> each(Function<List<R>, T> work) {
		return (plan) -> {
			Exception broken = this.unreadable.get(plan);
			if (broken != null) {
				throw new PlanUnreadable(plan, broken);
			}
			try {
				return work.apply(this.rows.getOrDefault(plan, List.of()));
			}
			catch (RuntimeException ex) {
				throw new PlanUnreadable(plan, ex);
			}
		};
	}

}
