package org.targetmonitor.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.targetmonitor.submission.SampleSubmissions.SPRING;
import static org.targetmonitor.submission.SampleSubmissions.approved;
import static org.targetmonitor.submission.SampleSubmissions.decided;
import static org.targetmonitor.submission.SampleSubmissions.figure;
import static org.targetmonitor.submission.SampleSubmissions.notAvailable;
import static org.targetmonitor.submission.SampleSubmissions.period;
import static org.targetmonitor.submission.SampleSubmissions.returned;
import static org.targetmonitor.submission.SampleSubmissions.revising;
import static org.targetmonitor.submission.SampleSubmissions.waiting;

/** What revisions amount to, whatever order they come in. */
class FiguresTests {

	private static final Instant LATER = SPRING.plusSeconds(3600);

	@Test
	void theHighestApprovedRevisionIsInForceWhateverTheOrderOfApproval() {
		Revision second = decided(waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), SPRING), true, SPRING);
		Revision first = decided(waiting("2024-Q1", 1, figure("gdp", "5"), SPRING), true, LATER);

		assertThat(inForce(List.of(first, second))).isEqualTo(2);
		assertThat(inForce(List.of(second, first))).isEqualTo(2);
	}

	@Test
	void aReturnedOrWaitingRevisionLeavesTheApprovedOneInForce() {
		List<Revision> revisions = List.of(approved("2024-Q1", 1, figure("gdp", "5")),
				returned("2024-Q1", 2, revising("gdp", 1, null, "x")),
				waiting("2024-Q1", 3, revising("gdp", 2, null, "x"), LATER));
		Figures figures = new Figures(revisions);

		assertThat(inForce(revisions)).isEqualTo(1);
		assertThat(figures.latest("gdp", period("2024-Q1")).orElseThrow().number()).isEqualTo(3);
	}

	@Test
	void knownIsWhatIsApprovedAndElseWhatWaits() {
		Figures figures = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5")),
				waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), LATER),
				waiting("2024-Q2", 1, figure("gdp", "6"), SPRING), returned("2024-Q3", 1, figure("gdp", "7"))));

		assertThat(figures.known("gdp", period("2024-Q1")).map(Revision::number)).contains(1);
		assertThat(figures.known("gdp", period("2024-Q2")).map(Revision::number)).contains(1);
		assertThat(figures.known("gdp", period("2024-Q3"))).isEmpty();
	}

	@Test
	void onlyTheNewestRevisionOfAFigureWaitsForADecision() {
		Revision replaced = waiting("2024-Q1", 1, figure("gdp", "5"), SPRING);
		Revision newest = waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), LATER);
		Revision decided = approved("2024-Q2", 1, figure("gdp", "5"));
		Figures figures = new Figures(List.of(replaced, newest, decided));

		assertThat(figures.waiting()).containsExactly(newest);
		assertThat(figures.revisions().getFirst().isWaiting()).isFalse();
		assertThat(states(figures)).containsExactly("replaced", "submitted", "approved");
	}

	@Test
	void whatWasCorrectedBeforeItsReviewIsReplacedFromThenOn() {
		Figures figures = new Figures(List.of(waiting("2024-Q1", 1, figure("gdp", "5"), SPRING),
				waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), LATER),
				decided(waiting("2024-Q2", 1, figure("gdp", "5"), SPRING), false, LATER),
				waiting("2024-Q2", 2, revising("gdp", 1, null, "x"), LATER),
				decided(waiting("2024-Q3", 1, figure("gdp", "5"), SPRING), true, SPRING),
				waiting("2024-Q3", 2, revising("gdp", 1, null, "x"), LATER)));

		assertThat(states(figures)).containsExactly("replaced", "submitted", "returned", "submitted", "approved",
				"submitted");
		assertThat(states(figures.asOf(LATER.minusNanos(1)))).containsExactly("submitted", "submitted", "approved");
		assertThat(figures.lastSubmitted("gdp")).contains(LATER);
	}

	private static List<String> states(Figures figures) {
		return figures.revisions().stream().map((revision) -> revision.state().key()).toList();
	}

	@Test
	void aDecisionChangesTheRevisionsItIsAboutAndNoOthers() {
		Revision first = waiting("2024-Q1", 1, figure("gdp", "5"), SPRING);
		Revision second = waiting("2024-Q2", 1, figure("gdp", "6"), SPRING);
		Review review = new Review(true, null, "reviewer", LATER, LATER);

		Figures figures = new Figures(List.of(first, second)).with(review, List.of(first));

		assertThat(figures.approved("gdp")).containsOnlyKeys(period("2024-Q1"));
		assertThat(figures.waiting()).containsExactly(second);
	}

	@Test
	void beforeASubmissionIsWhatWasRecordedUntilThenWithoutItself() {
		Revision earlier = waiting("2024-Q1", 1, figure("gdp", "5"), SPRING);
		Revision own = waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), LATER);
		Revision atOnce = waiting("2024-Q2", 3, figure("gdp", "6"), LATER);
		Revision later = waiting("2024-Q3", 4, figure("gdp", "6"), LATER.plusSeconds(1));

		assertThat(new Figures(List.of(earlier, own, atOnce, later)).whenCame(own).revisions()).containsExactly(earlier,
				atOnce);
	}

	@Test
	void whatWasReturnedIsNotSubmitted() {
		Figures figures = new Figures(List.of(returned("2024-Q1", 1, figure("gdp", "5")),
				waiting("2024-Q2", 1, figure("gdp", "5"), SPRING), approved("2024-Q3", 1, notAvailable("gdp", "x"))));

		assertThat(figures.isSubmitted("gdp", period("2024-Q1"))).isFalse();
		assertThat(figures.isSubmitted("gdp", period("2024-Q2"))).isTrue();
		assertThat(figures.isSubmitted("gdp", period("2024-Q3"))).isTrue();
		assertThat(figures.isSubmitted("gdp", period("2024-Q4"))).isFalse();
		assertThat(figures.isSubmitted("jobs", period("2024-Q2"))).isFalse();
	}

	@Test
	void whatWasReplacedBeforeAnybodyDecidedDoesNotCountOnceItsCorrectionIsReturned() {
		Figures figures = new Figures(List.of(waiting("2024-Q1", 1, figure("gdp", "5"), SPRING),
				decided(waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), LATER), false, LATER)));

		assertThat(figures.isSubmitted("gdp", period("2024-Q1"))).isFalse();
		assertThat(figures.lastSubmitted("gdp")).contains(SPRING);
		assertThat(figures.count("gdp")).isEqualTo(2);
		assertThat(figures.count("jobs")).isZero();
		assertThat(figures.lastSubmitted("jobs")).isEmpty();
	}

	@Test
	void periodsComeInTheirOrder() {
		Figures figures = new Figures(List.of(approved("2024-Q3", 1, figure("gdp", "3")),
				approved("2024-Q1", 1, figure("gdp", "1")), approved("2024-Q2", 1, figure("gdp", "2")),
				approved("2024-Q1", 1, figure("agriculture", "1"))));

		assertThat(figures.approved("gdp").keySet()).extracting(String::valueOf)
			.containsExactly("2024-Q1", "2024-Q2", "2024-Q3");
		assertThat(figures.revisions()).extracting((revision) -> revision.indicator() + " " + revision.period())
			.containsExactly("agriculture 2024-Q1", "gdp 2024-Q1", "gdp 2024-Q2", "gdp 2024-Q3");
	}

	@Test
	void asOfAMomentNothingLaterIsKnown() {
		Revision first = decided(waiting("2024-Q1", 1, figure("gdp", "5"), SPRING), true, LATER);
		Revision second = waiting("2024-Q1", 2, revising("gdp", 1, null, "x"), LATER.plusSeconds(1));
		List<Revision> revisions = new ArrayList<>(List.of(first, second));
		Collections.reverse(revisions);
		Figures figures = new Figures(revisions);

		assertThat(figures.asOf(SPRING.minusNanos(1)).revisions()).isEmpty();
		assertThat(figures.asOf(SPRING).revisions()).hasSize(1).allMatch(Revision::isWaiting);
		assertThat(figures.asOf(LATER.minusNanos(1)).approved("gdp")).isEmpty();
		assertThat(figures.asOf(LATER).approved("gdp")).hasSize(1);
		assertThat(figures.asOf(LATER).revisions()).hasSize(1);
		assertThat(figures.asOf(LATER.plusSeconds(1)).revisions()).hasSize(2);
	}

	@Test
	void whatWasReturnedLaterIsStillSubmittedBefore() {
		Figures figures = new Figures(
				List.of(decided(waiting("2024-Q1", 1, figure("gdp", "5"), SPRING), false, LATER)));

		assertThat(figures.asOf(LATER.minusNanos(1)).isSubmitted("gdp", period("2024-Q1"))).isTrue();
		assertThat(figures.asOf(LATER).isSubmitted("gdp", period("2024-Q1"))).isFalse();
	}

	@Test
	void asIfApprovedAFigureReplacesTheOneInForce() {
		Figures figures = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5"))));

		Figures supposed = figures
			.asIfApproved(SampleSubmissions.submission("2024-Q1", figure("gdp", "6"), figure("jobs", "300")), LATER);

		assertThat(supposed.approved("gdp").lastEntry().getValue().number()).isEqualTo(2);
		assertThat(supposed.approved("gdp").lastEntry().getValue().value()).isEqualByComparingTo("6");
		assertThat(supposed.approved("jobs").lastEntry().getValue().number()).isEqualTo(1);
		assertThat(supposed.revisions()).hasSize(3);
	}

	private static int inForce(List<Revision> revisions) {
		return new Figures(revisions).approved("gdp").lastEntry().getValue().number();
	}

}
