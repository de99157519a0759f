package org.targetmonitor.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

	private static final Text OVERTAKEN = new Text("该项已有新的办理，请看过后再办",
			"something was done with it since it was looked at; look again first");

	private final OversightLedger ledger;

	public OversightDesk(OversightLedger ledger) {
		this.ledger = ledger;
	}

	/** Every act of a plan. */
	public Oversight of(String plan) {
		return this.ledger.read(plan);
	}

	/**
	 * Accepts a deviation: {@code indicator}, {@code cause}, {@code measure},
	 * {@code expectation}, {@code agreed-by}, {@code document} (may be left out),
	 * {@code until}; it replaces the one before. {@code after} says which act of the
	 * target was the last that was seen, 0 for none.
	 */
	public Acted accept(String plan, Node document, Overseer who) {
		return overseen(plan, who, (writer) -> {
			List<Fault> faults = new ArrayList<>();
			Fields fields = Fields.of(document, "", "deviation", faults);
			Optional<Target> target = target(writer.plan(), fields);
			Deviation deviation = new Deviation(fields.requiredText("cause"), fields.requiredText("measure"),
					fields.requiredText("expectation"), fields.requiredText("agreed-by"),
					fields.text("document").filter((text) -> !text.isBlank()).orElse(null),
					within(fields, "until", writer));
			Optional<Integer> seen = seen(fields);
			fields.refuseOthers();
			return (!faults.isEmpty() || target.isEmpty()) ? new Acted.Refused(faults)
					: append(writer, target.get().indicator(), deviation, null, who, seen);
		});
	}

	/** Withdraws the deviation that counts now: {@code reason}, {@code after}. */
	public Acted withdraw(String plan, String indicator, Node document, Overseer who) {
		return overseen(plan, who, (writer) -> {
			List<Fault> faults = new ArrayList<>();
			Fields fields = Fields.of(document, indicator, "withdrawal", faults);
			String reason = fields.requiredText("reason");
			Optional<Integer> seen = seen(fields);
			fields.refuseOthers();
			if (!faults.isEmpty()) {
				return new Acted.Refused(faults);
			}
			if (writer.oversight().accepted(indicator, writer.plan().dayOf(writer.now())).isEmpty()) {
				return new Acted.NotNow(new Text("该指标目前没有认可的偏差", "no deviation of this target is accepted now"));
			}
			return append(writer, indicator, null, reason, who, seen);
		});
	}

	/**
	 * Issues an order: {@code indicator}, {@code cause} (what is to be explained),
	 * {@code measure} (what is required), {@code due}.
	 */
	public Acted issue(String plan, Node document, Overseer who) {
		return overseen(plan, who, (writer) -> {
			List<Fault> faults = new ArrayList<>();
			Fields fields = Fields.of(document, "", "order", faults);
			Optional<Target> target = target(writer.plan(), fields);
			String cause = fields.requiredText("cause");
			String measure = fields.requiredText("measure");
			LocalDate due = within(fields, "due", writer);
			fields.refuseOthers();
			if (!faults.isEmpty() || target.isEmpty()) {
				return new Acted.Refused(faults);
			}
			int order = writer.oversight().orders().stream().mapToInt(SupervisionOrder::number).max().orElse(0) + 1;
			writer.append(new OrderAct(order, 1, target.get().indicator(), OrderAct.Kind.ISSUED, cause, measure, due,
					null, who.username(), writer.now(), writer.now()));
			return new Acted.Done(order);
		});
	}

	/**
	 * Does something with an order. Replied: {@code cause}, {@code measure},
	 * {@code expected}; returned: {@code reason}, {@code due}; closed: {@code reason}.
	 * {@code after} says which of its acts was the last that was seen.
	 */
	public Acted act(String plan, int number, OrderAct.Kind kind, Node document, Overseer who) {
		return written(plan,
				(writer) -> writer.oversight()
					.order(number)
					.map((order) -> refusal(writer, order, kind, who)
						.orElseGet(() -> append(writer, order, kind, document, who)))
					.orElseGet(() -> new Acted.Unknown(Text.format("没有第%d号督办单", "no order %d", number))));
	}

	/** Whether a deviation may be accepted and an order issued for it. */
	public static boolean isJudged(Target target) {
		return target.goal().judges() && !target.goal().awaitsNumbers() && target.entry().hasStatus();
	}

	/** Who may reply: the staff of the department that reports or that leads. */
	public static boolean answers(Plan plan, String indicator, Overseer who) {
		return plan.target(indicator)
			.filter((target) -> who.answers().test(plan.id(), target.department().code())
					|| who.answers().test(plan.id(), target.lead().code()))
			.isPresent();
	}

	private static Optional<Acted> refusal(OversightLedger.Writer writer, SupervisionOrder order, OrderAct.Kind kind,
			Overseer who) {
		Plan plan = writer.plan();
		if (kind == OrderAct.Kind.REPLIED && !answers(plan, order.indicator(), who)) {
			return Optional.of(new Acted.Forbidden(NOT_YOUR_DEPARTMENT));
		}
		if (kind != OrderAct.Kind.REPLIED && !who.oversees().test(plan.id())) {
			return Optional.of(new Acted.Forbidden(NOT_YOURS));
		}
		OrderState state = order.state(plan, plan.dayOf(writer.now()));
		return state.allows(kind) ? Optional.empty() : Optional.of(new Acted.NotNow(
				Text.format("督办单%s，不能%s", "the order is %s and cannot be %s", state.words(), kind.words())));
	}

	private static Acted append(OversightLedger.Writer writer, SupervisionOrder order, OrderAct.Kind kind,
			Node document, Overseer who) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(document, "", kind.key(), faults);
		boolean reply = kind == OrderAct.Kind.REPLIED;
		String cause = reply ? fields.requiredText("cause") : null;
		String measure = reply ? fields.requiredText("measure") : null;
		String reason = reply ? null : fields.requiredText("reason");
		LocalDate day = switch (kind) {
			case REPLIED -> within(fields, "expected", writer);
			case RETURNED -> within(fields, "due", writer);
			case ISSUED, CLOSED -> null;
		};
		Optional<Integer> seen = seen(fields);
		fields.refuseOthers();
		if (!faults.isEmpty()) {
			return new Acted.Refused(faults);
		}
		if (seen.filter((last) -> last != order.acts().size()).isPresent()) {
			return new Acted.NotNow(OVERTAKEN);
		}
		writer.append(new OrderAct(order.number(), order.acts().size() + 1, order.indicator(), kind, cause, measure,
				day, reason, who.username(), writer.now(), writer.now()));
		return new Acted.Done(order.number());
	}

	private static Acted append(OversightLedger.Writer writer, String indicator, @Nullable Deviation deviation,
			@Nullable String reason, Overseer who, Optional<Integer> seen) {
		int last = writer.oversight().last(indicator).map(DeviationAct::number).orElse(0);
		if (seen.filter((number) -> number != last).isPresent()) {
			return new Acted.NotNow(OVERTAKEN);
		}
		writer.append(
				new DeviationAct(indicator, last + 1, deviation, reason, who.username(), writer.now(), writer.now()));
		return new Acted.Done(last + 1);
	}

	/** The last act that was seen, where somebody says so. */
	private static Optional<Integer> seen(Fields fields) {
		return fields.whole("after", 0, Integer.MAX_VALUE);
	}

	private Acted overseen(String plan, Overseer who, Function<OversightLedger.Writer, Acted> work) {
		return written(plan, (writer) -> {
			if (!who.oversees().test(plan)) {
				return new Acted.Forbidden(NOT_YOURS);
			}
			return work.apply(writer);
		});
	}

	private Acted written(String plan, Function<OversightLedger.Writer, Acted> work) {
		return this.ledger.write(plan, (writer) -> {
			if (!writer.plan().isOpen(writer.now())) {
				return new Acted.NotNow(new Text("计划已关闭", "the plan is closed"));
			}
			return work.apply(writer);
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

	/** A day after today and before the plan closes; nothing of it is left to do then. */
	private static LocalDate within(Fields fields, String key, OversightLedger.Writer writer) {
		LocalDate closes = writer.plan().closes();
		return fields.requiredDate(key).map((day) -> {
			if (!day.isAfter(writer.plan().dayOf(writer.now()))) {
				fields.fault(key, "past", new Text("应晚于今天", "must be later than today"));
			}
			else if (!day.isBefore(closes)) {
				fields.fault(key, "closed",
						Text.format("应早于计划关闭日%s", "must be before the day the plan closes, %s", closes));
			}
			return day;
		}).orElse(closes);
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
