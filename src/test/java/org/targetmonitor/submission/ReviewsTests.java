package org.targetmonitor.submission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Fault;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.targetmonitor.submission.SampleSubmissions.PLAN;
import static org.targetmonitor.submission.SampleSubmissions.SPRING;
import static org.targetmonitor.submission.SampleSubmissions.figure;
import static org.targetmonitor.submission.SampleSubmissions.revising;
import static org.targetmonitor.submission.SampleSubmissions.submission;

/** Who may decide about what, and what a decision leaves behind. */
class ReviewsTests {

	private static final UUID HANDED_IN = new UUID(0, 1);

	private static final UUID CORRECTION = new UUID(0, 2);

	/** 12:30 in Shanghai. */
	private static final Instant NOW = Instant.parse("2024-04-22T04:30:00Z");

	private static final Reviews.Reviewer REVIEWER = new Reviews.Reviewer("li", PLAN.id()::equals);

	private final LedgerInMemory ledger = new LedgerInMemory(PLAN);

	private final SettableClock clock = new SettableClock(NOW);

	private final Reviews reviews = new Reviews(this.ledger, this.clock);

	@BeforeEach
	void twoFigures() {
		this.ledger.append(HANDED_IN, submission("2024-Q1", figure("gdp", "5.3"), figure("jobs", "300")), "zhang",
				Moment.at(SPRING));
	}

	@Test
	void approvesAllThatWaitsAtOnce() {
		Outcome outcome = this.reviews.approve(HANDED_IN, REVIEWER);

		Outcome.Recorded recorded = (Outcome.Recorded) outcome;
		assertThat(recorded.plan()).isEqualTo("sample-2024");
		assertThat(recorded.repeated()).isFalse();
		assertThat(recorded.revisions()).extracting(Revision::review)
			.containsOnly(new Review(true, null, "li", NOW, NOW))
			.hasSize(2);
		assertThat(this.ledger.decided).containsExactly(List.of("gdp", "jobs"));
	}

	@Test
	void approvesWhatWasEnteredAfterTheFactAsKnownEarlier() {
		this.reviews.approve(HANDED_IN, REVIEWER, SPRING);

		assertThat(this.ledger.revisions).extracting(Revision::review)
			.containsOnly(new Review(true, null, "li", NOW, SPRING));
	}

	@Test
	void approvesTheNamedFiguresAndLeavesTheOthersWaiting() {
		this.reviews.decide(HANDED_IN, REVIEWER, new Decision.Approval(Set.of("jobs")));

		assertThat(this.ledger.revisions).extracting(Revision::indicator, Revision::state)
			.containsExactly(tuple("gdp", State.SUBMITTED), tuple("jobs", State.APPROVED));
	}

	/** The audit tells what was decided, not what else was handed in with it. */
	@Test
	void saysWhichFiguresADecisionWasAbout() {
		Outcome some = this.reviews.decide(HANDED_IN, REVIEWER, new Decision.Approval(Set.of("jobs")));
		Outcome rest = this.reviews.approve(HANDED_IN, REVIEWER);

		assertThat(((Outcome.Recorded) some).about()).extracting(Revision::indicator).containsExactly("jobs");
		assertThat(((Outcome.Recorded) rest).about()).extracting(Revision::indicator).containsExactly("gdp");
		assertThat(((Outcome.Recorded) rest).revisions()).hasSize(2);
	}

	@Test
	void returnsAllWithOneReason() {
		this.reviews.giveBack(HANDED_IN, REVIEWER, "请核对");

		assertThat(this.ledger.revisions).extracting(Revision::review)
			.containsOnly(new Review(false, "请核对", "li", NOW, NOW));
		assertThat(this.ledger.decided).hasSize(1);
	}

	@Test
	void returnsEachNamedFigureWithItsOwnReason() {
		Map<String, String> reasons = new LinkedHashMap<>();
		reasons.put("jobs", "口径不对");
		reasons.put("gdp", "单位不对");

		this.reviews.decide(HANDED_IN, REVIEWER, new Decision.ReturnOfSome(reasons));

		assertThat(this.ledger.revisions).extracting(Revision::indicator, Revision::review)
			.containsExactly(tuple("gdp", new Review(false, "单位不对", "li", NOW, NOW)),
					tuple("jobs", new Review(false, "口径不对", "li", NOW, NOW)));
	}

	@Test
	void refusesAReturnWithoutAReasonAndWithOneTooLong() {
		assertThat(faults(this.reviews.giveBack(HANDED_IN, REVIEWER, null))).containsExactly(" reason required");
		assertThat(faults(this.reviews.giveBack(HANDED_IN, REVIEWER, "  "))).containsExactly(" reason required");
		assertThat(faults(this.reviews.giveBack(HANDED_IN, REVIEWER, "长".repeat(2001))))
			.containsExactly(" reason text");
		assertThat(faults(
				this.reviews.decide(HANDED_IN, REVIEWER, new Decision.ReturnOfSome(Map.of("gdp", "", "jobs", "请核对")))))
			.containsExactly("gdp reason required");
		assertThat(this.ledger.decided).isEmpty();
		assertThat(this.reviews.giveBack(HANDED_IN, REVIEWER, "长".repeat(2000))).isInstanceOf(Outcome.Recorded.class);
	}

