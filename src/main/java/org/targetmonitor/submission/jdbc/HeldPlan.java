package org.targetmonitor.submission.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Plans;

/**
 * Holds a plan for its only writer: the row that holds its change number is the lock, and
 * whatever is appended is kept with a new change number, or nothing is.
 */
@Component
public class HeldPlan {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Plans plans;

	private final Clock clock;

	HeldPlan(JdbcClient jdbc, PlatformTransactionManager transactions, Plans plans, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		this.plans = plans;
		this.clock = clock;
	}

	/**
	 * Does work on a plan in one transaction; within another one what is not written is
	 * taken back alone.
	 * @param writer makes the writer out of the plan in force and the moment
	 * @param wrote whether the writer appended anything; where it did not, the plan has
	 * not changed
	 * @return what the work answered, or empty if there is no such plan
	 */
	public <W, T> Optional<T> write(String plan, BiFunction<Plan, Instant, W> writer, Function<W, T> work,
			Predicate<W> wrote) {
		return Optional.ofNullable(this.transaction.execute((status) -> {
			if (!lock(plan)) {
				return null;
			}
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
			W held = writer.apply(this.plans.inForce(plan, now).orElseThrow().plan(), now);
			T result = work.apply(held);
			if (!wrote.test(held)) {
				status.setRollbackOnly();
			}
			return result;
		}));
	}

	private boolean lock(String plan) {
		return this.jdbc.sql("UPDATE plan_change SET number = number + 1 WHERE plan_id = :plan")
			.param("plan", plan)
			.update() == 1;
	}

}
