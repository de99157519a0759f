package org.targetmonitor.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** Approves what was submitted, or returns it with a reason. */
public final class Reviews {

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
		return decide(submission, reviewer, (now) -> new Review(true, null, reviewer.username(), now, now));
	}

	/** Approves what was entered after the fact, known from an earlier moment on. */
	public Outcome approve(UUID submission, Reviewer reviewer, Instant knownFrom) {
		return decide(submission, reviewer, (now) -> new Review(true, null, reviewer.username(), now, knownFrom));
	}

	/** Returns what of a submission still waits; {@code reason} is for the department. */
	public Outcome giveBack(UUID submission, Reviewer reviewer, @Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			return new Outcome.Refused(
					List.of(Fault.of("", "reason", "required", new Text("退回须说明原因", "a return needs a reason"))));
		}
		return decide(submission, reviewer, (now) -> new Review(false, reason, reviewer.username(), now, now));
	}

	private Outcome decide(UUID submission, Reviewer reviewer, Function<Instant, Review> review) {
		return this.ledger.planOf(submission)
			.flatMap((plan) -> this.ledger.write(plan,
					(writer) -> decide(writer, submission, reviewer, review.apply(this.clock.instant()))))
			.orElse(new Outcome.Unknown());
	}

	private static Outcome decide(Ledger.Writer writer, UUID submission, Reviewer reviewer, Review review) {
		String plan = writer.plan().id();
		List<Revision> revisions = Submissions.of(writer, submission);
		if (!reviewer.mayReview().test(plan)) {
			return new Outcome.Forbidden(List.of(Fault.of("", "submission", "not-reviewer",
					new Text("您的账号无权审核该计划", "your account does not review this plan"))));
		}
		if (revisions.stream().anyMatch((revision) -> revision.author().equals(reviewer.username()))) {
			return new Outcome.Forbidden(List.of(Fault.of("", "submission", "own-submission",
					new Text("不能审核自己报送的数据", "nobody reviews their own submission"))));
		}
		List<Revision> waiting = revisions.stream().filter(Revision::isWaiting).toList();
		if (waiting.isEmpty()) {
			return new Outcome.Stale(List
				.of(Fault.of("", "submission", "decided", new Text("该报送已审核完毕", "this submission is decided already"))));
		}
		List<Fault> unkind = review.approved() ? withoutKind(writer.figures(), waiting) : List.of();
		if (!unkind.isEmpty()) {
			return new Outcome.Stale(unkind);
		}
		writer.review(waiting, review);
		return new Outcome.Recorded(plan, submission, Submissions.of(writer, submission), List.of(), false);
	}

	/**
	 * Revisions handed in before another one of the same figure was approved: they do not
	 * say what kind of revision they are.
	 */
	private static List<Fault> withoutKind(Figures figures, List<Revision> waiting) {
		return waiting.stream()
			.filter((revision) -> revision.figure().kind() == null
					&& figures.approved(revision.indicator()).containsKey(revision.period()))
			.map((revision) -> Fault.of(revision.indicator(), "kind", "overtaken",
					new Text("报送之后该数据已有另一版通过审核，请退回，由报送单位注明修订类别后重报",
							"another revision was approved since; return it, so that it is sent again with its kind")))
			.toList();
	}

}
