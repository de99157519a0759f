package org.targetmonitor.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Plan;

/** A ledger of one plan that keeps everything in lists. */
final class LedgerInMemory implements Ledger, Ledger.Writer {

	final List<Revision> revisions = new ArrayList<>();

	/** What each decision was about, one entry for each call. */
	final List<List<String>> decided = new ArrayList<>();

	private final Map<String, Receipt> receipts = new HashMap<>();

	private final Plan plan;

	@Nullable YearBefore yearBefore;

	LedgerInMemory(Plan plan) {
		this.plan = plan;
	}

	@Override
	public <T> Optional<T> write(String id, Function<Writer, T> work) {
		return id.equals(this.plan.id()) ? Optional.of(work.apply(this)) : Optional.empty();
	}

	@Override
	public <T> Optional<T> read(String id, Function<Reader, T> work) {
		return id.equals(this.plan.id()) ? Optional.of(work.apply(this)) : Optional.empty();
	}

	@Override
	public <T> Optional<T> readAt(String id, Instant moment, Function<Reader, T> work) {
		return id.equals(this.plan.id()) ? Optional.of(work.apply(this)) : Optional.empty();
	}

	@Override
	public Optional<String> planOf(UUID submission) {
		return this.revisions.stream().anyMatch((revision) -> revision.submission().equals(submission))
				? Optional.of(this.plan.id()) : Optional.empty();
	}

	@Override
	public Plan plan() {
		return this.plan;
	}

	@Override
	public Figures figures() {
		return new Figures(this.revisions);
	}

	@Override
	public Optional<YearBefore> yearBefore() {
		return Optional.ofNullable(this.yearBefore);
	}

	@Override
	public Optional<Receipt> receipt(String author, String key) {
		return Optional.ofNullable(this.receipts.get(author + " " + key));
	}

	@Override
	public void append(UUID id, Submission submission, String author, Moment moment) {
		for (Figure figure : submission.figures()) {
			int number = (figure.replaces() != null) ? figure.replaces() + 1 : 1;
			this.revisions.add(new Revision(submission.period(), number, figure, id, author, submission.reason(),
					moment.recordedAt(), moment.knownFrom(), null));
		}
	}

	@Override
	public void keep(String author, String key, Receipt receipt) {
		this.receipts.put(author + " " + key, receipt);
	}

	@Override
	public void review(List<Revision> chosen, Review review) {
		this.decided.add(chosen.stream().map(Revision::indicator).toList());
		this.revisions.replaceAll((revision) -> chosen.contains(revision) ? revision.reviewed(review) : revision);
	}

}
