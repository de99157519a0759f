package org.targetmonitor.submission.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.AuditChain;
import org.targetmonitor.account.AuditReport;
import org.targetmonitor.input.Text;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainBreak;
import org.targetmonitor.submission.ChainReport;

/**
 * A chain in an answer or on the page: a plan's, or the audit's.
 *
 * @param plan the plan's code; null for the audit
 * @param links how many links it has
 * @param head the hash of the last one
 * @param whole whether it holds; null where that was not verified
 * @param breaks in how many places it does not
 * @param broken those places, the first one first; not all of very many
 * @param start what was sealed when the chain began; null where nothing was, or where it
 * was not verified
 * @param notes what is worth knowing and breaks nothing
 */
public record ChainRow(@Nullable String plan, long links, @Nullable String head, @Nullable Boolean whole, long breaks,
		List<Place> broken, @Nullable Start start, List<String> notes) {

	/**
	 * Where it is broken, in the reader's language; link 0 stands for what is in none.
	 */
	public record Place(long link, String what) {
	}

	/** When how many records that were there before were sealed. */
	public record Start(Instant sealedAt, long facts) {
	}

	static ChainRow unverified(Chain.Head head) {
		return new ChainRow(head.plan(), head.number(), head.hash(), null, 0, List.of(), null, List.of());
	}

	static ChainRow unverified(AuditChain.Head head) {
		return new ChainRow(null, head.number(), head.hash(), null, 0, List.of(), null, List.of());
	}

	/**
	 * A plan's chain.
	 * @param told whether the reader sees all of the plan, and so what differs; others
	 * are told where
	 */
	static ChainRow verified(ChainReport report, boolean told, Locale locale) {
		ChainReport.Start start = report.start();
		return new ChainRow(report.head().plan(), report.head().number(), report.head().hash(), report.whole(),
				report.count(),
				report.breaks()
					.stream()
					.map((broken) -> new Place(broken.number(), words(broken, told).in(locale)))
					.toList(),
				(start != null) ? new Start(start.sealedAt(), start.facts()) : null,
				report.notes().stream().map((note) -> note.in(locale)).toList());
	}

	/**
	 * The audit's chain.
	 * @param reads whether the reader may read the audit; others are told which record
	 * differs, not what it says
	 */
	static ChainRow verified(AuditReport report, boolean reads, Locale locale) {
		AuditReport.Start start = report.start();
		List<String> notes = new ArrayList<>();
		if (report.archived() > 0) {
			notes.add(Text
				.format("前%d条按配置已归档，自第%d条起校验", "the first %d events are archived by configuration, verified from %d on",
						report.archived(), report.archived() + 1)
				.in(locale));
		}
		return new ChainRow(null, report.head().number(), report.head().hash(), report.whole(), report.count(),
				report.breaks()
					.stream()
					.map((broken) -> new Place(broken.number(), (reads ? broken.sentence() : broken.what()).in(locale)))
					.toList(),
				(start != null && start.events() > 0) ? new Start(start.sealedAt(), start.events()) : null, notes);
	}

	private static Text words(ChainBreak broken, boolean told) {
		return told ? broken.sentence() : broken.where();
	}

	boolean isBroken() {
		return Boolean.FALSE.equals(this.whole);
	}

}
