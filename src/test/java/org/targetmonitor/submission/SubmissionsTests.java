package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Fault;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetmonitor.submission.SampleSubmissions.PLAN;
import static org.targetmonitor.submission.SampleSubmissions.SPRING;
import static org.targetmonitor.submission.SampleSubmissions.figure;
import static org.targetmonitor.submission.SampleSubmissions.revising;
import static org.targetmonitor.submission.SampleSubmissions.submission;
import static org.targetmonitor.submission.SampleSubmissions.waiting;

/** What becomes of a submission, and in which order its rules answer. */
class SubmissionsTests {

	private static final Author ZHANG = new Author("zhang", Set.of(new Author.Scope(PLAN.id(), "stat")));

	private static final Submission GOOD = submission("2024-Q1", figure("gdp", "5.3"));

	/** Implausible: 0.06 has more decimals than are published and may be a share. */
	private static final Submission DOUBTFUL = submission("2024-Q1", figure("gdp", "0.06"));

	private final LedgerInMemory ledger = new LedgerInMemory(PLAN);

	private final SettableClock clock = new SettableClock(SPRING);

	private long last;

	private final Submissions submissions = new Submissions(this.ledger, this.clock, () -> new UUID(0, ++this.last));

	@Test
	void recordsWhatIsInOrderAsOfNow() {
		Outcome.Recorded recorded = (Outcome.Recorded) submit(GOOD);

		assertThat(recorded.submission()).isEqualTo(new UUID(0, 1));
		assertThat(recorded.repeated()).isFalse();
		assertThat(recorded.warnings()).isEmpty();
		assertThat(recorded.revisions()).containsExactlyElementsOf(this.ledger.revisions);
		assertThat(this.ledger.revisions.getFirst().author()).isEqualTo("zhang");
		assertThat(this.ledger.revisions.getFirst().recordedAt()).isEqualTo(SPRING);
		assertThat(this.ledger.revisions.getFirst().knownFrom()).isEqualTo(SPRING);
	}

	@Test
	void recordsWhatIsEnteredAfterTheFactAsKnownEarlier() {
		Instant earlier = SPRING.minusSeconds(3600);

		this.submissions.submit(PLAN.id(), GOOD, ZHANG, null, earlier);

		assertThat(this.ledger.revisions.getFirst().recordedAt()).isEqualTo(SPRING);
		assertThat(this.ledger.revisions.getFirst().knownFrom()).isEqualTo(earlier);
	}

	@Test
	void sendsAnotherDepartmentsFigureBackBeforeAnythingElse() {
		Outcome outcome = submit(submission("2024-Q1", figure("revenue", "20000")));

		assertThat(outcome).isInstanceOf(Outcome.Forbidden.class);
		assertThat(rules(outcome)).containsExactly("other-department");
	}

	@Test
	void refusesWithTheDoubtsAtOnce() {
		Outcome outcome = submit(
				submission("2024-Q1", figure("gdp", "0.06"), figure("jobs", "300"), figure("jobs", "300")));

		assertThat(outcome).isInstanceOf(Outcome.Refused.class);
		assertThat(rules(outcome)).containsExactly("twice", "share");
	}

	@Test
	void refusesADoubtThatNoNoteExplains() {
		Outcome outcome = submit(DOUBTFUL);

		assertThat(outcome).isInstanceOf(Outcome.Refused.class);
		assertThat(rules(outcome)).containsExactly("share");
		assertThat(this.ledger.revisions).isEmpty();
	}

	@Test
	void takesADoubtThatANoteExplainsWithAWarning() {
		Figure said = new Figure("gdp", new BigDecimal("0.06"), null, null, ObsStatus.P, null, null, null, "核实无误");

		Outcome.Recorded recorded = (Outcome.Recorded) submit(submission("2024-Q1", said));

		assertThat(recorded.warnings()).extracting(Fault::rule).containsExactly("share", "decimals");
	}

	@Test
	void isStaleBeforeItIsDoubtful() {
		submit(GOOD);

		Outcome outcome = submit(DOUBTFUL);

		assertThat(outcome).isInstanceOf(Outcome.Stale.class);
		assertThat(rules(outcome)).containsExactly("stale");
	}

	@Test
	void carriesOutTheSameRequestOnce() {
		Outcome.Recorded first = (Outcome.Recorded) submit(GOOD, "key", "digest");
		Outcome.Recorded again = (Outcome.Recorded) submit(GOOD, "key", "digest");

		assertThat(first.repeated()).isFalse();
		assertThat(again.repeated()).isTrue();
		assertThat(again.submission()).isEqualTo(first.submission());
		assertThat(again.revisions()).isEqualTo(first.revisions());
		assertThat(this.ledger.revisions).hasSize(1);
	}

