package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.support.MarkdownTables;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

/**
 * What holds of every kind of goal with every measure it goes with, whatever the figures
 * are: the plans are those of docs/progress.md, so a new kind is covered by its section.
 * The seed is fixed.
 */
class VerdictPropertiesTests {

	private static final long SEED = 20241026;

	private static final int HIGHEST = 1400;

	private static final List<String> PERIODS = List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");

	private static final String YEAR_OVER = "2025-03-01";

	private static final String BEFORE_ALL = "2024-04-14";

	/** A section of the document with its plan. */
	record Documented(String heading, Plan plan) {

		List<String> reported() {
			return this.plan.targets()
				.stream()
				.filter((target) -> target.reporting() != null)
				.map(Target::indicator)
				.toList();
		}

		Target judged() {
			return this.plan.targets().getFirst();
		}

		/** How the first target stands on a day. */
		TargetProgress on(String day, Recorded recorded) {
			return Area.standing(this.plan, recorded, day).targets().getFirst();
		}

		@Override
		public String toString() {
			return this.heading;
		}

	}

	static Stream<Documented> all() {
		return MarkdownTables.of("docs/progress.md")
			.sections()
			.stream()
			.filter((section) -> section.rows().stream().anyMatch((row) -> row.has("case") && row.has("status")))
			.map((section) -> new Documented(section.heading(),
					new WorkedExample(section.blocks().getFirst(), new MarkdownTables.Row(section.where(), Map.of()))
						.plan(2024)));
	}

	static Stream<Documented> judged() {
		return all()
			.filter((documented) -> documented.judged().goal().judges() && !documented.judged().goal().awaitsNumbers());
	}

