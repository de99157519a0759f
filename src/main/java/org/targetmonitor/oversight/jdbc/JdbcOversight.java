package org.targetmonitor.oversight.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.oversight.DeviationAct;
import org.targetmonitor.oversight.OrderAct;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.oversight.OversightLedger;
import org.targetmonitor.plan.jdbc.ByPlan;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.ChainFact.Sort;
import org.targetmonitor.submission.OversightSeal;
import org.targetmonitor.submission.jdbc.FigureAppends;
import org.targetmonitor.submission.jdbc.HeldPlan;

/**
 * Acts of oversight in PostgreSQL. A writer first counts the plan's change number up, as
 * every writer of a plan does.
 */
@Repository
class JdbcOversight implements OversightLedger {

	private final JdbcClient jdbc;

	private final HeldPlan held;

	private final FigureAppends appends;

	private final OversightSeal seal;

	JdbcOversight(JdbcClient jdbc, HeldPlan held, FigureAppends appends, OversightSeal seal) {
		this.jdbc = jdbc;
		this.held = held;
		this.appends = appends;
		this.seal = seal;
	}

	@Override
	public Function<String, Oversight> read(Collection<String> plans) {
		String[] codes = plans.toArray(String[]::new);
		ByPlan<DeviationAct> deviations = new ByPlan<>();
		this.jdbc.sql("""
				SELECT plan_id, indicator, number, cause, measure, expectation, agreed_by, document, until, reason,
				  author, recorded_at, known_from
				FROM deviation_act WHERE plan_id = ANY(:plans) ORDER BY recorded_at, indicator, number
				""").param("plans", codes).query((row) -> {
			deviations.add(row.getString("plan_id"), () -> deviation(row));
		});
		ByPlan<OrderAct> orders = new ByPlan<>();
		this.jdbc.sql("""
				SELECT plan_id, order_no, number, indicator, act, cause, measure, day, reason, author, recorded_at,
				  known_from
				FROM supervision_act WHERE plan_id = ANY(:plans) ORDER BY order_no, number
				""").param("plans", codes).query((row) -> {
			orders.add(row.getString("plan_id"), () -> order(row));
		});
		Function<String, List<DeviationAct>> accepted = deviations.each(List::copyOf);
		Function<String, List<OrderAct>> ordered = orders.each(List::copyOf);
		return (plan) -> new Oversight(accepted.apply(plan), ordered.apply(plan));
	}

	private static DeviationAct deviation(ResultSet row) throws SQLException {
		LocalDate until = row.getObject("until", LocalDate.class);
		Deviation accepted = (until == null) ? null : new Deviation(row.getString("cause"), row.getString("measure"),
				row.getString("expectation"), row.getString("agreed_by"), row.getString("document"), until);
		return new DeviationAct(row.getString("indicator"), row.getInt("number"), accepted, row.getString("reason"),
				row.getString("author"), row.getTimestamp("recorded_at").toInstant(),
				row.getTimestamp("known_from").toInstant());
	}

	private static OrderAct order(ResultSet row) throws SQLException {
		return new OrderAct(row.getInt("order_no"), row.getInt("number"), row.getString("indicator"),
				OrderAct.Kind.valueOf(row.getString("act").toUpperCase(Locale.ROOT)), row.getString("cause"),
				row.getString("measure"), row.getObject("day", LocalDate.class), row.getString("reason"),
				row.getString("author"), row.getTimestamp("recorded_at").toInstant(),
				row.getTimestamp("known_from").toInstant());
	}

	@Override
	public <T> Optional<T> write(String plan, Function<Writer, T> work) {
		return this.held.write(plan, Appending::new, (writer) -> {
			T result = work.apply(writer);
			if (!writer.ids.isEmpty()) {
				this.seal.seal(plan, writer.ids, writer.now);
			}
			return result;
		}, (writer) -> !writer.ids.isEmpty());
	}

	/** One plan, held for writing. */
	private final class Appending implements Writer {

		private final Plan plan;

		private final Set<String> ids = new HashSet<>();

		private final Instant now;

		private Appending(Plan plan, Instant now) {
			this.plan = plan;
			this.now = now;
		}

		@Override
		public Plan plan() {
			return this.plan;
		}

		@Override
		public Instant now() {
			return this.now;
		}

		@Override
		public Oversight oversight() {
			return read(this.plan.id());
		}

		@Override
		public void append(DeviationAct act) {
			Deviation accepted = act.accepted();
			this.ids.add(Sort.DEVIATION.id(act.indicator(), Integer.toString(act.number())));
			statement("""
					INSERT INTO deviation_act (plan_id, indicator, number, act, cause, measure, expectation, agreed_by,
					  document, until, reason, author, recorded_at, known_from)
					VALUES (:plan, :indicator, :number, :act, :cause, :measure, :expectation, :agreedBy, :document,
					  CAST(:until AS date), :reason, :author, :recordedAt, :knownFrom)
					""", act.indicator(), act.number(), act.author(), act.recordedAt(), act.knownFrom())
				.param("act", (accepted != null) ? "accepted" : "withdrawn")
				.param("cause", (accepted != null) ? accepted.cause() : null)
				.param("measure", (accepted != null) ? accepted.measure() : null)
				.param("expectation", (accepted != null) ? accepted.expectation() : null)
				.param("agreedBy", (accepted != null) ? accepted.agreedBy() : null)
				.param("document", (accepted != null) ? accepted.document() : null)
				.param("until", (accepted != null) ? accepted.until() : null)
				.param("reason", act.reason())
				.update();
		}

		@Override
		public void append(OrderAct act) {
			this.ids.add(Sort.ORDER.id(Integer.toString(act.order()), Integer.toString(act.number())));
			statement("""
					INSERT INTO supervision_act (plan_id, order_no, number, indicator, act, cause, measure, day, reason,
					  author, recorded_at, known_from)
					VALUES (:plan, :order, :number, :indicator, :act, :cause, :measure, CAST(:day AS date), :reason,
					  :author, :recordedAt, :knownFrom)
					""", act.indicator(), act.number(), act.author(), act.recordedAt(), act.knownFrom())
				.param("order", act.order())
				.param("act", act.kind().key())
				.param("cause", act.cause())
				.param("measure", act.measure())
				.param("day", act.day())
				.param("reason", act.reason())
				.update();
		}

		private JdbcClient.StatementSpec statement(String sql, String indicator, int number, String author,
				Instant recordedAt, Instant knownFrom) {
			JdbcOversight.this.appends.register(this.plan, List.of(indicator));
			return JdbcOversight.this.jdbc.sql(sql)
				.param("plan", this.plan.id())
				.param("indicator", indicator)
				.param("number", number)
				.param("author", author)
				.param("recordedAt", Timestamp.from(recordedAt))
				.param("knownFrom", Timestamp.from(knownFrom));
		}

	}

}
