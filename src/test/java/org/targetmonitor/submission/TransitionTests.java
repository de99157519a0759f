package org.targetmonitor.submission;

import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the table of steps says of each state and action. */
class TransitionTests {

	@ParameterizedTest
	@CsvSource({ "NOTHING, SUBMIT, SUBMITTED", "SUBMITTED, CORRECT, SUBMITTED", "SUBMITTED, APPROVE, APPROVED",
			"SUBMITTED, RETURN, RETURNED", "RETURNED, CORRECT, SUBMITTED", "APPROVED, REVISE, SUBMITTED" })
	void leadsFromStateToState(State from, Transition.Action action, State to) {
		assertThat(Transition.of(from, action).to()).isEqualTo(to);
		assertThat(Transition.of(from, action).refusal()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "NOTHING, CORRECT, stale, there is a newer revision",
			"NOTHING, APPROVE, unknown, there is no such submission",
			"APPROVED, SUBMIT, stale, there is a newer revision", "APPROVED, APPROVE, decided, decided already",
			"RETURNED, RETURN, decided, decided already",
			"REPLACED, APPROVE, replaced, 'the department has corrected this figure since; review the correction'",
			"REPLACED, RETURN, replaced, 'the department has corrected this figure since; review the correction'",
			"REPLACED, CORRECT, stale, there is a newer revision",
			"SUBMITTED, REVISE, kind, 'a kind is named where an approved figure is revised, and only there'" })
	void saysWhyItRefuses(State from, Transition.Action action, String rule, String reason) {
		Transition.Refusal refusal = Objects.requireNonNull(Transition.of(from, action).refusal());
		assertThat(refusal.rule()).isEqualTo(rule);
		assertThat(refusal.reason().en()).isEqualTo(reason);
		assertThat(Transition.of(from, action).to()).isNull();
	}

}
