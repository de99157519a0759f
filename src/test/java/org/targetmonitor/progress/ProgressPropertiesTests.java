package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

import org.targetmonitor.plan.About;
import org.targetmonitor.plan.AtLeast;
import org.targetmonitor.plan.AtMost;
import org.targetmonitor.plan.Between;
import org.targetmonitor.plan.Comparison;
import org.targetmonitor.plan.Complete;
import org.targetmonitor.plan.Direction;
import org.targetmonitor.plan.FasterThan;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.InStepWith;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

/** What holds whatever the figures are. Each theory prints its seed when it fails. */
class ProgressPropertiesTests {

	private static final List<Goal> MORE_IS_BETTER = List.of(new AtLeast(tenths(60)),
			new About(tenths(50), tenths(2), Direction.HIGHER), new Complete(tenths(1000)),
			new InStepWith("gdp", null, tenths(5)), new InStepWith("gdp", tenths(9), BigDecimal.ZERO),
			new FasterThan("rural", "urban"));

	private static final List<Goal> LESS_IS_BETTER = List.of(new AtMost(tenths(55)),
			new About(tenths(-25), tenths(2), Direction.LOWER));

	private static final Goal INTERVAL = new Between(tenths(20), tenths(30), Direction.INSIDE);

	private static final List<String> PERIODS = List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4");

	private final Plan plan = Area.plan(Area.GDP_ABOUT_5, Area.growth("income", "{in-step-with: gdp, tolerance: 0.5}"),
			Area.growth("rural", "none"), Area.faster("rural", "income"), Area.JOBS, Area.SCHOOLS, Area.AIR,
			Area.HEADING);

	private static final List<String> REPORTED = List.of("gdp", "income", "rural", "jobs", "schools", "air");

	@Test
	void moreIsNeverFurtherBehindWhereMoreIsBetter() {
		qt().forAll(tenth(), tenth(), tenth())
			.checkAssert((first, second, operand) -> assertThat(MORE_IS_BETTER)
				.allSatisfy((goal) -> assertThat(goal.compare(first.min(second), operand).margin())
					.isLessThanOrEqualTo(goal.compare(first.max(second), operand).margin())));
	}

	@Test
	void lessIsNeverFurtherBehindWhereLessIsBetter() {
		qt().forAll(tenth(), tenth())
			.checkAssert((first, second) -> assertThat(LESS_IS_BETTER)
				.allSatisfy((goal) -> assertThat(goal.compare(first.max(second), second).margin())
					.isLessThanOrEqualTo(goal.compare(first.min(second), second).margin())));
	}

	@Test
	void isMetExactlyWhereTheMarginIsNotBelowZero() {
		List<Goal> goals = Stream
			.of(MORE_IS_BETTER.stream().filter((goal) -> !(goal instanceof FasterThan)), LESS_IS_BETTER.stream(),
					Stream.of(INTERVAL))
			.flatMap((some) -> some)
			.toList();
		qt().forAll(tenth(), tenth()).checkAssert((actual, operand) -> assertThat(goals).allSatisfy((goal) -> {
			Comparison comparison = goal.compare(actual, operand);
			assertThat(comparison.met()).isEqualTo(comparison.margin().signum() >= 0);
		}));
	}

	@Test
	void isFasterExactlyWhereTheMarginIsAboveZero() {
		qt().forAll(tenth(), tenth()).checkAssert((actual, operand) -> {
			Comparison comparison = new FasterThan("rural", "urban").compare(actual, operand);
			assertThat(comparison.met()).isEqualTo(actual.compareTo(operand) > 0)
				.isEqualTo(comparison.margin().signum() > 0);
		});
	}

	@Test
	void doesNotDependOnTheOrderOfRevisions() {
		qt().withExamples(200).forAll(recorded(), longs().all()).checkAssert((recorded, seed) -> {
			List<Revision> shuffled = new ArrayList<>(recorded.revisions());
			Collections.shuffle(shuffled, new java.util.Random(seed));

			assertThat(Area.standing(this.plan, new Recorded(shuffled), "2025-03-01").targets())
				.isEqualTo(Area.standing(this.plan, recorded, "2025-03-01").targets());
		});
	}

	@Test
	void isNeverGreenOrRedWithoutAnApprovedValue() {
		qt().withExamples(300)
			.forAll(recorded(), integers().between(0, 700))
			.checkAssert((recorded,
					day) -> assertThat(Area
						.standing(this.plan, recorded, java.time.LocalDate.of(2024, 3, 1).plusDays(day).toString())
						.targets()).allSatisfy((target) -> {
							String subject = target.target().goal().subject(target.indicator());
							boolean grey = target.status().light() == Light.GREY;
							assertThat(grey || hasApprovedValue(recorded, subject)).isTrue();
							assertThat(grey || target.target()
								.goal()
								.operand()
								.stream()
								.allMatch((operand) -> hasApprovedValue(recorded, operand))).isTrue();
							assertThat(target.verdict() == null).isEqualTo(grey);
							assertThat(target.status().lagLevel().isEmpty()).isEqualTo(grey);
						}));
	}

	@Test
	void standsBeforeTheFirstFigureLikeAPlanWithoutFigures() {
		qt().withExamples(100)
			.forAll(recorded())
			.checkAssert((recorded) -> assertThat(Area.standing(this.plan, recorded, "2024-04-14").targets())
				.isEqualTo(Area.standing(this.plan, Recorded.nothing(), "2024-04-14").targets()));
	}

	private static boolean hasApprovedValue(Recorded recorded, String indicator) {
		return recorded.revisions()
			.stream()
			.anyMatch((revision) -> revision.indicator().equals(indicator) && revision.isApproved()
					&& revision.value() != null);
	}

	/**
	 * Up to twelve revisions in any state, of any indicator and period; known from 15
	 * April on.
	 */
	private static Gen<Recorded> recorded() {
		Gen<List<Integer>> drawn = lists().of(integers().between(0, 6 * 4 * 5 * 200 - 1)).ofSizeBetween(0, 12);
		return drawn.map((numbers) -> {
			Recorded recorded = Recorded.nothing();
			for (int number : numbers) {
				recorded = add(recorded, REPORTED.get(number % 6), PERIODS.get(number / 6 % 4), number / 24 % 5,
						tenths(number / 120 - 50).toPlainString());
			}
			return recorded;
		});
	}

	private static Recorded add(Recorded recorded, String indicator, String period, int state, String value) {
		return switch (state) {
			case 0 -> recorded.waiting(indicator, period, value);
			case 1 -> recorded.returned(indicator, period, value);
			case 2 -> recorded.notAvailable(indicator, period, ObsStatus.M, "无");
			case 3 -> recorded.levelAlone(indicator, period, "730.5");
			default -> recorded.approved(indicator, period, value);
		};
	}

	private static Gen<BigDecimal> tenth() {
		return integers().between(-100, 1100).map(ProgressPropertiesTests::tenths);
	}

	private static BigDecimal tenths(int number) {
		return BigDecimal.valueOf(number, 1);
	}

}
