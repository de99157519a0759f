package org.targetmonitor.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/**
 * Accepts deviations and withdraws them; issues supervision orders, takes their replies,
 * returns and closes them. What is handed in is a mapping, from a form or from the API.
 */
public final class OversightDesk {

	private static final Text NOT_YOURS = new Text("只有该计划的审核人员或计划管理员可以办理",
			"this is for a reviewer or the administrator of the plan");

	private static final Text NOT_YOUR_DEPARTMENT = new Text("只有该指标报送单位或牵头单位的填报人员可以回复",
			"the reply is for staff of the department that reports the indicator or leads it");

	private final OversightLedger ledger;

	private final Clock clock;

	public OversightDesk(OversightLedger ledger, Clock clock) {
		this.ledger = ledger;
		this.clock = clock;
	}

	/** Every act of a plan. */
	public Oversight of(String plan) {
		return this.ledger.read(plan);
	}

	/**
	 * Accepts a deviation: {@code indicator}, {@code cause}, {@code measure},
	 * {@code expectation}, {@code agreed-by}, {@code document} (may be left out),
	 * {@code until}; it replaces the one before.
	 */
	public Acted accept(String plan, Node document, Overseer who) {
		return overseen(plan, who, (writer, now) -> {
			List<Fault> faults = new ArrayList<>();
			Fields fields = Fields.of(document, "", "deviation", faults);
			Optional<Target> target = target(writer.plan(), fields);
			Deviation deviation = new Deviation(fields.requiredText("cause"), fields.requiredText("measure"),
					fields.requiredText("expectation"), fields.requiredText("agreed-by"),
					fields.text("document").filter((text) -> !text.isBlank()).orElse(null),
					future(fields, "until", writer.plan(), now));
			if (!deviation.until().isBefore(writer.plan().closes())) {
				fields.fault("until", "closed", Text.format("应早于计划关闭日%s", "must be before the day the plan closes, %s",
						writer.plan().closes()));
			}
			fields.refuseOthers();
			if (!faults.isEmpty() || target.isEmpty()) {
				return new Acted.Refused(faults);
			}
			return append(writer, target.get().indicator(), deviation, null, who, now);
		});
	}

	/** Withdraws the deviation that counts now: {@code reason}. */
	public Acted withdraw(String plan, String indicator, Node document, Overseer who) {
		return overseen(plan, who, (writer, now) -> {
			List<Fault> faults = new ArrayList<>();
			Fields fields = Fields.of(document, indicator, "withdrawal", faults);
			String reason = fields.requiredText("reason");
			fields.refuseOthers();
			if (!faults.isEmpty()) {
				return new Acted.Refused(faults);
			}
			if (writer.oversight().accepted(indicator, writer.plan().dayOf(now)).isEmpty()) {
				return new Acted.NotNow(new Text("该指标目前没有认可的偏差", "no deviation of this target is accepted now"));
			}
			return append(writer, indicator, null, reason, who, now);
		});
	}

	/**
	 * Issues an order: {@code indicator}, {@code cause} (what is to be explained),
	 * {@code measure} (what is required), {@code due}.
	 */
	public Acted issue(String plan, Node document, Overseer who) {
		return overseen(plan, who, (writer, now) -> {
			List<Fault> faults = new ArrayList<>();
			Fields fields = Fields.of(document, "", "order", faults);
			Optional<Target> target = target(writer.plan(), fields);
			String cause = fields.requiredText("cause");
			String measure = fields.requiredText("measure");
			LocalDate due = future(fields, "due", writer.plan(), now);
			fields.refuseOthers();
			if (!faults.isEmpty() || target.isEmpty()) {
				return new Acted.Refused(faults);
			}
			int order = writer.oversight().orders().stream().mapToInt(SupervisionOrder::number).max().orElse(0) + 1;
			writer.append(new OrderAct(order, 1, target.get().indicator(), OrderAct.Kind.ISSUED, cause, measure, due,
					null, who.username(), now, now));
			return new Acted.Done(order);
		});
	}

	/**
	 * Does something with an order. Replied: {@code cause}, {@code measure},
	 * {@code expected}; returned: {@code reason}, {@code due}; closed: {@code reason}.
	 */
	public Acted act(String plan, int number, OrderAct.Kind kind, Node document, Overseer who) {
		return written(plan,
				(writer, now) -> writer.oversight()
					.order(number)
					.map((order) -> refusal(writer.plan(), order, kind, who, now)
						.orElseGet(() -> append(writer, order, kind, document, who, now)))
					.orElseGet(() -> new Acted.Unknown(Text.format("没有第%d号督办单", "no order %d", number))));
	}

