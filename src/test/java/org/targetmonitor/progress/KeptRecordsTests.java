package org.targetmonitor.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.plan.PlanVersions;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is read again, and how the facts of a moment come out of what is kept. */
class KeptRecordsTests {

	private static final Instant SPRING = Area.noonOf("2024-04-20");

	private static final Instant YEAR_BEGINS = Instant.parse("2023-12-31T16:00:00Z");

	private final InMemory records = new InMemory();

	private final KeptRecords facts = new KeptRecords(this.records);

	@Test
	void readsInOneGoWhatMovedAndNothingElse() {
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("other-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		at("area-2024", SPRING);
		at("other-2024", SPRING);
		this.records.put(Area.planOf("other-2024", 2024, Area.GDP), Recorded.nothing(), 2);
		at("area-2024", SPRING);
		at("other-2024", SPRING);

		assertThat(this.records.read).containsExactly(List.of("area-2024", "other-2024"), List.of("other-2024"));
	}

	@Test
	void aPlanThatIsGoneIsKeptNoLonger() {
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		at("area-2024", SPRING);
		this.records.changes.clear();

		assertThat(at("area-2024", SPRING)).isEmpty();
	}

	@Test
	void triesAgainWhatCouldNotBeUnderstood() {
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("other-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.unreadable = "area-2024";

		assertThatExceptionOfType(PlanUnreadable.class).isThrownBy(() -> at("area-2024", SPRING));
		assertThat(at("other-2024", SPRING)).isPresent();
		this.records.unreadable = null;

		assertThat(at("area-2024", SPRING)).isPresent();
	}

	@Test
	void aPlanIsWhatItWasInForceAtTheMomentAndNothingBefore() {
		Plan first = Area.plan(Area.growth("gdp", "{at-least: 6}"));
		Plan second = Area.plan(Area.growth("gdp", "{at-least: 5}"));
		Instant changed = Area.noonOf("2024-05-10");
		this.records.put(Map.of(YEAR_BEGINS, first, changed, second), Recorded.nothing(), 1);

		assertThat(at("area-2024", YEAR_BEGINS.minusNanos(1))).isEmpty();
		assertThat(at("area-2024", changed.minusNanos(1)).orElseThrow().plan()).isSameAs(first);
		assertThat(at("area-2024", changed.minusNanos(1)).orElseThrow().formerly()).isEmpty();
		assertThat(at("area-2024", changed).orElseThrow().plan()).isSameAs(second);
		assertThat(at("area-2024", changed).orElseThrow().formerly()).containsOnlyKeys(YEAR_BEGINS, changed);
	}

	@Test
	void aClosedPlanKeepsTheTargetsOfItsLastMoment() {
		Plan first = Area.plan(Area.growth("gdp", "{at-least: 6}"));
		Plan afterwards = Area.plan(Area.growth("gdp", "{at-least: 5}"));
		this.records.put(Map.of(YEAR_BEGINS, first, first.closesAt(), afterwards), Recorded.nothing(), 1);

		assertThat(at("area-2024", Area.noonOf("2026-02-01")).orElseThrow().plan()).isSameAs(first);
	}

	@Test
	void earlierYearsAreTheAreasAsTheyWereThenTheNewestFirst() {
		this.records.put(Area.planOf("area-2022", 2022, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2023", 2023, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2025", 2025, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("city-2023", 2023, "330100", "某市", new String[] { Area.GDP }), Recorded.nothing(),
				1);

		PlanFacts facts = at("area-2024", SPRING).orElseThrow();

		assertThat(facts.earlier()).extracting((year) -> year.plan().id()).containsExactly("area-2023", "area-2022");
		assertThat(facts.lookedAt()).containsExactlyInAnyOrder("area-2023", "area-2022");
		assertThat(at("area-2022", SPRING).orElseThrow().earlier()).isEmpty();
	}

	/** 330110, 330110000 and 330110000000 are one area. */
	@Test
	void anAreaIsOneHoweverLongItsCodeIsWritten() {
		String[] gdp = { Area.GDP };
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2023", 2023, "330110000000", "某区", gdp), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2022", 2022, "330110000", "某区", gdp), Recorded.nothing(), 1);

		assertThat(at("area-2024", SPRING).orElseThrow().earlier()).extracting((year) -> year.plan().id())
			.containsExactly("area-2023", "area-2022");
		assertThat(at("area-2023", SPRING).orElseThrow().earlier()).extracting((year) -> year.plan().id())
			.containsExactly("area-2022");
	}

	/** It closes on 31 December 2025: what is recorded after that changes no verdict. */
	@Test
	void aClosedPlanLooksAtNoPlanThatWasRecordedLater() {
		Plan plan = Area.plan(Area.GDP);
		this.records.put(plan, Recorded.nothing(), 1);
		Instant late = plan.closesAt().plusSeconds(60);
		Plan before = Area.planOf("area-2023", 2023, Area.GDP);
		this.records.put(Map.of(late, before), Recorded.nothing(), 1);

		assertThat(at("area-2024", late.plusSeconds(60)).orElseThrow().earlier()).isEmpty();
		assertThat(
				this.facts.atOnce(() -> this.facts.read("area-2024", late, Area.planOf("other-2023", 2023, Area.GDP)))
					.orElseThrow()
					.earlier())
			.as("nor at one that would be")
			.isEmpty();

		this.records.put(Map.of(late, plan), Recorded.nothing(), 2);
		assertThat(at("area-2024", late.plusSeconds(60)).orElseThrow().earlier()).as("what came in closed has no other")
			.hasSize(1);
	}

	/** Whose code comes first says nothing. */
	@Test
	void severalPlansOfAYearAreAllEarlierYearsButForThoseBeside() {
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2023", 2023, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("also-2023", 2023, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.beside(Area.planOf("a-works-2023", 2023, Area.GDP), null), Recorded.nothing(), 1);

		PlanFacts facts = at("area-2024", SPRING).orElseThrow();

		assertThat(facts.earlier()).extracting((year) -> year.plan().id()).containsExactly("also-2023", "area-2023");
		assertThat(facts.lookedAt()).as("it may be said to stand beside no more")
			.containsExactlyInAnyOrder("also-2023", "area-2023", "a-works-2023");
	}

	/** The works of 2024 go on from those of 2023, and those from those of 2022. */
	@Test
	void theYearBeforeIsTheOneThatIsNamed() {
		this.records.put(Area.beside(Area.planOf("works-2024", 2024, Area.GDP), "works-2023"), Recorded.nothing(), 1);
		this.records.put(Area.beside(Area.planOf("works-2023", 2023, Area.GDP), "works-2022"), Recorded.nothing(), 1);
		this.records.put(Area.beside(Area.planOf("works-2022", 2022, Area.GDP), null), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2023", 2023, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2022", 2022, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2021", 2021, Area.GDP), Recorded.nothing(), 1);

		assertThat(at("works-2024", SPRING).orElseThrow().earlier()).extracting((year) -> year.plan().id())
			.containsExactly("works-2023", "works-2022", "area-2021");
		assertThat(at("area-2023", SPRING).orElseThrow().earlier()).extracting((year) -> year.plan().id())
			.containsExactly("area-2022", "area-2021");
	}

	/** Supposed is what a plan would be; its figures are those that it has. */
	@Test
	void readsAsIfAPlanWereRecorded() {
		Recorded before = Recorded.nothing().approved("gdp", "2023-Q1", "6");
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2023", 2023, Area.GDP), before, 1);
		Plan beside = Area.beside(Area.planOf("area-2023", 2023, Area.GDP), null);
		Plan other = Area.planOf("other-2023", 2023, Area.GDP);

		assertThat(supposing("area-2024", beside).earlier()).isEmpty();
		assertThat(supposing("area-2024", other).earlier()).extracting((year) -> year.plan().id())
			.containsExactly("area-2023", "other-2023");
		assertThat(supposing("area-2024", other).earlier().getFirst().figures().of("gdp")).as("the figures that it has")
			.hasSize(1);
	}

	private PlanFacts supposing(String plan, Plan supposed) {
		return this.facts.atOnce(() -> this.facts.read(plan, SPRING, supposed)).orElseThrow();
	}

	@Test
	void anEarlierYearThatCannotBeReadIsLeftOut() {
		this.records.put(Area.planOf("area-2023", 2023, Area.GDP), Recorded.nothing(), 1);
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), Recorded.nothing(), 1);
		this.records.unreadable = "area-2023";

		assertThat(at("area-2024", SPRING).orElseThrow().earlier()).isEmpty();
	}

