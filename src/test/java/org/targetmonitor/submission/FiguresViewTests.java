package org.targetmonitor.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;

import org.targetmonitor.period.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.longs;

/**
 * What is seen through two cut-offs is what copies of the revisions left over would
 * amount to. The seed is fixed.
 */
class FiguresViewTests {

	private static final long SEED = 20241129;

	private static final List<String> INDICATORS = List.of("gdp", "income", "jobs");

	private static final List<Period> PERIODS = List.of(period("2024-Q1"), period("2024-Q2"), period("2024-S1"),
			period("2024-06"), period("2024"));

	private static final Instant BEGINNING = Instant.parse("2024-04-01T00:00:00Z");

	@Test
	void seesThroughCutOffsWhatCopiesAmountTo() {
		QuickTheory.qt().withFixedSeed(SEED).withExamples(400).forAll(longs().all()).checkAssert((seed) -> {
			Random random = new Random(seed);
			List<Revision> all = revisions(random);
			Figures view = new Figures(all);
			Figures copies = view;
			for (int cuts = random.nextInt(4); cuts >= 0; cuts--) {
				if (random.nextBoolean()) {
					Instant moment = moment(random);
					view = view.asOf(moment);
					copies = knownBy(copies, moment);
				}
				else {
					LocalDate day = PERIODS.get(random.nextInt(PERIODS.size())).end().minusDays(random.nextInt(2));
					view = view.until(day);
					copies = endedBy(copies, day);
				}
				assertSame(view, copies);
			}
		});
	}

	@Test
	void changesNothingOfWhatItIsAViewOn() {
		List<Revision> all = revisions(new Random(SEED));
		Figures figures = new Figures(all);

		figures.asOf(BEGINNING).revisions();
		figures.until(LocalDate.of(2024, 4, 1)).approved("gdp");

		assertSame(figures, new Figures(all));
	}

	@Test
	void decidesAndSupposesOnWhatIsSeen() {
		QuickTheory.qt().withFixedSeed(SEED).withExamples(100).forAll(longs().all()).checkAssert((seed) -> {
			Random random = new Random(seed);
			Figures all = new Figures(revisions(random));
			Instant moment = moment(random);
			Figures copies = knownBy(all, moment);
			Review review = new Review(true, null, "reviewer", moment, moment);
			List<Revision> waiting = copies.waiting();

			assertSame(all.asOf(moment).with(review, waiting), copies.with(review, waiting));
			assertThat(all.asOf(moment).with(review, waiting).waiting()).isEmpty();
			assertSame(all.asOf(moment).only(Revision::isApproved), copies.only(Revision::isApproved));
		});
	}

	private static void assertSame(Figures view, Figures copies) {
		assertThat(view.revisions()).isEqualTo(copies.revisions());
		assertThat(view.waiting()).isEqualTo(copies.waiting());
		for (String indicator : INDICATORS) {
			assertThat(view.of(indicator)).isEqualTo(copies.of(indicator));
			assertThat(view.approved(indicator)).isEqualTo(copies.approved(indicator));
			assertThat(view.submitted(indicator)).isEqualTo(copies.submitted(indicator));
			assertThat(view.lastSubmitted(indicator)).isEqualTo(copies.lastSubmitted(indicator));
			assertThat(view.count(indicator)).isEqualTo(copies.count(indicator));
			for (Period period : PERIODS) {
				assertThat(view.latest(indicator, period)).isEqualTo(copies.latest(indicator, period));
				assertThat(view.known(indicator, period)).isEqualTo(copies.known(indicator, period));
				assertThat(view.isSubmitted(indicator, period)).isEqualTo(copies.isSubmitted(indicator, period));
			}
		}
	}

	/** By copying: what was known, with the decisions that were known. */
	private static Figures knownBy(Figures figures, Instant moment) {
		List<Revision> known = new ArrayList<>();
		for (Revision revision : figures.revisions()) {
			if (!revision.knownFrom().isAfter(moment)) {
				Review review = revision.review();
				boolean decided = review != null && !review.knownFrom().isAfter(moment);
				known.add(decided ? revision : revision.reviewed(null));
			}
		}
		return new Figures(known);
	}

	private static Figures endedBy(Figures figures, LocalDate day) {
		List<Revision> ended = new ArrayList<>(figures.revisions());
		ended.removeIf((revision) -> revision.period().end().isAfter(day));
		return new Figures(ended);
	}

	/** Up to four revisions of each figure, each decided about at any time or never. */
	private static List<Revision> revisions(Random random) {
		List<Revision> revisions = new ArrayList<>();
		for (String indicator : INDICATORS) {
			for (Period period : PERIODS) {
				Instant moment = moment(random);
				int count = random.nextInt(5);
				for (int number = 1; number <= count; number++) {
					Instant decided = moment.plusSeconds(random.nextInt(30) * 86_400L);
					Review review = (random.nextInt(3) == 0) ? null
							: new Review(random.nextBoolean(), "of " + indicator, "reviewer", decided, decided);
					revisions.add(new Revision(period, number, SampleSubmissions.figure(indicator, "" + number),
							new UUID(0, revisions.size()), "staff", null, moment, moment, review));
					moment = moment.plusSeconds(random.nextInt(40) * 86_400L);
				}
			}
		}
		Collections.shuffle(revisions, random);
		return revisions;
	}

	private static Instant moment(Random random) {
		return BEGINNING.plusSeconds(random.nextInt(300) * 86_400L);
	}

	private static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

}