	@Test
	void refusesFiguresThatTheSubmissionDoesNotHaveAndDecidesAboutNone() {
		Outcome outcome = this.reviews.decide(HANDED_IN, REVIEWER, new Decision.Approval(Set.of("gdp", "revenue")));

		assertThat(outcome).isInstanceOf(Outcome.Refused.class);
		assertThat(faults(outcome)).containsExactly("revenue figures not-in-submission");
		assertThat(this.ledger.decided).isEmpty();
	}

	@Test
	void nobodyDecidesAboutAPlanThatIsNotTheirs() {
		Outcome outcome = this.reviews.approve(HANDED_IN, new Reviews.Reviewer("li", "another-2024"::equals));

		assertThat(outcome).isInstanceOf(Outcome.Forbidden.class);
		assertThat(faults(outcome)).containsExactly(" submission not-reviewer");
		assertThat(this.ledger.decided).isEmpty();
	}

	@Test
	void nobodyDecidesAboutTheirOwnSubmissionButAboutACorrectionOfIt() {
		Reviews.Reviewer zhang = new Reviews.Reviewer("zhang", PLAN.id()::equals);
		Outcome own = this.reviews.approve(HANDED_IN, zhang);
		assertThat(own).isInstanceOf(Outcome.Forbidden.class);
		assertThat(faults(own)).containsExactly(" submission own-submission");

		this.ledger.append(CORRECTION, submission("2024-Q1", revising("gdp", 1, null, "更正")), "wang", Moment.at(NOW));
		assertThat(this.reviews.approve(CORRECTION, zhang)).isInstanceOf(Outcome.Recorded.class);
	}

	@Test
	void theSecondOfTwoReviewersIsToldWhoWasFaster() {
		this.reviews.giveBack(HANDED_IN, REVIEWER, "请核对");
		Outcome late = this.reviews.approve(HANDED_IN, new Reviews.Reviewer("chen", PLAN.id()::equals));

		assertThat(late).isInstanceOf(Outcome.Stale.class);
		assertThat(faults(late)).containsExactly("gdp submission decided", "jobs submission decided");
		assertThat(late.faults().getFirst().reason().zh()).isEqualTo("该报送已审核完毕：2024-04-22 12:30退回");
		assertThat(late.faults().getFirst().reason().en()).isEqualTo("decided already: 2024-04-22 12:30, returned");
		assertThat(this.ledger.revisions).allMatch(Revision::isReturned);
	}

	@Test
	void saysOfAnApprovalThatItWasOne() {
		this.reviews.approve(HANDED_IN, REVIEWER);

		Outcome late = this.reviews.decide(HANDED_IN, REVIEWER, new Decision.Approval(Set.of("gdp")));

		assertThat(late.faults()).extracting((fault) -> fault.reason().zh())
			.containsExactly("该报送已审核完毕：2024-04-22 12:30审核通过");
	}

	@Test
	void whatWasCorrectedSinceIsNotDecidedAboutAndTheRestIs() {
		this.ledger.append(CORRECTION, submission("2024-Q1", revising("gdp", 1, null, "更正")), "wang", Moment.at(NOW));

		Outcome named = this.reviews.decide(HANDED_IN, REVIEWER, new Decision.Approval(Set.of("gdp")));
		assertThat(named).isInstanceOf(Outcome.Stale.class);
		assertThat(faults(named)).containsExactly("gdp submission replaced");

		assertThat(this.reviews.approve(HANDED_IN, REVIEWER)).isInstanceOf(Outcome.Recorded.class);
		assertThat(this.ledger.revisions).extracting(Revision::indicator, Revision::number, Revision::state)
			.containsExactly(tuple("gdp", 1, State.SUBMITTED), tuple("jobs", 1, State.APPROVED),
					tuple("gdp", 2, State.SUBMITTED));
	}

	@Test
	void whereNothingCanBeDecidedEachFigureSaysWhy() {
		this.reviews.decide(HANDED_IN, REVIEWER, new Decision.Approval(Set.of("jobs")));
		this.ledger.append(CORRECTION, submission("2024-Q1", revising("gdp", 1, null, "更正")), "wang", Moment.at(NOW));

		assertThat(faults(this.reviews.approve(HANDED_IN, REVIEWER))).containsExactly("gdp submission replaced",
				"jobs submission decided");
	}

	@Test
	void aSubmissionThatIsNotThereIsUnknown() {
		assertThat(this.reviews.approve(CORRECTION, REVIEWER)).isEqualTo(new Outcome.Unknown());
	}

	private static List<String> faults(Outcome outcome) {
		return outcome.faults().stream().map(ReviewsTests::line).toList();
	}

	private static String line(Fault fault) {
		return fault.subject() + " " + fault.field() + " " + fault.rule();
	}

}
