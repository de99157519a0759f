package org.targetmonitor.submission;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * The table of what may be done with a figure: for every state and action the state that
 * comes of it, or the refusal. A figure's state is that of its newest revision; whoever
 * decides about an older one is told that it was replaced. Once any revision of a figure
 * is approved, what follows names its kind: then correct and revise change places.
 */
public enum Transition {

	// @formatter:off
	DRAFT_NOTHING(State.NOTHING, Action.DRAFT, State.DRAFT),
	SUBMIT_NOTHING(State.NOTHING, Action.SUBMIT, State.SUBMITTED),
	CORRECT_NOTHING(State.NOTHING, Action.CORRECT, Refusal.STALE),
	REVISE_NOTHING(State.NOTHING, Action.REVISE, Refusal.KIND),
	APPROVE_NOTHING(State.NOTHING, Action.APPROVE, Refusal.UNKNOWN),
	RETURN_NOTHING(State.NOTHING, Action.RETURN, Refusal.UNKNOWN),

	DRAFT_DRAFT(State.DRAFT, Action.DRAFT, State.DRAFT),
	SUBMIT_DRAFT(State.DRAFT, Action.SUBMIT, State.SUBMITTED),
	CORRECT_DRAFT(State.DRAFT, Action.CORRECT, Refusal.STALE),
	REVISE_DRAFT(State.DRAFT, Action.REVISE, Refusal.KIND),
	APPROVE_DRAFT(State.DRAFT, Action.APPROVE, Refusal.UNKNOWN),
	RETURN_DRAFT(State.DRAFT, Action.RETURN, Refusal.UNKNOWN),

	DRAFT_SUBMITTED(State.SUBMITTED, Action.DRAFT, State.SUBMITTED),
	SUBMIT_SUBMITTED(State.SUBMITTED, Action.SUBMIT, Refusal.STALE),
	CORRECT_SUBMITTED(State.SUBMITTED, Action.CORRECT, State.SUBMITTED),
	REVISE_SUBMITTED(State.SUBMITTED, Action.REVISE, Refusal.KIND),
	APPROVE_SUBMITTED(State.SUBMITTED, Action.APPROVE, State.APPROVED),
	RETURN_SUBMITTED(State.SUBMITTED, Action.RETURN, State.RETURNED),

	DRAFT_RETURNED(State.RETURNED, Action.DRAFT, State.RETURNED),
	SUBMIT_RETURNED(State.RETURNED, Action.SUBMIT, Refusal.STALE),
	CORRECT_RETURNED(State.RETURNED, Action.CORRECT, State.SUBMITTED),
	REVISE_RETURNED(State.RETURNED, Action.REVISE, Refusal.KIND),
	APPROVE_RETURNED(State.RETURNED, Action.APPROVE, Refusal.DECIDED),
	RETURN_RETURNED(State.RETURNED, Action.RETURN, Refusal.DECIDED),

	DRAFT_APPROVED(State.APPROVED, Action.DRAFT, State.APPROVED),
	SUBMIT_APPROVED(State.APPROVED, Action.SUBMIT, Refusal.STALE),
	CORRECT_APPROVED(State.APPROVED, Action.CORRECT, Refusal.KIND),
	REVISE_APPROVED(State.APPROVED, Action.REVISE, State.SUBMITTED),
	APPROVE_APPROVED(State.APPROVED, Action.APPROVE, Refusal.DECIDED),
	RETURN_APPROVED(State.APPROVED, Action.RETURN, Refusal.DECIDED),

	DRAFT_REPLACED(State.REPLACED, Action.DRAFT, Refusal.STALE),
	SUBMIT_REPLACED(State.REPLACED, Action.SUBMIT, Refusal.STALE),
	CORRECT_REPLACED(State.REPLACED, Action.CORRECT, Refusal.STALE),
	REVISE_REPLACED(State.REPLACED, Action.REVISE, Refusal.STALE),
	APPROVE_REPLACED(State.REPLACED, Action.APPROVE, Refusal.REPLACED),
	RETURN_REPLACED(State.REPLACED, Action.RETURN, Refusal.REPLACED);
	// @formatter:on

	private static final Map<State, Map<Action, Transition>> TABLE = Arrays.stream(values())
		.collect(Collectors.groupingBy(Transition::from, Collectors.toMap(Transition::action, Function.identity())));

	private final State from;

	private final Action action;

	private final @Nullable State to;

	private final @Nullable Refusal refusal;

	Transition(State from, Action action, State to) {
		this.from = from;
		this.action = action;
		this.to = to;
		this.refusal = null;
	}

	Transition(State from, Action action, Refusal refusal) {
		this.from = from;
		this.action = action;
		this.to = null;
		this.refusal = refusal;
	}

	/** What somebody does with a figure. */
	public enum Action {

		/** Keeps what was typed so far. */
		DRAFT,
		/** Hands it in as the first revision. */
		SUBMIT,
		/** Hands in the next revision, with a reason. */
		CORRECT,
		/** Reopens an approved figure: the next revision, with a reason and its kind. */
		REVISE,
		/** Approves it. */
		APPROVE,
		/** Returns it, with a reason. */
		RETURN

	}

	/** Why an action is refused. */
	public enum Refusal {

		/** There is nothing that could be decided. */
		UNKNOWN("unknown", new Text("没有这份报送", "there is no such submission")),
		/** It does not build on the newest revision. */
		STALE("stale", new Text("已有更新的一版", "there is a newer revision")),
		/**
		 * A revision of an approved figure names its kind, and nothing else does.
		 */
		KIND("kind",
				new Text("修订类别应在且仅在修订已审核数据时注明", "a kind is named where an approved figure is revised, and only there")),
		/** It was approved or returned before. */
		DECIDED("decided", new Text("已审核完毕", "decided already")),
		/** The department corrected it before anybody decided. */
		REPLACED("replaced", new Text("报送单位已更正该数据，请审核更正后的一版",
				"the department has corrected this figure since; review the correction"));

		private final String rule;

		private final Text reason;

		Refusal(String rule, Text reason) {
			this.rule = rule;
			this.reason = reason;
		}

		/** The rule that refuses, as answers name it. */
		public String rule() {
			return this.rule;
		}

		public Text reason() {
			return this.reason;
		}

	}

	/** What the table says of an action in a state. */
	public static Transition of(State from, Action action) {
		Transition step = TABLE.getOrDefault(from, Map.of()).get(action);
		if (step == null) {
			throw new IllegalStateException("the table does not say what " + action + " does to what is " + from);
		}
		return step;
	}

	public State from() {
		return this.from;
	}

	public Action action() {
		return this.action;
	}

	/** The state that comes of it; null where it is refused. */
	public @Nullable State to() {
		return this.to;
	}

	/** Why it is refused; null where it is not. */
	public @Nullable Refusal refusal() {
		return this.refusal;
	}

}