	@Test
	void theNextReleaseIsThePlansOwnOrOfAnEarlierYear() {
		Recorded own = Recorded.nothing().approvedLater("gdp", "2024-Q1", "6", "2024-04-18", "2024-06-01");
		this.records.put(Area.planOf("area-2024", 2024, Area.GDP), own, 1);
		assertThat(at("area-2024", SPRING).orElseThrow().nextRelease()).isEqualTo(Area.noonOf("2024-06-01"));

		Recorded before = Recorded.nothing().approved("gdp", "2023-Q1", "6", "2024-05-02");
		this.records.put(Area.planOf("area-2023", 2023, Area.GDP), before, 1);
		assertThat(at("area-2024", SPRING).orElseThrow().nextRelease()).isEqualTo(Area.noonOf("2024-05-02"));
		assertThat(at("area-2024", Area.noonOf("2024-06-01")).orElseThrow().nextRelease()).isNull();
	}

	@Test
	void saysWhenAPlanComesIntoForce() {
		this.records.put(Map.of(SPRING.plusMillis(400), Area.plan(Area.GDP)), Recorded.nothing(), 1);

		assertThat(at("area-2024", SPRING)).isEmpty();
		assertThat(this.facts.nextRelease("area-2024", SPRING)).contains(SPRING.plusMillis(400));
		assertThat(this.facts.nextRelease("nowhere", SPRING)).isEmpty();
	}

