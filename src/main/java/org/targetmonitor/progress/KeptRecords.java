package org.targetmonitor.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;
import org.targetmonitor.plan.PlanVersions;
import org.targetmonitor.plan.YearsBefore;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;

/**
 * Keeps what is recorded of each plan until its change number moves: how anything stood
 * at any moment is worked out of it without reading it again.
 */
public final class KeptRecords implements Facts {

	/** A closed plan's last moment, as exact as moments are stored. */
	private static final long LAST_MOMENT_NANOS = 1000;

	private final Records records;

	private volatile Snapshot last = new Snapshot(Map.of(), ReferenceFigures.NONE, 0);

	public KeptRecords(Records records) {
		this.records = records;
	}

	/**
	 * What was read of a plan.
	 *
	 * @param change its change number then
	 * @param record what is recorded; null where that cannot be understood
	 * @param unreadable why not; null where it can
	 */
	private record Kept(long change, @Nullable PlanRecord record, @Nullable PlanUnreadable unreadable) {

		PlanRecord understood() {
			if (this.unreadable != null) {
				throw this.unreadable;
			}
			return Objects.requireNonNull(this.record);
		}

		/** Somebody may have mended what cannot be understood. */
		boolean isOf(@Nullable Long now) {
			return this.record != null && now != null && now == this.change;
		}

	}

	/** All plans as they were read in one go, in their order. */
	private static final class Snapshot {

		private final Map<String, Kept> plans;

		private final ReferenceFigures reference;

		/** The change number of the reference figures. */
		private final long change;

		/** By the key of their latest version's area, in the order of their codes. */
		private final Map<String, List<String>> byArea = new HashMap<>();

		private Snapshot(Map<String, Kept> plans, ReferenceFigures reference, long change) {
			this.plans = plans;
			this.reference = reference;
			this.change = change;
			new TreeMap<>(plans).forEach((plan, kept) -> Stream.ofNullable(kept.record())
				.flatMap((record) -> Stream.ofNullable(record.versions().byMoment().lastEntry()))
				.map((version) -> version.getValue().area().key())
				.forEach((area) -> this.byArea.computeIfAbsent(area, (key) -> new ArrayList<>()).add(plan)));
		}

		/** What was read of a plan, if its change number is still that one. */
		Optional<Kept> of(String plan, @Nullable Long change) {
			return Optional.ofNullable(this.plans.get(plan)).filter((kept) -> kept.isOf(change));
		}

		Optional<PlanRecord> record(String plan) {
			return Optional.ofNullable(this.plans.get(plan)).map(Kept::record);
		}

	}

	@Override
	public Map<String, Long> changes() {
		return this.records.changes();
	}

	@Override
	public RecordLengths lengths() {
		return this.records.lengths();
	}

	@Override
	public <T> T atOnce(Supplier<T> reading) {
		return this.records.atOnce(() -> {
			refresh();
			return reading.get();
		});
	}

	private synchronized void refresh() {
		Snapshot before = this.last;
		Map<String, Long> changes = this.records.changes();
		Map<String, Long> ofPlans = new LinkedHashMap<>(changes);
		long reference = Objects.requireNonNullElse(ofPlans.remove(REFERENCE), 0L);
		List<String> stale = ofPlans.keySet()
			.stream()
			.filter((plan) -> before.of(plan, ofPlans.get(plan)).isEmpty())
			.toList();
		if (stale.isEmpty() && before.plans.size() == ofPlans.size() && before.change == reference) {
			return;
		}
		Function<String, PlanRecord> read = this.records.read(stale);
		Map<String, Kept> plans = new LinkedHashMap<>();
		ofPlans.forEach(
				(plan, change) -> plans.put(plan, before.of(plan, change).orElseGet(() -> kept(plan, change, read))));
		this.last = new Snapshot(plans, (before.change == reference) ? before.reference : this.records.reference(),
				reference);
	}

	private static Kept kept(String plan, long change, Function<String, PlanRecord> read) {
		try {
			return new Kept(change, read.apply(plan), null);
		}
		catch (PlanUnreadable ex) {
			return new Kept(change, null, ex);
		}
	}

	@Override
	public Optional<PlanFacts> read(String plan, Instant moment) {
		return read(plan, moment, null);
	}