	/**
	 * Open on one side; else there are two lines, one to either side. Of two conditions
	 * the margin may be that of either.
	 */
	static Stream<Documented> ofOneLine() {
		return judged().filter((documented) -> !documented.judged().goal().isShutOnBothSides()
				&& documented.judged().other().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("ofOneLine")
	void changesTheMarginOneWayOnlyAsTheActualGrows(Documented documented) {
		boolean lessIsBetter = documented.judged().goal().isCeiling() || documented.heading().endsWith("lower");
		qt().withExamples(40)
			.forAll(tenths(), tenths(), tenths(), integers().between(0, 3))
			.checkAssert((first, second, operand, period) -> {
				Optional<Verdict> lower = verdict(documented, first.min(second), operand, PERIODS.get(period));
				Optional<Verdict> higher = verdict(documented, first.max(second), operand, PERIODS.get(period));
				assertThat(lower.isPresent()).isEqualTo(higher.isPresent());
				lower.ifPresent((known) -> {
					int change = higher.orElseThrow().margin().compareTo(known.margin());
					assertThat(lessIsBetter ? -change : change).isNotNegative();
				});
			});
	}

	@ParameterizedTest
	@MethodSource("judged")
	void isMetExactlyWhereTheMarginIsNotBelowZeroOrOfWhatIsStrictAboveIt(Documented documented) {
		qt().withExamples(60)
			.forAll(tenths(), tenths(), integers().between(0, 3))
			.checkAssert((actual, operand, period) -> verdict(documented, actual, operand, PERIODS.get(period))
				.ifPresent((known) -> assertThat(known.met())
					.isEqualTo(known.margin().signum() >= least(documented, known))));
	}

	/** Of a quantity on its way being level with the pace is enough. */
	private static int least(Documented documented, Verdict verdict) {
		boolean strict = documented.judged().goal().isStrict()
				|| documented.heading().matches("(faster|slower)-than.*|.*(faster|slower)");
		return (strict && (verdict.headway() == null || verdict.last())) ? 1 : 0;
	}

	@ParameterizedTest
	@MethodSource("judged")
	void isNotMetByBeingLevelWhereItMustBeFaster(Documented documented) {
		qt().withExamples(20)
			.forAll(tenths(), integers().between(0, 3))
			.checkAssert((both, period) -> verdict(documented, both, both, PERIODS.get(period)).ifPresent((known) -> {
				if (documented.heading().matches("(faster|slower)-than.*")) {
					assertThat(known.margin()).isZero();
					assertThat(known.met()).isFalse();
				}
			}));
	}

	@ParameterizedTest
	@MethodSource("all")
	void doesNotDependOnOrderAndSplittingOfSubmissions(Documented documented) {
		qt().withExamples(25)
			.forAll(recorded(documented, true), longs().all())
			.checkAssert((recorded, seed) -> assertThat(said(documented, resubmitted(recorded, new Random(seed))))
				.isEqualTo(said(documented, recorded)));
	}

	@ParameterizedTest
	@MethodSource("all")
	void isGreenOrRedByAFigureOnly(Documented documented) {
		Set<String> subjects = documented.judged().restsOn().collect(Collectors.toSet());
		qt().withExamples(40)
			.forAll(recorded(documented, false), integers().between(0, 640))
			.checkAssert((recorded, day) -> {
				String date = java.time.LocalDate.of(2024, 4, 1).plusDays(day).toString();
				TargetProgress progress = documented.on(date, recorded);
				boolean figure = recorded.revisions()
					.stream()
					.anyMatch((revision) -> subjects.contains(revision.indicator()) && revision.isApproved()
							&& revision.value() != null && !revision.knownFrom().isAfter(Area.noonOf(date)));
				assertThat(progress.light() == Light.GREY || figure).isTrue();
				assertThat(progress.judged().isPresent()).isEqualTo(progress.light() != Light.GREY);
			});
	}

	@ParameterizedTest
	@MethodSource("all")
	void standsAsOfNowAsAtPresentAndBeforeTheFirstFigureLikeAnEmptyPlan(Documented documented) {
		qt().withExamples(15).forAll(recorded(documented, false)).checkAssert((recorded) -> {
			Standings standings = standings(documented.plan(), recorded);
			assertThat(standings.asOf("area-2024", Area.noonOf(YEAR_OVER)).map(PlanStanding::targets))
				.isEqualTo(standings.current().plan("area-2024").map(PlanStanding::targets))
				.isPresent();
			assertThat(standings.asOf("area-2024", Area.noonOf(BEFORE_ALL)).map(PlanStanding::targets))
				.isEqualTo(standings(documented.plan(), Recorded.nothing()).asOf("area-2024", Area.noonOf(BEFORE_ALL))
					.map(PlanStanding::targets))
				.isPresent();
		});
	}

	/** Nothing that became known later, and nothing of it in what was known. */
	@ParameterizedTest
	@MethodSource("all")
	void standsByWhatWasKnownThenAlone(Documented documented) {
		qt().withExamples(25)
			.forAll(recorded(documented, false), integers().between(0, 640))
			.checkAssert((recorded, day) -> {
				String date = java.time.LocalDate.of(2024, 4, 1).plusDays(day).toString();
				Instant moment = Area.noonOf(date);
				Recorded known = new Recorded(recorded.revisions()
					.stream()
					.filter((revision) -> !revision.knownFrom().isAfter(moment))
					.toList());
				assertThat(Area.standing(documented.plan(), recorded, date).contents())
					.isEqualTo(Area.standing(documented.plan(), known, date).contents());
			});
	}

	@Test
	void looksAtEveryKindOfGoal() {
		assertThat(all().<Class<?>>map((documented) -> documented.judged().goal().getClass()))
			.contains(org.targetmonitor.plan.Goal.class.getPermittedSubclasses());
	}

	private static QuickTheory qt() {
		return org.quicktheories.QuickTheory.qt().withFixedSeed(SEED);
	}

	/** The verdict where each reported indicator has one figure for the period. */
	private static Optional<Verdict> verdict(Documented documented, BigDecimal actual, BigDecimal operand,
			String period) {
		String subject = documented.judged().goal().subject(documented.judged().indicator());
		Recorded recorded = Recorded.nothing();
		for (String indicator : documented.reported()) {
			BigDecimal value = indicator.equals(subject) ? actual : operand;
			recorded = recorded.approved(indicator, period, value.toPlainString());
		}
		return documented.on(YEAR_OVER, recorded).judged();
	}

	/** What is said of the first target, apart from which submission said it. */
	private static List<Object> said(Documented documented, Recorded recorded) {
		TargetProgress progress = documented.on(YEAR_OVER, recorded);
		return List.of(progress.status(), progress.light(), progress.marginRatio(), progress.explanation(),
				progress.timeliness().overdue(), progress.timeliness().missing(),
				progress.judged().map(Verdict::comparison));
	}

	/**
	 * The same revisions in another order, split into three submissions, each handed in
	 * on a day of its own and reviewed on another, before the year is looked at.
	 */
	private static Recorded resubmitted(Recorded recorded, Random random) {
		List<Instant> days = Stream.generate(() -> Area.noonOf("2025-01-" + (10 + random.nextInt(10))))
			.limit(3)
			.toList();
		List<Revision> revisions = new ArrayList<>();
		for (Revision revision : recorded.revisions()) {
			int submission = random.nextInt(3);
			Instant day = days.get(submission);
			Review review = revision.review();
			revisions.add(new Revision(revision.period(), revision.number(), revision.figure(), new UUID(1, submission),
					revision.author(), revision.reason(), day, day,
					(review != null) ? later(review, day, random) : null));
		}
		Collections.shuffle(revisions, random);
		return new Recorded(revisions);
	}

	private static Review later(Review review, Instant day, Random random) {
		Instant decided = day.plus(random.nextInt(20), ChronoUnit.DAYS);
		return new Review(review.approved(), review.reason(), review.reviewer(), decided, decided);
	}

	/** Up to eight figures in any state; where nothing is revised, one each at most. */
	private static Gen<Recorded> recorded(Documented documented, boolean unrevised) {
		List<String> reported = documented.reported();
		return lists().of(integers().between(0, 4 * 4 * HIGHEST * 4)).ofSizeBetween(0, 8).map((numbers) -> {
			Recorded recorded = Recorded.nothing();
			for (int number : numbers) {
				if (!reported.isEmpty()) {
					String indicator = reported.get(number % reported.size());
					String period = PERIODS.get(number / 4 % 4);
					Recorded before = recorded;
					boolean there = before.revisions()
						.stream()
						.anyMatch((revision) -> revision.indicator().equals(indicator)
								&& revision.period().toString().equals(period));
					recorded = (unrevised && there) ? before : add(before, indicator, period, number / 16);
				}
			}
			return recorded;
		});
	}

	private static Recorded add(Recorded recorded, String indicator, String period, int number) {
		String value = BigDecimal.valueOf(number / 4 - HIGHEST / 8, 1).toPlainString();
		return switch (number % 8) {
			case 0 -> recorded.waiting(indicator, period, value);
			case 1 -> recorded.returned(indicator, period, value);
			case 2 -> recorded.notAvailable(indicator, period, ObsStatus.L, "无");
			default -> recorded.approved(indicator, period, value);
		};
	}

	private static Gen<BigDecimal> tenths() {
		return integers().between(-100, HIGHEST).map((number) -> BigDecimal.valueOf(number, 1));
	}

	private static Standings standings(Plan plan, Recorded recorded) {
		SettableClock clock = new SettableClock(Area.noonOf(YEAR_OVER));
		return new Standings(new OnePlan(new PlanFacts(plan, recorded.figures(), null, null, null)),
				ShippedCalendars.all(), clock, clock);
	}

	/** The facts of one plan. */
	private record OnePlan(PlanFacts facts) implements Facts {

		@Override
		public Map<String, Long> changes() {
			return Map.of(this.facts.plan().id(), 1L);
		}

		@Override
		public Optional<PlanFacts> read(String plan, Instant moment) {
			return Optional.of(this.facts);
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			return reading.get();
		}

	}

}
