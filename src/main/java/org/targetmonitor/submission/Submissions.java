package org.targetmonitor.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;

/**
 * Takes submissions: the one path by which figures get in, whatever they were typed into.
 */
public final class Submissions {

	private final Ledger ledger;

	private final Clock clock;

	private final Supplier<UUID> ids;

	public Submissions(Ledger ledger, Clock clock, Supplier<UUID> ids) {
		this.ledger = ledger;
		this.clock = clock;
		this.ids = ids;
	}

	/**
	 * A request under a key of the sender's choosing: the same one sent twice is carried
	 * out once.
	 *
	 * @param value the key
	 * @param digest the digest of the whole request
	 */
	public record IdempotencyKey(String value, String digest) {
	}

	/** Records a submission as of now. */
	public Outcome submit(String plan, Submission submission, Author author, @Nullable IdempotencyKey key) {
		return submit(plan, submission, author, key, Asked.ALL);
	}

	/** The same of somebody who was asked about some doubts only. */
	public Outcome submit(String plan, Submission submission, Author author, @Nullable IdempotencyKey key,
			Asked asked) {
		return submit(plan, submission, author, key, Moment::at, asked);
	}

	/**
	 * Asks every rule without recording anything.
	 * @param known the plan as it is known now
	 * @return what would become of it
	 */
	public Check check(Known known, Submission submission, Author author, Asked asked) {
		return check(known.seenBy(Sight.of(author)), submission, author, this.clock.instant(), asked);
	}

	/**
	 * Asks the rules again about what was recorded, by what was known when it came: the
	 * targets then in force, the figures and decisions recorded by then. So whoever
	 * reviews it sees what its author was asked, and where other departments' figures
	 * waited, what the author could not be asked.
	 * @param then the plan with the targets that were in force when it came, and with all
	 * that is recorded of it
	 * @param first one of its figures
	 * @param sight what the reviewer sees
	 */
	public static Check recheck(Known then, Revision first, Sight sight) {
		return recheck(then, first, sight, Asked.ALL);
	}

	private Optional<Check> recheck(String plan, Revision first, Sight sight, Asked asked) {
		return this.ledger.readAt(plan, first.recordedAt(), (reader) -> recheck(reader, first, sight, asked));
	}

	private static Check recheck(Ledger.Reader reader, Revision first, Sight sight, Asked asked) {
		Submission submission = new Submission(first.period(), first.reason(),
				of(reader, first.submission()).stream().map(Revision::figure).toList());
		return check(Known.of(reader).before(first).seenBy(sight), submission, new Author(first.author(), Set.of()),
				first.recordedAt(), asked);
	}

	private static Check check(Ledger.Reader reader, Submission submission, Author author, Instant now, Asked asked) {
		Plan plan = reader.plan();
		Figures known = reader.figures();
		LocalDate today = plan.dayOf(now);
		Doubts.Found doubts = Doubts.of(submission, plan, known, reader.yearBefore().orElse(null), today, asked);
		List<Fault> warnings = Stream
			.concat(doubts.explained().stream(), Remarks.of(submission, plan, known, today).stream())
			.toList();
		return new Check(Rules.foreign(submission, plan, author), Rules.refusals(submission, plan, known, today),
				doubts.open(), Rules.stale(submission, known), warnings, doubts.explained());
	}

	/** Records what is entered after the fact (补录), known from an earlier moment on. */
	public Outcome submit(String plan, Submission submission, Author author, @Nullable IdempotencyKey key,
			Instant knownFrom) {
		return submit(plan, submission, author, key, (now) -> new Moment(now, knownFrom), Asked.ALL);
	}

	/**
	 * The time is taken once the plan is held, so that it never lies before what another
	 * writer recorded.
	 */
	private Outcome submit(String plan, Submission submission, Author author, @Nullable IdempotencyKey key,
			Function<Instant, Moment> moment, Asked asked) {
		return this.ledger
			.write(plan, (writer) -> submit(writer, submission, author, key, moment.apply(this.clock.instant()), asked))
			.orElse(new Outcome.Unknown());
	}

	private Outcome submit(Ledger.Writer writer, Submission submission, Author author, @Nullable IdempotencyKey key,
			Moment moment, Asked asked) {
		if (key != null) {
			Optional<Ledger.Receipt> receipt = writer.receipt(author.username(), key.value());
			if (receipt.isPresent()) {
				return repeated(writer, receipt.get(), key, author, asked);
			}
		}
		Check check = check(Known.of(writer).seenBy(Sight.of(author)), submission, author, moment.recordedAt(), asked);
		if (!check.foreign().isEmpty()) {
			return new Outcome.Forbidden(check.foreign());
		}
		if (!check.refusals().isEmpty()) {
			return new Outcome.Refused(check.obstacles());
		}
		if (!check.stale().isEmpty()) {
			return new Outcome.Stale(check.stale());
		}
		if (!check.doubts().isEmpty()) {
			return new Outcome.Refused(check.obstacles());
		}
		return record(writer, submission, author, key, moment, check.warnings());
	}

	private Outcome record(Ledger.Writer writer, Submission submission, Author author, @Nullable IdempotencyKey key,
			Moment moment, List<Fault> warnings) {
		UUID id = this.ids.get();
		writer.append(id, submission, author.username(), moment);
		if (key != null) {
			writer.keep(author.username(), key.value(), new Ledger.Receipt(key.digest(), id));
		}
		return new Outcome.Recorded(writer.plan().id(), id, of(writer, id), warnings, false);
	}

	/** The same answer as the first time, whatever has become of the figures since. */
	private Outcome repeated(Ledger.Writer writer, Ledger.Receipt receipt, IdempotencyKey key, Author author,
			Asked asked) {
		if (!receipt.digest().equals(key.digest())) {
			return new Outcome.Refused(
					List.of(Fault.of("", "Idempotency-Key", "idempotency-key", new Text("该 Idempotency-Key 已用于另一份不同的报送",
							"this Idempotency-Key was used for a different submission"))));
		}
		List<Revision> revisions = of(writer, receipt.submission()).stream().map(Revision::asHandedIn).toList();
		String plan = writer.plan().id();
		List<Fault> warnings = recheck(plan, revisions.getFirst(), Sight.of(author), asked).map(Check::warnings)
			.orElse(List.of());
		return new Outcome.Recorded(plan, receipt.submission(), revisions, warnings, true);
	}

	static List<Revision> of(Ledger.Reader reader, UUID submission) {
		return reader.figures()
			.revisions()
			.stream()
			.filter((revision) -> revision.submission().equals(submission))
			.toList();
	}

}
