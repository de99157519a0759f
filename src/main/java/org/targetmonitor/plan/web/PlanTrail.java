package org.targetmonitor.plan.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.Plans;

/** Tells the audit what became of a plan that was handed in, on a page or by the API. */
@Component
class PlanTrail {

	static final Text CHANGED_MEANWHILE = new Text("计划已被他人修改，请核对最新内容后再提交",
			"the plan was changed meanwhile; look at what it says now and send it again");

	private final AuditTrail trail;

	PlanTrail(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * Carries it out and records what it changed, or why it did not, and what was given
	 * as its grounds; or does neither.
	 */
	Plans.Recorded record(String actor, String plan, Grounds grounds, Supplier<Plans.Recorded> act) {
		return this.trail.together(() -> {
			Plans.Recorded recorded = act.get();
			told(actor, plan, recorded, grounds);
			return recorded;
		});
	}

	private void told(String actor, String plan, Plans.Recorded recorded, Grounds grounds) {
		boolean done = recorded instanceof Plans.Recorded.Created || recorded instanceof Plans.Recorded.Revised;
		String why = (grounds.reason() != null) ? "; " + grounds.reason() : "";
		String document = (grounds.document() != null) ? "; " + grounds.document() : "";
		this.trail.record(actor, AuditAction.PLAN, done, plan, plan, detail(recorded) + document + why);
	}

	/** Records a file that is refused before anything is looked up; by its rules. */
	void refused(String actor, @Nullable String plan, List<Fault> faults) {
		this.trail.record(actor, AuditAction.PLAN, false, plan, plan,
				Faults.listed(faults)
					.stream()
					.map((fault) -> (fault.subject() + " " + fault.field() + " " + fault.rule()).strip())
					.distinct()
					.collect(Collectors.joining(", ", "rules; ", "")));
	}

	/** What an open plan was judged by before a day that is over would be lost. */
	static final Fault CLOSES_IN_THE_PAST = Fault.of("", "closes", "past",
			new Text("关闭日期须在今天之后", "an open plan closes on a day to come"));

	/**
	 * One fault for each goal, and each entry of the heading, that is changed without a
	 * document.
	 */
	static List<Fault> documentMissing(Plans.Recorded.DocumentMissing missing) {
		Stream<Fault> heading = missing.heading()
			.stream()
			.map((key) -> Fault.of("", "document", "document", Text.format("年度开始后修改计划的 %s 会改变进度评价，须填写所依据的文件名称和文号",
					"after the year has begun %s of the plan, which verdicts depend on, is changed by a document: name it (document)",
					key)));
		Stream<Fault> goals = missing.indicators()
			.stream()
			.map((indicator) -> Fault.of(indicator, "document", "document", new Text(
					"年度开始后调整目标值、计量口径、滞后界限、节点或权重，或撤销目标，须填写所依据的文件名称和文号",
					"after the year has begun what a target is judged by is changed, or a target withdrawn, by a document: name it (document)")));
		return Stream.concat(heading, goals).toList();
	}

	private static String detail(Plans.Recorded recorded) {
		return switch (recorded) {
			case Plans.Recorded.Created created -> "created; " + String.join(", ", created.indicators());
			case Plans.Recorded.Revised revised ->
				"revised; " + (revised.heading() ? "heading, " : "") + String.join(", ", revised.indicators());
			case Plans.Recorded.Unchanged unchanged -> "unchanged";
			case Plans.Recorded.ReasonMissing missing -> "reason missing";
			case Plans.Recorded.DocumentMissing missing ->
				"document missing; " + Stream.concat(missing.heading().stream(), missing.indicators().stream())
					.collect(Collectors.joining(", "));
			case Plans.Recorded.Relabels relabels -> "relabels; " + relabels.faults()
				.stream()
				.map((fault) -> fault.subject().toString())
				.collect(Collectors.joining(", "));
			case Plans.Recorded.AnotherPlan another -> "another plan";
			case Plans.Recorded.ClosesInThePast past -> "closes in the past";
			case Plans.Recorded.ChangedMeanwhile changed -> "changed meanwhile";
			case Plans.Recorded.Closed closed -> "closed";
		};
	}

}
