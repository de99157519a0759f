package org.targetmonitor.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * What was decided about a plan's targets, as lists show it on a day.
 *
 * @param plan the plan in force
 * @param oversight what was decided, as it was known
 * @param today the day on which it is looked at
 */
public record PlanOversight(Plan plan, Oversight oversight, LocalDate today) {

	/** A supervision order of the plan, and where it stands on the day. */
	public record Order(Plan plan, SupervisionOrder order, OrderState state) {

		/** The target's name; its code where the plan has it no more. */
		public Text name() {
			return target().map(Target::name).orElse(Text.same(this.order.indicator()));
		}

		/** Who answers for it. */
		public Text lead() {
			return target().map(Target::lead).map(Department::shortName).orElse(Text.same(""));
		}

		/** The day it was issued. */
		public LocalDate issued() {
			return this.plan.dayOf(this.order.issued().recordedAt());
		}

		private Optional<Target> target() {
			return this.plan.target(this.order.indicator());
		}

	}

	/** A deviation that counts on the day. */
	public record Accepted(Plan plan, Target target, Deviation deviation) {
	}

	/** Every supervision order, the newest first. */
	public List<Order> orders() {
		return this.oversight.orders()
			.stream()
			.map((order) -> new Order(this.plan, order, order.state(this.plan, this.today)))
			.toList();
	}

	/**
	 * The deviations that count on the day, in the plan's order; none once it is closed.
	 */
	public List<Accepted> accepted() {
		return this.plan.entries()
			.stream()
			.filter((target) -> this.today.isBefore(this.plan.closes()))
			.flatMap((target) -> this.oversight.accepted(target.indicator(), this.today)
				.map((deviation) -> new Accepted(this.plan, target, deviation))
				.stream())
			.toList();
	}

}
