package org.targetmonitor.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.input.Text;

/** Verifies the audit's chain while it is read, link by link. */
public final class AuditVerification {

	/** Nobody reads more, and an answer must not grow with what somebody destroyed. */
	private static final int MOST = 1000;

	private final AuditChain.Head head;

	private final AuditReport.@Nullable Start start;

	private final AuditAnchor anchor;

	private final List<AuditReport.Break> breaks = new ArrayList<>();

	private long count;

	private long expected;

	private @Nullable String previous;

	/**
	 * @param head where the chain ends, null where that is gone
	 * @param start what was sealed when the chain began, null where that is gone
	 * @param anchor behind which link the verification begins
	 */
	public AuditVerification(AuditChain.@Nullable Head head, AuditReport.@Nullable Start start, AuditAnchor anchor) {
		this.head = (head != null) ? head : new AuditChain.Head(0, null);
		this.start = start;
		this.anchor = anchor;
		this.expected = anchor.number() + 1;
		this.previous = anchor.hash();
		if (head == null) {
			broken(0, new Text("链尾缺失", "the end of the chain is missing"));
		}
		if (start == null) {
			broken(0, new Text("审计链启用的登记缺失", "when the chain began is not on record any more"));
		}
	}

	/**
	 * The next link.
	 * @param present the event as it is at present; null where it is gone
	 */
	public void link(AuditSeal link, @Nullable String present) {
		if (link.number() != this.expected) {
			gap(this.expected, link.number() - 1);
		}
		else if (!link.follows(this.previous)) {
			broken(link.number(), new Text("与前一条的哈希不衔接", "does not follow the hash of the one before"));
		}
		compare(link, present);
		if (this.start != null && link.number() == this.start.events() && !link.hash().equals(this.start.hash())) {
			broken(link.number(), new Text("与启用审计链时登记的哈希不符", "is not what was noted when the chain began"));
		}
		this.expected = link.number() + 1;
		this.previous = link.hash();
	}

	private void compare(AuditSeal link, @Nullable String present) {
		if (!link.isIntact()) {
			broken(link.number(), new Text("封存内容与其哈希不符", "its content does not give its hash"));
		}
		else if (present == null) {
			broken(link.number(), new Text("记录已不存在", "the record is not there any more"),
					Text.same(link.content().strip().replace('\n', ' ')));
		}
		else if (!present.equals(link.content())) {
			broken(link.number(), new Text("记录被改动", "the record was changed"),
					Canonical.differences(link.content(), present));
		}
	}

	/** An event that no link has. */
	public void outside(String event) {
		broken(0, Text.format("记录 %s 不在链中", "record %s is in no link", event));
	}

	/** What was found, after the last link. */
	public AuditReport report() {
		if (this.head.number() >= this.expected) {
			gap(this.expected, this.head.number());
		}
		else if (this.head.number() < this.expected - 1 || !Objects.equals(this.head.hash(), this.previous)) {
			broken(this.head.number(), new Text("与所记链尾不符", "is not the end that was kept"));
		}
		return new AuditReport(this.head, this.start, this.anchor.number(), this.breaks, this.count);
	}

	private void gap(long from, long to) {
		broken(from,
				(from == to) ? new Text("缺失", "missing") : Text.format("至第%d条均缺失", "missing, as all up to %d are", to));
	}

	private void broken(long number, Text what) {
		broken(number, what, null);
	}

	private void broken(long number, Text what, @Nullable Text detail) {
		this.count++;
		if (this.breaks.size() < MOST) {
			Text where = (number == 0) ? what : Text.format("第%d条：%s", "event %d: %s", number, what);
			this.breaks.add(new AuditReport.Break(number, where, detail));
		}
	}

}
