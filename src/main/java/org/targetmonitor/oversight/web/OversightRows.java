package org.targetmonitor.oversight.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.oversight.OrderState;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.oversight.SupervisionOrder;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * The rows in which pages list what was decided about a plan's targets.
 *
 * @param plan the plan in force
 * @param oversight what was decided, as it was known
 * @param today the day on which they are looked at
 */
public record OversightRows(Plan plan, Oversight oversight, LocalDate today) {

	/** Every supervision order, the newest first. */
	public List<OrderRow> orders(Locale locale) {
		return this.oversight.orders().stream().map((order) -> row(order, locale)).toList();
	}

	private OrderRow row(SupervisionOrder order, Locale locale) {
		Optional<Target> target = this.plan.target(order.indicator());
		OrderState state = order.state(this.plan, this.today);
		return new OrderRow(this.plan.id(), this.plan.title().in(locale), order.number(), order.indicator(),
				target.map((known) -> known.name().in(locale)).orElse(order.indicator()),
				target.map((known) -> known.lead().shortName().in(locale)).orElse(""),
				this.plan.dayOf(order.issued().recordedAt()), order.due(), state.key(), state.words().in(locale));
	}

	/**
	 * The deviations that count on the day, in the plan's order; none once it is closed.
	 */
	public List<DeviationRow> deviations(Locale locale) {
		return this.plan.entries()
			.stream()
			.filter((target) -> this.today.isBefore(this.plan.closes()))
			.flatMap((target) -> this.oversight.accepted(target.indicator(), this.today)
				.map((deviation) -> row(target, deviation, locale))
				.stream())
			.toList();
	}

	private DeviationRow row(Target target, Deviation deviation, Locale locale) {
		return new DeviationRow(this.plan.id(), this.plan.title().in(locale), target.indicator(),
				target.name().in(locale), deviation.expectation(), deviation.agreedBy(), deviation.until());
	}

}