	@Test
	void refusesAKeyThatWasUsedForAnotherRequest() {
		submit(GOOD, "key", "digest");

		Outcome outcome = submit(submission("2024-Q1", figure("jobs", "300")), "key", "other");

		assertThat(rules(outcome)).containsExactly("idempotency-key");
		assertThat(this.ledger.revisions).hasSize(1);
	}

	@Test
	void checksWithoutRecording() {
		Check good = check(GOOD);
		Check doubtful = check(DOUBTFUL);

		assertThat(good.isTaken()).isTrue();
		assertThat(good.obstacles()).isEmpty();
		assertThat(doubtful.isTaken()).isFalse();
		assertThat(doubtful.obstacles()).extracting(Fault::rule).containsExactly("share");
		assertThat(this.ledger.revisions).isEmpty();
	}

	@Test
	void isNotTakenForAnySingleReason() {
		Submission foreign = submission("2024-Q1", figure("revenue", "5"));
		Submission refused = submission("2024-Q2", figure("gdp", "5.3"));
		Submission stale = submission("2024-Q1", revising("gdp", 1, null, "更正"));

		for (Submission one : List.of(foreign, refused, stale)) {
			assertThat(check(one).isTaken()).isFalse();
		}
	}

	@Test
	void checksAgainByWhatWasKnownWhenItCame() {
		submit(GOOD);
		Revision first = this.ledger.revisions.getFirst();
		this.clock.set(SPRING.plusSeconds(60));
		submit(submission("2024-Q1", revising("gdp", 1, null, "更正")));

		Check check = recheck(this.ledger, first);

		assertThat(check.stale()).isEmpty();
		assertThat(check.refusals()).isEmpty();
	}

	/**
	 * With last year's 5.0 to 5.3 approved, which happens later, 9.0 would be a jump;
	 * staff was never asked, so the reviewer is not shown it.
	 */
	@Test
	void checksAgainWithoutDecisionsThatCameLater() {
		Plan plan = DoubtsTests.plan(2024);
		LedgerInMemory kept = new LedgerInMemory(plan);
		List<Revision> waiting = List.of("5.0", "5.1", "5.2", "5.3")
			.stream()
			.map((value) -> waiting("2023-Q" + (value.charAt(2) - '0' + 1), 1, figure("gdp", value), SPRING))
			.toList();
		kept.yearBefore = new YearBefore(DoubtsTests.plan(2023), new Figures(waiting));
		Submissions desk = new Submissions(kept, this.clock, () -> new UUID(7, 7));
		this.clock.set(SPRING.plusSeconds(60));
		assertThat(desk.submit(plan.id(), submission("2024-Q1", figure("gdp", "9.0")), ZHANG, null))
			.isInstanceOf(Outcome.Recorded.class);
		Instant later = SPRING.plusSeconds(3600);
		kept.yearBefore = new YearBefore(DoubtsTests.plan(2023),
				new Figures(waiting.stream().map((one) -> SampleSubmissions.decided(one, true, later)).toList()));

		assertThat(recheck(kept, kept.revisions.getFirst()).doubts()).isEmpty();
	}

	@Test
	void aPlanThatIsNotThereIsUnknown() {
		assertThat(this.submissions.submit("other", GOOD, ZHANG, null)).isEqualTo(new Outcome.Unknown());
	}

	private Check check(Submission submission) {
		Known known = this.ledger.read(PLAN.id(), Known::of).orElseThrow();
		return this.submissions.check(known, submission, ZHANG, Asked.ALL);
	}

	private static Check recheck(LedgerInMemory ledger, Revision first) {
		String plan = ledger.planOf(first.submission()).orElseThrow();
		return Submissions.recheck(ledger.readAt(plan, first.recordedAt(), Known::of).orElseThrow(), first,
				new Sight((any) -> true, ZHANG));
	}

	private Outcome submit(Submission submission) {
		return this.submissions.submit(PLAN.id(), submission, ZHANG, null);
	}

	private Outcome submit(Submission submission, String key, String digest) {
		return this.submissions.submit(PLAN.id(), submission, ZHANG, new Submissions.IdempotencyKey(key, digest));
	}

	private static List<String> rules(Outcome outcome) {
		return outcome.faults().stream().map(Fault::rule).toList();
	}

}
