package org.targetmonitor.submission;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.input.Digests;
import org.targetmonitor.input.Text;

/**
 * The facts of one act, sealed. Its hash is SHA-256 over the canonical text of the hash
 * before and all that is said here.
 *
 * @param plan the plan
 * @param number counts up from 1 within the plan
 * @param kind what was done
 * @param submission the submission it was done to, of what concerns one
 * @param recordedAt when
 * @param previous the hash of the link before, null for the first
 * @param hash the hash that was kept
 * @param facts the facts as they were sealed
 */
public record ChainLink(String plan, long number, Kind kind, @Nullable UUID submission, Instant recordedAt,
		@Nullable String previous, String hash, List<ChainFact> facts) {

	/** What was done. */
	public enum Kind {

		/** What was there before there was a chain. */
		START("起始封存", "start of the chain"),
		/** A plan, its heading or targets. */
		PLAN("计划", "plan"),
		/** Figures handed in. */
		SUBMISSION("报送", "submission"),
		/** Revisions approved, with their submission. */
		APPROVAL("审核通过", "approval"),
		/** Revisions returned, with their submission. */
		RETURN("退回", "return"),
		/** Deviations accepted and supervision orders. */
		OVERSIGHT("督办", "oversight"),
		/** Figures of other areas; they have a chain of their own. */
		REFERENCE("参照数据", "reference figures");

		private final Text words;

		Kind(String zh, String en) {
			this.words = new Text(zh, en);
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** The kind with a key; empty for what was never one. */
		public static Optional<Kind> of(String key) {
			return Arrays.stream(values()).filter((kind) -> kind.key().equals(key)).findFirst();
		}

		public Text words() {
			return this.words;
		}

	}

	public ChainLink {
		facts = List.copyOf(facts);
	}

	/** Seals facts behind the link that has the hash {@code previous}. */
	public static ChainLink seal(String plan, long number, Kind kind, @Nullable UUID submission, Instant recordedAt,
			@Nullable String previous, List<ChainFact> facts) {
		ChainLink open = new ChainLink(plan, number, kind, submission, recordedAt, previous, "", facts);
		return new ChainLink(plan, number, kind, submission, recordedAt, previous, open.computed(), facts);
	}

	/** The hash that its content gives. */
	String computed() {
		Canonical text = new Canonical().put("previous", this.previous)
			.put("plan", this.plan)
			.put("number", Long.toString(this.number))
			.put("kind", this.kind.key())
			.put("submission", (this.submission != null) ? this.submission.toString() : null)
			.put("recorded-at", this.recordedAt.toString())
			.put("facts", Integer.toString(this.facts.size()));
		return Digests.sha256(Stream.concat(Stream.of(text), this.facts.stream()
			.map((fact) -> new Canonical().put("fact", fact.id()).put("content", fact.content()))));
	}

	/** Whether its own content still gives the hash that was kept. */
	boolean isIntact() {
		return computed().equals(this.hash);
	}

}