	private Optional<PlanFacts> at(String plan, Instant moment) {
		return this.facts.atOnce(() -> this.facts.read(plan, moment));
	}

	/** Records that note what is read of them. */
	private static final class InMemory implements Records {

		private final Map<String, Long> changes = new LinkedHashMap<>();

		private final Map<String, PlanRecord> plans = new LinkedHashMap<>();

		private final List<List<String>> read = new ArrayList<>();

		@Nullable private String unreadable;

		void put(Plan plan, Recorded recorded, long change) {
			put(Map.of(Instant.parse("2020-01-01T00:00:00Z"), plan), recorded, change);
		}

		void put(Map<Instant, Plan> versions, Recorded recorded, long change) {
			NavigableMap<Instant, Plan> sorted = new TreeMap<>(versions);
			String plan = sorted.firstEntry().getValue().id();
			this.changes.put(plan, change);
			this.plans.put(plan, new PlanRecord(new PlanVersions(sorted, sorted.firstKey()), recorded.figures(),
					BaseShares.NONE, Oversight.NONE));
		}

		@Override
		public Map<String, Long> changes() {
			return new LinkedHashMap<>(this.changes);
		}

		@Override
		public RecordLengths lengths() {
			return RecordLengths.NONE;
		}

		@Override
		public Function<String, PlanRecord> read(Collection<String> asked) {
			this.read.add(List.copyOf(asked));
			return (plan) -> {
				if (plan.equals(this.unreadable)) {
					throw new PlanUnreadable(plan, new IllegalArgumentException("no period"));
				}
				return Objects.requireNonNull(this.plans.get(plan));
			};
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			return reading.get();
		}

	}

}
