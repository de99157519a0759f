package org.targetmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.targetmonitor.plan.Plan;

/** Where submissions and reviews are kept. Nothing in it is ever changed or removed. */
public interface Ledger {

	/**
	 * Does work on a plan as its only writer: what the writer reads cannot change until
	 * the work is done, and all that it records is kept together or not at all.
	 * @return what the work answered, or empty if there is no such plan
	 */
	<T> Optional<T> write(String plan, Function<Writer, T> work);

	/**
	 * Looks at a plan without holding it: for previews, which record nothing.
	 * @return what the work answered, or empty if there is no such plan
	 */
	<T> Optional<T> read(String plan, Function<Reader, T> work);

	/**
	 * Looks at a plan with the targets that were in force at a moment, and with all its
	 * figures.
	 */
	<T> Optional<T> readAt(String plan, Instant moment, Function<Reader, T> work);

	/** The plan a submission belongs to. */
	Optional<String> planOf(UUID submission);

	/** One plan with its figures. */
	interface Reader {

		Plan plan();

		Figures figures();

		/**
		 * What the same area's plans know of the year before, if the monitor has one.
		 */
		Optional<YearBefore> yearBefore();

	}

	/** One plan, held for writing. */
	interface Writer extends Reader {

		/** What was answered to a request that the author sent before under this key. */
		Optional<Receipt> receipt(String author, String key);

		/** Appends a submission with one new revision for each of its figures. */
		void append(UUID id, Submission submission, String author, Moment moment);

		/**
		 * Keeps the answer to a request, so that the same request is not carried out
		 * twice.
		 */
		void keep(String author, String key, Receipt receipt);

		/** Appends a decision on each of the revisions. */
		void review(List<Revision> revisions, Review review);

	}

	/**
	 * The answer to a request that carried an idempotency key.
	 *
	 * @param digest the digest of the request
	 * @param submission the submission that came of it
	 */
	record Receipt(String digest, UUID submission) {
	}

}
