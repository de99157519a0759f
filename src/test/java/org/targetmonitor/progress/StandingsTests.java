package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.support.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When the picture of all plans is made anew, and what is served while it cannot be. */
class StandingsTests {

	private final Kept facts = new Kept();

	private final SettableClock clock = new SettableClock(Area.noonOf("2024-04-20"));

	private final SettableClock wallClock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final Standings standings = new Standings(this.facts, ShippedCalendars.all(), this.clock, this.wallClock);

	@BeforeEach
	void twoPlans() {
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.facts.put(Area.planOf("other-2024", 2024, Area.GDP), Recorded.nothing(), 1);
	}

	@Test
	void isTheSameWhileNothingMoved() {
		Standing first = this.standings.current();

		assertThat(this.standings.current()).isSameAs(first);
		assertThat(this.facts.read).containsExactly("area-2024", "other-2024");
		assertThat(first.plans()).extracting((plan) -> plan.plan().id()).containsExactly("area-2024", "other-2024");
	}

	@Test
	void rebuildsOnlyThePlanWhoseChangeNumberMoved() {
		Standing first = this.standings.current();
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing().approved("gdp", "2024-Q1", "6"), 2);

		Standing second = this.standings.current();

		assertThat(this.facts.read).containsExactly("area-2024", "other-2024", "area-2024");
		assertThat(status(second, "area-2024")).isEqualTo(Status.ON_TRACK);
		assertThat(second.plan("other-2024").orElseThrow()).isSameAs(first.plan("other-2024").orElseThrow());
		assertThat(status(first, "area-2024")).isEqualTo(Status.AWAITING_FIGURE);
	}

	@Test
	void supposesFiguresOfThePresentThoughTheClockGoesOn() {
		Submission submission = new Submission(Period.parse("2024-Q1").orElseThrow(), null,
				List.of(new Figure("gdp", new BigDecimal("6"), null, null, ObsStatus.P, null, null, null, null)));

		PlanStanding supposed = this.standings.supposing("area-2024", (known, now) -> {
			this.clock.set(now.plusMillis(5));
			return known.asIfApproved(submission, now);
		}).orElseThrow();

		assertThat(supposed.target("gdp").orElseThrow().status()).isEqualTo(Status.ON_TRACK);
		assertThat(status(this.standings.current(), "area-2024")).isEqualTo(Status.AWAITING_FIGURE);
	}

	@Test
	void rebuildsWhenTheLocalDayChanges() {
		this.clock.set(Instant.parse("2024-04-22T15:59:59.999999999Z"));
		Standing onTheDueDay = this.standings.current();
		assertThat(this.standings.current()).isSameAs(onTheDueDay);

		this.clock.set(Instant.parse("2024-04-22T16:00:00Z"));
		Standing dayAfter = this.standings.current();

		assertThat(overdue(onTheDueDay)).isFalse();
		assertThat(overdue(dayAfter)).isTrue();
		assertThat(this.facts.read).hasSize(4);
	}

	@Test
	void rebuildsWhenAReleaseMomentPasses() {
		Instant release = Instant.parse("2024-04-20T06:00:00Z");
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q1", "6", "2024-04-19");
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP), recorded, 1, null, null, release);
		Standing before = this.standings.current();

		this.clock.set(release.minusNanos(1));
		assertThat(this.standings.current()).isSameAs(before);
		this.clock.set(release);
		Standing after = this.standings.current();

		assertThat(after).isNotSameAs(before);
		assertThat(this.facts.read).containsExactly("area-2024", "other-2024", "area-2024");
		assertThat(after.plan("other-2024").orElseThrow()).isSameAs(before.plan("other-2024").orElseThrow());
	}

	@Test
	void rebuildsWhenLastYearsPlanMoved() {
		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Plan now = Area.planOf("area-2024", 2024, Area.JOBS);
		Recorded figures = Recorded.nothing().approved("jobs", "2024-Q1", "200");
		this.facts.put(before, Recorded.nothing(), 1);
		this.facts.put(now, figures, 1, before, Recorded.nothing().figures(), null);
		assertThat(status(this.standings.current(), "area-2024")).isEqualTo(Status.AT_RISK);

		Recorded known = Recorded.nothing().approved("jobs", "2023-Q1", "200").approved("jobs", "2023-Q4", "1200");
		this.facts.put(before, known, 2);
		this.facts.put(now, figures, 1, before, known.figures(), null);

		assertThat(status(this.standings.current(), "area-2024")).isEqualTo(Status.ON_TRACK);
		assertThat(this.facts.read).filteredOn("other-2024"::equals).hasSize(1);
	}

	@Test
	void takesUpLastYearsPlanOnceItIsThere() {
		Plan now = Area.planOf("area-2024", 2024, Area.JOBS);
		Recorded figures = Recorded.nothing().approved("jobs", "2024-Q1", "200");
		this.facts.put(now, figures, 1);
		assertThat(status(this.standings.current(), "area-2024")).isEqualTo(Status.AT_RISK);

		Plan before = Area.planOf("area-2023", 2023, Area.JOBS);
		Recorded known = Recorded.nothing().approved("jobs", "2023-Q1", "200").approved("jobs", "2023-Q4", "1200");
		this.facts.put(before, known, 1);
		this.facts.put(now, figures, 1, before, known.figures(), null);

		assertThat(status(this.standings.current(), "area-2024")).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void showsANewPlanAndDropsOneThatIsGone() {
		this.standings.current();
		this.facts.put(Area.planOf("third-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		assertThat(this.standings.current().plan("third-2024")).isPresent();

		this.facts.changes.remove("other-2024");
		assertThat(this.standings.current().plan("other-2024")).isEmpty();
		assertThat(this.standings.current().plans()).hasSize(2);
	}

	@Test
	void readsEverythingOfOneStandingAtOnce() {
		this.standings.current();

		assertThat(this.facts.readOutside).isEmpty();
		assertThat(this.facts.transactions).isEqualTo(1);
	}

	@Test
	void servesTheLastStandingWhileTheFactsDoNotAnswer() {
		Standing before = this.standings.current();
		this.facts.down = true;

		assertThat(this.standings.current()).isSameAs(before);
		this.clock.setToNoonOf("2024-05-20");
		assertThat(this.standings.current()).isSameAs(before);
		assertThat(this.standings.failures()).isEqualTo(2);

		this.facts.down = false;
		assertThat(overdue(this.standings.current())).isTrue();
		assertThat(this.standings.failures()).isEqualTo(2);
	}

	@Test
	void servesTheWholeLastStandingWhenReadingBreaksHalfWay() {
		Standing before = this.standings.current();
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing().approved("gdp", "2024-Q1", "6"), 2);
		this.facts.put(Area.planOf("other-2024", 2024, Area.GDP), Recorded.nothing().approved("gdp", "2024-Q1", "6"),
				2);
		this.facts.breaksAt = "other-2024";

		assertThat(this.standings.current()).isSameAs(before);
		assertThat(this.standings.failures()).isEqualTo(1);
	}

	@Test
	void showsAPlanAsSoonAsItComesIntoForce() {
		Instant release = this.clock.instant().plusMillis(400);
		this.facts.put(Area.planOf("third-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.facts.comes.put("third-2024", release);
		Standing before = this.standings.current();
		assertThat(before.plan("third-2024")).isEmpty();
		this.clock.set(release.minusNanos(1));
		assertThat(this.standings.current()).isSameAs(before);

		this.clock.set(release);

		assertThat(this.standings.current().plan("third-2024")).isPresent();
	}

	@Test
	void otherPlansGoOnWhileOneCannotBeRead() {
		PlanStanding lastRead = this.standings.current().plan("area-2024").orElseThrow();
		this.facts.unreadable = "area-2024";
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 2);
		this.facts.put(Area.planOf("other-2024", 2024, Area.GDP), Recorded.nothing().approved("gdp", "2024-Q1", "6"),
				2);

		Standing standing = this.standings.current();

		assertThat(status(standing, "other-2024")).isEqualTo(Status.ON_TRACK);
		assertThat(standing.plan("area-2024")).containsSame(lastRead);
		assertThat(standing.unreadable())
			.containsExactly(new Standing.Unreadable("area-2024", lastRead.plan().title(), Area.noonOf("2024-04-20")));
		assertThat(standing.readable()).isEqualTo(Map.of("area-2024", false, "other-2024", true));
		assertThat(this.standings.failures()).isZero();
	}

	@Test
	void namesAPlanThatCouldNeverBeRead() {
		this.facts.unreadable = "area-2024";

		Standing standing = this.standings.current();

		assertThat(standing.plans()).extracting((plan) -> plan.plan().id()).containsExactly("other-2024");
		assertThat(standing.unreadable())
			.containsExactly(new Standing.Unreadable("area-2024", new Text("area-2024", "area-2024"), null));
	}

	@Test
	void triesAnUnreadablePlanAgainAfterTenSecondsAlone() {
		this.facts.unreadable = "area-2024";
		Standing broken = this.standings.current();
		this.facts.unreadable = null;
		this.clock.set(this.clock.instant().plusSeconds(10).minusNanos(1));
		assertThat(this.standings.current()).isSameAs(broken);

		this.clock.set(this.clock.instant().plusNanos(1));
		Standing mended = this.standings.current();

		assertThat(mended.unreadable()).isEmpty();
		assertThat(mended.plan("area-2024")).isPresent();
		assertThat(this.facts.read).containsExactly("other-2024", "area-2024");
	}

	/* Nothing in them is what it says: that is the point */
	@SuppressWarnings("NullAway")
	@Test
	void aPlanWhoseFactsMakeNoSenseIsUnreadableToo() {
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.facts.plans.put("area-2024",
				new PlanFacts(Area.planOf("area-2024", 2024, Area.GDP), Figures.class.cast(null), null, null, null));

		assertThat(this.standings.current().readable()).isEqualTo(Map.of("area-2024", false, "other-2024", true));
		assertThatExceptionOfType(PlanUnreadable.class)
			.isThrownBy(() -> this.standings.asOf("area-2024", this.clock.instant()));
	}

	@Test
	void hasNothingToServeWhereThereNeverWasAStanding() {
		this.facts.down = true;

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.standings::current)
			.withMessage("the database does not answer");
		assertThat(this.standings.failures()).isEqualTo(1);
		assertThat(this.standings.lastCurrent()).isEmpty();
	}

	@Test
	void remembersInRealTimeWhenItWasLastKnownToBeCurrent() {
		this.standings.current();
		assertThat(this.standings.lastCurrent()).contains(Instant.parse("2026-01-01T00:00:00Z"));

		this.wallClock.set(Instant.parse("2026-01-01T00:05:00Z"));
		this.standings.current();
		assertThat(this.standings.lastCurrent()).contains(Instant.parse("2026-01-01T00:05:00Z"));

		this.facts.down = true;
		this.wallClock.set(Instant.parse("2026-01-01T00:10:00Z"));
		this.standings.current();
		assertThat(this.standings.lastCurrent()).contains(Instant.parse("2026-01-01T00:05:00Z"));
	}

	@Test
	void measuresHowLongBuildingTook() {
		assertThat(this.standings.lastBuild()).isEqualTo(Duration.ZERO);
		this.facts.whileReading = () -> this.wallClock.set(this.wallClock.instant().plusMillis(20));

		this.standings.current();

		assertThat(this.standings.lastBuild()).isEqualTo(Duration.ofMillis(40));
	}

	@Test
	void answersAsOfAnEarlierMomentWithoutTouchingThePresent() {
		this.facts.put(Area.planOf("area-2024", 2024, Area.GDP),
				Recorded.nothing().approved("gdp", "2024-Q1", "6", "2024-04-18"), 2);
		Standing present = this.standings.current();

		PlanStanding earlier = this.standings.asOf("area-2024", Area.noonOf("2024-04-17")).orElseThrow();

		assertThat(earlier.targets().getFirst().status()).isEqualTo(Status.AWAITING_FIGURE);
		assertThat(status(present, "area-2024")).isEqualTo(Status.ON_TRACK);
		assertThat(this.standings.current()).isSameAs(present);
		assertThat(this.standings.asOf("nowhere-2024", Area.noonOf("2024-04-17"))).isEmpty();
	}

	/** In brief only what is behind is listed, and all of it counted. */
	@Test
	void knowsEarlierMomentsInBriefUntilSomethingElseIsKnownOfThem() {
		Instant day = Area.noonOf("2024-04-19");
		Plan plan = Area.plan(Area.GDP, Area.AIR);
		this.facts.put(plan, Recorded.nothing().approved("gdp", "2024-Q1", "6", "2024-04-18"), 2);
		this.standings.current();

		PlanStanding brief = this.standings.inBrief("area-2024", day).orElseThrow();

		assertThat(brief.lights()).isEqualTo(new Lights(1, 0, 0, 0, 1, 0, 0, 0));
		assertThat(brief.targets()).isEmpty();
		assertThat(this.standings.inBrief("area-2024", day).orElseThrow()).isSameAs(brief);
		assertThat(this.standings.inBrief("area-2024", day.minusSeconds(86_400 * 2)).orElseThrow().lights())
			.isEqualTo(new Lights(0, 0, 0, 0, 2, 0, 0, 0));

		this.facts.put(plan, Recorded.nothing().approved("gdp", "2024-Q1", "4", "2024-04-18"), 3);
		assertThat(this.standings.inBrief("area-2024", day).orElseThrow()).satisfies((now) -> {
			assertThat(now.lights()).isEqualTo(new Lights(0, 0, 1, 0, 1, 0, 0, 0));
			assertThat(now.targets()).extracting(TargetProgress::indicator).containsExactly("gdp");
		});
		assertThat(this.standings.inBrief("nowhere-2024", day)).isEmpty();
	}

	@Test
	void looksAtTheAreasAboveNowOrAtTheSameEarlierMoment() {
		this.facts.put(Area.planOf("city-2024", 2024, "330100", "某市", new String[] { Area.GDP }),
				Recorded.nothing().approved("gdp", "2024-Q1", "6", "2024-04-18"), 1);
		PlanStanding own = this.standings.current().plan("area-2024").orElseThrow();

		assertThat(this.standings.above(this.standings.current(), own, null))
			.extracting((above) -> above.plan().id() + " " + above.targets().getFirst().status())
			.containsExactly("city-2024 ON_TRACK");
		assertThat(this.standings.above(this.standings.current(), own, Area.noonOf("2024-04-17")))
			.extracting((above) -> above.plan().id() + " " + above.targets().getFirst().status())
			.containsExactly("city-2024 AWAITING_FIGURE");
	}

	private static Status status(Standing standing, String plan) {
		return standing.plan(plan).orElseThrow().targets().getFirst().status();
	}

	private static boolean overdue(Standing standing) {
		return standing.plan("area-2024").orElseThrow().targets().getFirst().timeliness().overdue();
	}

	/** Facts kept in memory, which count how they are read. */
	private static final class Kept implements Facts {

		final Map<String, Long> changes = new LinkedHashMap<>();

		final Map<String, PlanFacts> plans = new LinkedHashMap<>();

		final List<String> read = new ArrayList<>();

		final List<String> readOutside = new ArrayList<>();

		Runnable whileReading = () -> {
		};

		boolean down;

		@Nullable String breaksAt;

		@Nullable String unreadable;

		/** Plans that count from a later moment on. */
		final Map<String, Instant> comes = new LinkedHashMap<>();

		int transactions;

		private boolean inside;

		void put(Plan plan, Recorded recorded, long change) {
			put(plan, recorded, change, null, null, null);
		}

		void put(Plan plan, Recorded recorded, long change, @Nullable Plan before, @Nullable Figures figuresBefore,
				@Nullable Instant release) {
			this.changes.put(plan.id(), change);
			this.plans.put(plan.id(), new PlanFacts(plan, recorded.figures(), before, figuresBefore, release));
		}

		@Override
		public Map<String, Long> changes() {
			answer();
			return new LinkedHashMap<>(this.changes);
		}

		@Override
		public Optional<PlanFacts> read(String plan, Instant moment) {
			answer();
			if (plan.equals(this.breaksAt)) {
				throw new IllegalStateException("the connection broke");
			}
			if (plan.equals(this.unreadable)) {
				throw new PlanUnreadable(plan, new IllegalArgumentException("2024-01-01 to 2024-02-15 is no period"));
			}
			this.read.add(plan);
			if (!this.inside) {
				this.readOutside.add(plan);
			}
			this.whileReading.run();
			return Optional.ofNullable(this.plans.get(plan)).filter((facts) -> nextRelease(plan, moment).isEmpty());
		}

		@Override
		public Optional<Instant> nextRelease(String plan, Instant moment) {
			return Optional.ofNullable(this.comes.get(plan)).filter((release) -> release.isAfter(moment));
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			answer();
			this.transactions++;
			this.inside = true;
			try {
				return reading.get();
			}
			finally {
				this.inside = false;
			}
		}

		private void answer() {
			if (this.down) {
				throw new IllegalStateException("the database does not answer");
			}
		}

	}

}
