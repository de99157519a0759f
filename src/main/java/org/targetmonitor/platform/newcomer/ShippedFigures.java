package org.targetmonitor.platform.newcomer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;

import org.targetmonitor.input.Node;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.submission.SubmissionDocument;
import org.targetmonitor.submission.Submissions;

/**
 * Enters the figures of a CSV file after the fact (补录), through the same path as
 * everybody's figures. They count from noon of the day that the file names, or where it
 * names none from noon of their due day; a figure's note says that it was entered later.
 */
@Order(20)
class ShippedFigures implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(ShippedFigures.class);

	private static final Author STAFF = new Author("staff", Set.of(new Author.Scope(Author.EVERY, Author.EVERY)));

	private static final Reviews.Reviewer REVIEWER = new Reviews.Reviewer("reviewer", (plan) -> true);

	private final List<Resource> files;

	private final Plans plans;

	private final Submissions submissions;

	private final Reviews reviews;

	private final WorkingDays calendar;

	private final Clock clock;

	ShippedFigures(List<Resource> files, Plans plans, Submissions submissions, Reviews reviews, WorkingDays calendar,
			Clock clock) {
		this.files = List.copyOf(files);
		this.plans = plans;
		this.submissions = submissions;
		this.reviews = reviews;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** Figures that are submitted together. */
	private record Batch(String plan, Period period) {
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		for (Resource file : this.files) {
			batches(file).forEach(this::enter);
		}
	}

	private static Map<Batch, List<CSVRecord>> batches(Resource file) throws IOException {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		Map<Batch, List<CSVRecord>> batches = new LinkedHashMap<>();
		try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
			for (CSVRecord row : format.parse(reader)) {
				Batch batch = new Batch(row.get("plan"), Period.parse(row.get("period")).orElseThrow());
				batches.computeIfAbsent(batch, (key) -> new ArrayList<>()).add(row);
			}
		}
		return batches;
	}

	/**
	 * Enters what has not been entered before; with the clock set back, what was not
	 * known yet waits for a later start.
	 */
	private void enter(Batch batch, List<CSVRecord> rows) {
		Instant now = this.clock.instant();
		Optional<Plan> plan = this.plans.inForce(batch.plan(), now).map(PlanFile::plan);
		if (plan.isEmpty() || !batch.period().hasEnded(plan.get().dayOf(now))) {
			return;
		}
		Instant knownFrom = knownFrom(plan.get(), batch, rows.getFirst());
		if (knownFrom.isAfter(now)) {
			return;
		}
		Outcome outcome = this.submissions.submit(batch.plan(), submission(batch, rows), STAFF,
				new Submissions.IdempotencyKey("file:" + batch.period(), rows.toString()), knownFrom);
		switch (outcome) {
			case Outcome.Recorded recorded when recorded.revisions().stream().anyMatch(Revision::isWaiting) ->
				this.reviews.approve(recorded.submission(), REVIEWER, knownFrom);
			case Outcome.Recorded recorded -> {
				// Entered and approved at an earlier start
			}
			default -> log.warn("{} {} was not entered: {}", batch.plan(), batch.period(), outcome);
		}
	}

	private Instant knownFrom(Plan plan, Batch batch, CSVRecord row) {
		LocalDate fallback = batch.period().end();
		LocalDate day = given(row)
			.or(() -> plan.target(row.get("indicator")).flatMap((target) -> due(target, batch.period())))
			.orElse(fallback);
		return day.atTime(12, 0).atZone(plan.zone()).toInstant();
	}

	private static Optional<LocalDate> given(CSVRecord row) {
		return row.isMapped("known-from") ? Optional.of(LocalDate.parse(row.get("known-from"))) : Optional.empty();
	}

	private Optional<LocalDate> due(Target target, Period period) {
		Reporting reporting = target.reporting();
		return (reporting != null) ? reporting.dueFor(period, this.calendar).ifKnown() : Optional.empty();
	}

	private static Submission submission(Batch batch, List<CSVRecord> rows) {
		List<Node> figures = rows.stream().<Node>map(ShippedFigures::figure).toList();
		SubmissionDocument.Reading reading = SubmissionDocument.read(new Node.Mapping(Map.of("period",
				new Node.Scalar(batch.period().toString(), 0), "figures", new Node.Sequence(figures, 0)), 0));
		if (!reading.faults().isEmpty()) {
			throw new IllegalStateException(batch + ": " + reading.faults());
		}
		return reading.submission();
	}

	private static Node.Mapping figure(CSVRecord row) {
		Map<String, Node> entries = new LinkedHashMap<>();
		List<String> keys = Stream
			.concat(Stream.of("indicator", "value", "level", "status"), Detail.all().map(Detail::key))
			.toList();
		for (String key : keys) {
			if (row.isMapped(key) && !row.get(key).isEmpty()) {
				entries.put(key, new Node.Scalar(row.get(key), 0));
			}
		}
		entries.putIfAbsent("note", new Node.Scalar("补录，发布日期未知时自报送期限日起计", 0));
		return new Node.Mapping(entries, 0);
	}

}
