package org.targetmonitor.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * What is kept of a plan beside its chain, and must agree with it.
 *
 * @param head where the chain ends
 * @param listed whether the plan is in the table of plans
 * @param start the hash noted of the link that sealed what was there before the chain;
 * null where there was nothing
 * @param owed whether somebody noted that a start is still to be made; the monitor leaves
 * no such note
 * @param begunAt when the chains began; null where that is gone
 * @param begunWith the hash of the plan's start as it was noted when the chains began
 * @param asSaid whether that note is the one that the audit speaks of
 * @param since when the plan was first recorded; null where that is gone
 * @param unlisted the indicators that have facts and are not in the table of targets, in
 * one text; null for none
 */
public record ChainRecord(Chain.Head head, boolean listed, @Nullable String start, boolean owed,
		@Nullable Instant begunAt, @Nullable String begunWith, boolean asSaid, @Nullable Instant since,
		@Nullable String unlisted) {

	private static final Text NOT_AS_SAID = new Text("启用数据链的登记与审计日志所记不符",
			"what was noted when the chains began is not what the audit says of it");

	/** What does not agree even before a link is read. */
	List<Text> faults() {
		List<Text> faults = new ArrayList<>();
		if (!this.listed) {
			faults.add(new Text("不在计划表中", "is missing from the table of plans"));
		}
		if (this.begunAt == null) {
			faults.add(new Text("数据链启用的登记缺失", "when the chains began is not on record any more"));
		}
		if (this.unlisted != null) {
			faults.add(Text.format("指标登记缺失：%s", "indicators are missing from the table of targets: %s", this.unlisted));
		}
		if (this.owed) {
			faults.add(new Text("被人为登记为待起始封存", "was noted by hand as still to be sealed"));
		}
		return faults;
	}

	/** What is wrong with a link that says it sealed what was there before the chain. */
	Optional<Text> falseStart(ChainLink link) {
		if (!link.hash().equals(this.start)) {
			return Optional.of(new Text("起始封存没有登记", "this start was never noted"));
		}
		if (this.begunAt != null && link.recordedAt().isAfter(this.begunAt)) {
			return Optional
				.of(Text.format("起始封存晚于数据链的启用（%s）", "this start is later than the chains began (%s)", this.begunAt));
		}
		if (this.begunAt != null && this.since != null && this.since.isAfter(this.begunAt)) {
			return Optional.of(Text.format("计划登记于数据链启用之后（%s），不应有起始封存",
					"the plan was recorded after the chains began (%s) and can have no start", this.since));
		}
		if (!link.hash().equals(this.begunWith)) {
			return Optional.of(new Text("起始封存与启用数据链时登记的不符", "this start is not the one noted when the chains began"));
		}
		return this.asSaid ? Optional.empty() : Optional.of(NOT_AS_SAID);
	}

	/** What is wrong with the note of the chains' beginning where no link is a start. */
	Optional<Text> falseNote() {
		return (this.asSaid || this.begunAt == null) ? Optional.empty() : Optional.of(NOT_AS_SAID);
	}

}