	@Override
	public Optional<PlanFacts> read(String plan, Instant moment, @Nullable Plan asked) {
		Snapshot known = this.last;
		Kept kept = known.plans.get(plan);
		if (kept == null) {
			return Optional.empty();
		}
		PlanRecord record = kept.understood();
		return record.versions().inForce(moment).map((present) -> {
			Plan judged = present.isOpen(moment) ? present
					: record.versions().inForce(present.closesAt().minusNanos(LAST_MOMENT_NANOS)).orElse(present);
			Instant seen = seen(record, present, moment);
			Plan supposed = present.isOpen(moment) ? asked : null;
			Map<String, PlanYear> others = others(known, judged, seen);
			if (supposed != null) {
				others.merge(supposed.id(), new PlanYear(supposed, new Figures(List.of()), BaseShares.NONE),
						(before, now) -> new PlanYear(supposed, before.figures(), before.shares()));
			}
			List<PlanYear> earlier = YearsBefore.of(judged, others.values().stream().map(PlanYear::plan).toList())
				.stream()
				.map((year) -> Objects.requireNonNull(others.get(year.id())))
				.toList();
			NavigableMap<Instant, Plan> formerly = record.versions().changesUntil(moment);
			Elsewhere elsewhere = Elsewhere.of(judged, formerly,
					(area) -> sources(known, area, seen, record.versions(), supposed), known.reference);
			return new PlanFacts(elsewhere.seenFrom(judged), record.figures(),
					nextRelease(plan, moment, elsewhere).orElse(null), record.shares(), earlier,
					lookedAt(known, judged), elsewhere.seenFrom(formerly), record.oversight(), elsewhere);
		});
	}

	/**
	 * Up to when other plans are looked at: a closed plan's verdict is not changed by
	 * what is recorded later. A plan that came in closed sees what is there.
	 */
	private static Instant seen(PlanRecord record, Plan present, Instant moment) {
		Instant close = present.closesAt().minusNanos(LAST_MOMENT_NANOS);
		return (!present.isOpen(moment) && record.versions().inForce(close).isPresent()) ? close : moment;
	}

	/**
	 * An area's plans in force, that is to be recorded among them. What a plan that was
	 * there by a moment stood on is not changed by another one that was recorded later,
	 * though its targets count from the year's beginning; a past year that is entered
	 * today sees all there is.
	 */
	private static List<Elsewhere.Source> sources(Snapshot known, String area, Instant moment, PlanVersions own,
			@Nullable Plan supposed) {
		Map<String, Elsewhere.Source> sources = new TreeMap<>();
		known.byArea.getOrDefault(Area.keyOf(area), List.of())
			.stream()
			.flatMap((code) -> known.record(code).stream())
			.filter((record) -> record.versions().wasRecordedBy(moment) || !own.wasRecordedBy(moment))
			.forEach((record) -> record.versions()
				.inForce(moment)
				.ifPresent((plan) -> sources.put(plan.id(), new Elsewhere.Source(plan, record.figures()))));
		if (supposed != null && supposed.area().key().equals(Area.keyOf(area))) {
			sources.merge(supposed.id(), new Elsewhere.Source(supposed, new Figures(List.of())),
					(before, now) -> new Elsewhere.Source(supposed, before.figures()));
		}
		return List.copyOf(sources.values());
	}

	/** The same with what other areas have recorded already. */
	private Optional<Instant> nextRelease(String plan, Instant moment, Elsewhere elsewhere) {
		Snapshot known = this.last;
		Stream<Instant> versions = elsewhere.plans()
			.stream()
			.flatMap((other) -> known.record(other).stream())
			.flatMap((record) -> Stream.ofNullable(record.versions().byMoment().higherKey(moment)));
		return Stream.of(nextRelease(plan, moment).stream(), versions, elsewhere.figures().nextRelease(moment).stream())
			.flatMap((moments) -> moments)
			.min(Instant::compareTo);
	}

	/** The area's other plans in force; one that cannot be read is not looked at. */
	private static Map<String, PlanYear> others(Snapshot known, Plan plan, Instant moment) {
		Map<String, PlanYear> others = new TreeMap<>();
		others(known, plan).forEach((record) -> record.versions()
			.inForce(moment)
			.filter((other) -> other.year() < plan.year())
			.ifPresent((other) -> others.put(other.id(), new PlanYear(other, record.figures(), record.shares()))));
		return others;
	}

	/** What another one of them says of itself may make it a year before, or none. */
	private static Set<String> lookedAt(Snapshot known, Plan plan) {
		return others(known, plan).map((record) -> record.versions().byMoment().lastEntry().getValue())
			.filter((other) -> other.year() < plan.year())
			.map(Plan::id)
			.collect(Collectors.toSet());
	}

	/** The area's other plans. */
	private static Stream<PlanRecord> others(Snapshot known, Plan plan) {
		return known.byArea.getOrDefault(plan.area().key(), List.of())
			.stream()
			.filter((code) -> !code.equals(plan.id()))
			.flatMap((code) -> known.record(code).stream());
	}

	/**
	 * Another replica's clock may be ahead: what it recorded counts here as soon as this
	 * clock is there, too. That of the same area's earlier years, too, in force or not.
	 */
	@Override
	public Optional<Instant> nextRelease(String plan, Instant moment) {
		Snapshot known = this.last;
		PlanRecord record = known.record(plan).orElse(null);
		if (record == null || record.versions().byMoment().isEmpty()) {
			return Optional.empty();
		}
		Plan latest = record.versions().byMoment().lastEntry().getValue();
		Stream<PlanRecord> earlier = others(known, latest)
			.filter((other) -> other.versions().byMoment().lastEntry().getValue().year() < latest.year());
		return Stream.concat(Stream.of(record), earlier)
			.flatMap((one) -> one.nextRelease(moment).stream())
			.min(Instant::compareTo);
	}

}
