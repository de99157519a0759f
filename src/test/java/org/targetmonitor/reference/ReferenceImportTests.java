package org.targetmonitor.reference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;

import static org.assertj.core.api.Assertions.assertThat;

/** What is taken as a reference figure, what is refused, and from when it is known. */
class ReferenceImportTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private final Kept kept = new Kept();

	private final ReferenceImport figures = new ReferenceImport(this.kept, SHANGHAI);

	/** A ledger in memory. */
	private static final class Kept implements ReferenceLedger, ReferenceLedger.Writer {

		private final List<ReferenceFigure> revisions = new ArrayList<>();

		private Instant now = Instant.parse("2024-10-25T04:00:00Z");

		@Override
		public ReferenceFigures all() {
			return new ReferenceFigures(this.revisions);
		}

		@Override
		public <T> T write(Function<Writer, T> work) {
			return work.apply(this);
		}

		@Override
		public Instant now() {
			return this.now;
		}

		@Override
		public ReferenceFigures at(List<ReferenceFigure.Place> places) {
			return all().where((revision) -> places.contains(revision.place()));
		}

		@Override
		public void append(List<ReferenceFigure> revisions) {
			this.revisions.addAll(revisions);
		}

	}

	@Test
	void isKnownFromTheDayItCameOut() {
		ReferenceFigure recorded = recorded(record(null, Map.of())).getFirst();

		// Midnight in Shanghai
		assertThat(recorded.knownFrom()).isEqualTo("2024-10-17T16:00:00Z");
		assertThat(recorded.recordedAt()).isEqualTo("2024-10-25T04:00:00Z");
		assertThat(this.kept.all().asOf(Instant.parse("2024-10-17T15:59:59Z")).newest()).isEmpty();
		assertThat(this.kept.all().asOf(Instant.parse("2024-10-17T16:00:00Z")).newest()).hasSize(1);
	}

	@Test
	void leavesAloneWhatStandsThere() {
		record(null, Map.of());

		assertThat(recorded(record(null, Map.of("value", "5.40")))).isEmpty();
		assertThat(this.kept.revisions).hasSize(1);
	}

	@Test
	void letsACorrectionCountFromItsRecordingAndALaterPublicationFromItsDay() {
		record(null, Map.of());
		ReferenceFigure corrected = recorded(record("录入有误", Map.of("value", "5.5"))).getFirst();
		assertThat(corrected.number()).isEqualTo(2);
		assertThat(corrected.knownFrom()).isEqualTo("2024-10-25T04:00:00Z");

		this.kept.now = Instant.parse("2025-12-20T04:00:00Z");
		ReferenceFigure verified = recorded(
				record("最终核实", Map.of("value", "5.6", "status", "A", "published", "2025-12-18")))
			.getFirst();
		assertThat(verified.number()).isEqualTo(3);
		assertThat(verified.knownFrom()).isEqualTo("2025-12-17T16:00:00Z");
		assertThat(this.kept.all().asOf(Instant.parse("2025-12-17T15:00:00Z")).newest()).extracting("number")
			.containsExactly(2);
	}

	/** By its code, or by any words that figures of some indicator have for it. */
	@Test
	void readsHowFinalAFigureIs() {
		Map.of("P", "P", "初步核算", "P", "快报数", "P", "最终核实", "A", "preliminary", "P").forEach((written, status) -> {
			this.kept.revisions.clear();
			assertThat(recorded(record(null, Map.of("status", written))).getFirst().status()).as(written)
				.hasToString(status);
		});
	}

	@Test
	void asksForTheReasonOfACorrection() {
		record(null, Map.of());

		assertThat(rules(record(" ", Map.of("value", "5.5")))).containsExactly("required");
		assertThat(this.kept.revisions).hasSize(1);
	}

	@Test
	void refusesACorrectionOfAnotherRevision() {
		record(null, Map.of());
		record("一", Map.of("value", "5.5", "replaces", "1"));

		ReferenceImport.Result stale = record("二", Map.of("value", "5.6", "replaces", "1"));

		assertThat(stale).isInstanceOf(ReferenceImport.Result.Stale.class);
		assertThat(this.kept.revisions).hasSize(2);
	}

	@Test
	void refusesWhatCannotBeYet() {
		assertThat(rules(record(null, Map.of("period", "2024", "published", "2024-10-18"))))
			.containsExactlyInAnyOrder("not-ended", "early");
		assertThat(rules(record(null, Map.of("published", "2024-10-26")))).containsExactly("future");
		assertThat(recorded(record(null, Map.of("published", "2024-10-25")))).hasSize(1);
	}

	/** The third quarter ends with 30 September: 1 October is the first day after it. */
	@Test
	void takesTheDayAfterThePeriodAsTheFirstOfPublication() {
		assertThat(rules(record(null, Map.of("published", "2024-09-30")))).containsExactly("early");
		assertThat(recorded(record(null, Map.of("published", "2024-10-01")))).hasSize(1);
	}

	@Test
	void namesEachFaultOfARow() {
		ReferenceRow.Reading reading = ReferenceRow.read(sequence(row(Map.of("area", "33", "period", "Q3", "value",
				"5,4", "status", "F", "published", "昨天", "origin", " ", "unit", "亿元", "colour", "red"))));

		assertThat(reading.faults()).extracting(Fault::field)
			.containsExactlyInAnyOrder("area", "unit", "period", "value", "status", "origin", "published", "colour");
	}

	@Test
	void wantsAUnitWhereItIsNotPercent() {
		Map<String, String> level = row(Map.of("measure", "level", "value", "65132"));
		assertThat(ReferenceRow.read(sequence(level)).faults()).extracting(Fault::rule).containsExactly("required");
		level.put("unit", "亿元");
		assertThat(ReferenceRow.read(sequence(level)).rows()).singleElement()
			.satisfies((row) -> assertThat(row.place()).isEqualTo(
					new ReferenceFigure.Place("330000", "gdp", Measure.LEVEL, Period.parse("2024-Q3").orElseThrow())));
	}

	@Test
	void refusesTheSameTwiceAndNone() {
		ReferenceRow.Reading twice = ReferenceRow.read(sequence(row(Map.of()), row(Map.of("value", "5.5"))));

		assertThat(rules(this.figures.record(twice.rows(), null, "admin"))).containsExactly("duplicate");
		assertThat(ReferenceRow.read(sequence()).faults()).extracting(Fault::rule).containsExactly("list");
	}

	private ReferenceImport.Result record(@Nullable String reason, Map<String, String> other) {
		ReferenceRow.Reading reading = ReferenceRow.read(sequence(row(other)));
		assertThat(reading.faults()).isEmpty();
		return this.figures.record(reading.rows(), reason, "admin");
	}

	private static List<ReferenceFigure> recorded(ReferenceImport.Result result) {
		assertThat(result).isInstanceOf(ReferenceImport.Result.Recorded.class);
		return ((ReferenceImport.Result.Recorded) result).revisions();
	}

	private static List<String> rules(ReferenceImport.Result result) {
		assertThat(result).isInstanceOf(ReferenceImport.Result.Refused.class);
		return ((ReferenceImport.Result.Refused) result).faults().stream().map(Fault::rule).toList();
	}

	private static Map<String, String> row(Map<String, String> other) {
		Map<String, String> row = new LinkedHashMap<>(Map.of("area", "330000", "indicator", "gdp", "measure", "growth",
				"period", "2024-Q3", "value", "5.4", "status", "P", "origin", "省统计局", "published", "2024-10-18"));
		row.putAll(other);
		return row;
	}

	@SafeVarargs
	private static Node sequence(Map<String, String>... rows) {
		List<Node> nodes = new ArrayList<>();
		for (Map<String, String> row : rows) {
			Map<String, Node> entries = new LinkedHashMap<>();
			row.forEach((key, text) -> entries.put(key, new Node.Scalar(text, 1)));
			nodes.add(new Node.Mapping(entries, 1));
		}
		return new Node.Sequence(nodes, 1);
	}

}
