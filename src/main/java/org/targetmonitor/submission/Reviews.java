package org.targetmonitor.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * Approves what was submitted, or returns it with a reason: all of it, or some figures.
 */
public final class Reviews {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final Ledger ledger;

	private final Clock clock;

	public Reviews(Ledger ledger, Clock clock) {
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * Who decides.
	 *
	 * @param username the account
	 * @param mayReview the plans it reviews
	 */
	public record Reviewer(String username, Predicate<String> mayReview) {
	}

	/** Approves what of a submission still waits. */
	public Outcome approve(UUID submission, Reviewer reviewer) {
		return decide(submission, reviewer, new Decision.Approval(Set.of()));
	}

	/** Approves what was entered after the fact, known from an earlier moment on. */
	public Outcome approve(UUID submission, Reviewer reviewer, Instant knownFrom) {
		return decide(submission, reviewer, new Decision.Approval(Set.of()), (now) -> knownFrom);
	}

	/** Returns what of a submission still waits; {@code reason} is for the department. */
	public Outcome giveBack(UUID submission, Reviewer reviewer, @Nullable String reason) {
		return decide(submission, reviewer, new Decision.ReturnOfAll(reason));
	}

	/**
	 * Decides about all figures of a submission that wait, or about some: all or nothing.
	 */
	public Outcome decide(UUID submission, Reviewer reviewer, Decision decision) {
		return decide(submission, reviewer, decision, UnaryOperator.identity());
	}

	private Outcome decide(UUID submission, Reviewer reviewer, Decision decision, UnaryOperator<Instant> knownFrom) {
		return this.ledger.planOf(submission).flatMap((plan) -> this.ledger.write(plan, (writer) -> {
			Instant now = this.clock.instant();
			return decide(writer, submission, reviewer, decision, new Moment(now, knownFrom.apply(now)));
		})).orElse(new Outcome.Unknown());
	}

	private static Outcome decide(Ledger.Writer writer, UUID submission, Reviewer reviewer, Decision decision,
			Moment moment) {
		List<Revision> revisions = Submissions.of(writer, submission);
		List<Fault> forbidden = forbidden(writer, revisions, reviewer);
		if (!forbidden.isEmpty()) {
			return new Outcome.Forbidden(forbidden);
		}
		List<Fault> faults = new ArrayList<>(decision.faults());
		faults.addAll(notThere(revisions, decision));
		if (!faults.isEmpty()) {
			return new Outcome.Refused(faults);
		}
		List<Revision> chosen = chosen(revisions, decision);
		List<Fault> stale = stale(writer, chosen, decision);
		if (!stale.isEmpty()) {
			return new Outcome.Stale(stale);
		}
		record(writer, chosen, decision, reviewer, moment);
		return new Outcome.Recorded(writer.plan().id(), submission, Submissions.of(writer, submission),
				Set.copyOf(chosen.stream().map(Revision::indicator).toList()), List.of(), false);
	}

	/**
	 * Nobody decides about what they handed in themselves, whatever other roles they
	 * have. Who handed in the revision before may decide: two people have seen it.
	 */
	private static List<Fault> forbidden(Ledger.Writer writer, List<Revision> revisions, Reviewer reviewer) {
		if (!reviewer.mayReview().test(writer.plan().id())) {
			return List.of(Fault.of("", "submission", "not-reviewer",
					new Text("您的账号无权审核该计划", "your account does not review this plan")));
		}
		if (revisions.stream().anyMatch((revision) -> revision.author().equals(reviewer.username()))) {
			return List.of(Fault.of("", "submission", "own-submission",
					new Text("不能审核自己报送的数据", "nobody reviews their own submission")));
		}
		return List.of();
	}

	/** The plan that a submission is of; empty where there is none. */
	public Optional<String> planOf(UUID submission) {
		return this.ledger.planOf(submission);
	}

	private static List<Fault> notThere(List<Revision> revisions, Decision decision) {
		return decision.indicators()
			.stream()
			.filter((indicator) -> revisions.stream().noneMatch((revision) -> revision.indicator().equals(indicator)))
			.map((indicator) -> Fault.of(indicator, "figures", "not-in-submission",
					Text.format("该报送中没有指标“%s”", "the submission has no figure of \"%s\"", indicator)))
			.toList();
	}

	/**
	 * The named figures; where none is named those that can be decided, or if there are
	 * none all, so that each says why not.
	 */
	private static List<Revision> chosen(List<Revision> revisions, Decision decision) {
		if (!decision.indicators().isEmpty()) {
			return revisions.stream()
				.filter((revision) -> decision.indicators().contains(revision.indicator()))
				.toList();
		}
		List<Revision> waiting = revisions.stream().filter(Revision::isWaiting).toList();
		return waiting.isEmpty() ? revisions : waiting;
	}

	private static List<Fault> stale(Ledger.Writer writer, List<Revision> chosen, Decision decision) {
		List<Fault> faults = new ArrayList<>();
		for (Revision revision : chosen) {
			Transition.Refusal refusal = Transition.of(revision.state(), decision.action()).refusal();
			if (refusal != null) {
				faults.add(Fault.of(revision.indicator(), "submission", refusal.rule(),
						decided(writer, revision).orElse(refusal.reason())));
			}
		}
		return faults;
	}

	/** When and how, so that the second of two reviewers knows; who is told by name. */
	private static Optional<Text> decided(Ledger.Writer writer, Revision revision) {
		Review review = revision.review();
		if (review == null) {
			return Optional.empty();
		}
		String when = MINUTE.format(review.recordedAt().atZone(writer.plan().zone()));
		return Optional.of(Text.format("该报送已审核完毕：%s%s", "decided already: %s, %s", when,
				review.approved() ? new Text("审核通过", "approved") : new Text("退回", "returned")));
	}

	private static void record(Ledger.Writer writer, List<Revision> chosen, Decision decision, Reviewer reviewer,
			Moment moment) {
		boolean approved = decision.action() == Transition.Action.APPROVE;
		if (decision.indicators().isEmpty() || approved) {
			writer.review(chosen, new Review(approved, decision.reason(""), reviewer.username(), moment.recordedAt(),
					moment.knownFrom()));
			return;
		}
		chosen.forEach((revision) -> writer.review(List.of(revision), new Review(false,
				decision.reason(revision.indicator()), reviewer.username(), moment.recordedAt(), moment.knownFrom())));
	}

}
