package org.targetmonitor.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * What the verification of the audit's chain found.
 *
 * @param head where the chain ends
 * @param start what was sealed when the chain began; null where that is gone
 * @param archived up to which link events and links may have been moved elsewhere, 0 for
 * none
 * @param breaks where it does not hold, the first place first; not all of many
 * @param count how many such places there are
 */
public record AuditReport(AuditChain.Head head, @Nullable Start start, long archived, List<Break> breaks, long count) {

	/**
	 * The events that were there before the chain.
	 *
	 * @param sealedAt when they were sealed as they were then
	 * @param events how many
	 * @param hash the hash of the last of them, null for none
	 */
	public record Start(Instant sealedAt, long events, @Nullable String hash) {
	}

	/**
	 * Where the chain does not hold.
	 *
	 * @param number the link, 0 for what is in no link
	 * @param what which record does not fit
	 * @param detail what the record says, for those who may read the audit; null for
	 * nothing
	 */
	public record Break(long number, Text what, @Nullable Text detail) {

		/** The whole in one sentence. */
		public Text sentence() {
			return (this.detail != null) ? Text.format("%s：%s", "%s: %s", this.what, this.detail) : this.what;
		}

	}

	public AuditReport {
		breaks = List.copyOf(breaks);
	}

	/** Of a chain that cannot be read at all. */
	public static AuditReport unreadable(AuditChain.Head head, String why) {
		Break broken = new Break(0, new Text("无法读取审计记录", "the audit cannot be read"), Text.same(why));
		return new AuditReport(head, null, 0, List.of(broken), 1);
	}

	public boolean whole() {
		return this.count == 0;
	}

}