	/** Who may reply: the staff of the department that reports or that leads. */
	public static boolean answers(Plan plan, String indicator, Overseer who) {
		return plan.target(indicator)
			.filter((target) -> who.answers().test(plan.id(), target.department().code())
					|| who.answers().test(plan.id(), target.lead().code()))
			.isPresent();
	}

	private static Optional<Acted> refusal(Plan plan, SupervisionOrder order, OrderAct.Kind kind, Overseer who,
			Instant now) {
		if (kind == OrderAct.Kind.REPLIED && !answers(plan, order.indicator(), who)) {
			return Optional.of(new Acted.Forbidden(NOT_YOUR_DEPARTMENT));
		}
		if (kind != OrderAct.Kind.REPLIED && !who.oversees().test(plan.id())) {
			return Optional.of(new Acted.Forbidden(NOT_YOURS));
		}
		OrderState state = order.state(plan, plan.dayOf(now));
		return state.allows(kind) ? Optional.empty() : Optional.of(new Acted.NotNow(
				Text.format("督办单%s，不能%s", "the order is %s and cannot be %s", state.words(), kind.words())));
	}

	private static Acted append(OversightLedger.Writer writer, SupervisionOrder order, OrderAct.Kind kind,
			Node document, Overseer who, Instant now) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", kind.key(), faults);
		boolean reply = kind == OrderAct.Kind.REPLIED;
		String cause = reply ? fields.requiredText("cause") : null;
		String measure = reply ? fields.requiredText("measure") : null;
		String reason = reply ? null : fields.requiredText("reason");
		LocalDate day = switch (kind) {
			case REPLIED -> fields.requiredDate("expected");
			case RETURNED -> future(fields, "due", writer.plan(), now);
			case ISSUED, CLOSED -> null;
		};
		fields.refuseOthers();
		if (!faults.isEmpty()) {
			return new Acted.Refused(faults);
		}
		writer.append(new OrderAct(order.number(), order.acts().size() + 1, order.indicator(), kind, cause, measure,
				day, reason, who.username(), now, now));
		return new Acted.Done(order.number());
	}

	private static Acted append(OversightLedger.Writer writer, String indicator, @Nullable Deviation deviation,
			@Nullable String reason, Overseer who, Instant now) {
		int number = writer.oversight().last(indicator).map(DeviationAct::number).orElse(0) + 1;
		writer.append(new DeviationAct(indicator, number, deviation, reason, who.username(), now, now));
		return new Acted.Done(number);
	}

	private Acted overseen(String plan, Overseer who, BiFunction<OversightLedger.Writer, Instant, Acted> work) {
		return written(plan, (writer, now) -> {
			if (!who.oversees().test(plan)) {
				return new Acted.Forbidden(NOT_YOURS);
			}
			return work.apply(writer, now);
		});
	}

	private Acted written(String plan, BiFunction<OversightLedger.Writer, Instant, Acted> work) {
		return this.ledger.write(plan, (writer) -> {
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
			if (!writer.plan().isOpen(now)) {
				return new Acted.NotNow(new Text("计划已关闭", "the plan is closed"));
			}
			return work.apply(writer, now);
		}).orElseGet(() -> new Acted.Unknown(Text.format("没有计划“%s”", "no plan \"%s\"", plan)));
	}

	private static Optional<Target> target(Plan plan, Fields fields) {
		String indicator = fields.requiredText("indicator");
		Optional<Target> target = plan.target(indicator);
		if (!indicator.isEmpty() && target.isEmpty()) {
			fields.fault("indicator", "unknown",
					Text.format("计划中没有指标“%s”", "the plan has no indicator \"%s\"", indicator));
		}
		else if (target.filter(OversightDesk::isJudged).isEmpty() && target.isPresent()) {
			fields.fault("indicator", "not-judged", new Text("该项本身不作评价；下达任务请在其下的具体指标上办理",
					"is not judged by itself; under a heading take the number it stands over"));
		}
		return target;
	}

	private static boolean isJudged(Target target) {
		return target.goal().judges() && !target.goal().awaitsNumbers() && target.entry().hasStatus();
	}

	private static LocalDate future(Fields fields, String key, Plan plan, Instant now) {
		LocalDate day = fields.requiredDate(key);
		if (!day.equals(LocalDate.EPOCH) && !day.isAfter(plan.dayOf(now))) {
			fields.fault(key, "past", new Text("应晚于今天", "must be later than today"));
		}
		return day;
	}

	/** A mapping out of what was typed in a form; what is blank is left out. */
	public static Node.Mapping typed(Map<String, String> values) {
		Map<String, Node> entries = new LinkedHashMap<>();
		values.forEach((key, value) -> {
			if (!value.isBlank()) {
				entries.put(key, new Node.Scalar(value.strip(), 0));
			}
		});
		return new Node.Mapping(entries, 0);
	}

}
