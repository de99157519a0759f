package org.targetmonitor.submission;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.input.Text;

/**
 * Verifies a plan's chain while it is read: first every fact as it is at present, then
 * link by link. Of facts only digests are held, so that a long history needs little room.
 */
public final class Chain {

	private final ChainRecord kept;

	private final ChainReport.Builder report;

	/** The digests of the present facts by their ids. */
	private final Map<String, String> present = new HashMap<>();

	private final Set<String> unsealed = new TreeSet<>();

	/** Sealed facts that differ from the present ones, by the place of their break. */
	private final Map<Integer, ChainFact> changed = new LinkedHashMap<>();

	private long expected = 1;

	private @Nullable String previous;

	private @Nullable Instant last;

	private boolean started;

	/**
	 * The end of a chain: whoever wrote it down elsewhere can tell later whether the
	 * chain was rewritten.
	 *
	 * @param plan the plan
	 * @param number how many links there are
	 * @param hash the last one's hash, null while there is none
	 */
	public record Head(String plan, long number, @Nullable String hash) {
	}

	/**
	 * @param kept what is kept beside the chain
	 */
	public Chain(ChainRecord kept) {
		this.kept = kept;
		this.report = new ChainReport.Builder(kept.head());
		kept.faults().forEach((what) -> broken(0, new Text("计划", "the plan"), what));
	}

	/** A fact as it is at present. */
	public void present(ChainFact fact) {
		if (this.present.put(fact.id(), fact.digest()) != null) {
			broken(0, new Text("链外记录", "outside the chain"),
					Text.format("%s有两条", "%s is there twice", ChainFact.words(fact.id())));
		}
		this.unsealed.add(fact.id());
	}

	/** A link that cannot be read. */
	public void unreadable(long number, @Nullable String hash, String why) {
		follows(number);
		broken(number, Text.format("第%d号链节", "link %d", number), Text.format("无法读取：%s", "it cannot be read: %s", why));
		this.previous = hash;
	}

	/** The next link. */
	public void link(ChainLink link) {
		if (follows(link.number()) && !Objects.equals(link.previous(), this.previous)) {
			broken(link, new Text("与前一链节的哈希不衔接", "does not follow the hash of the link before"));
		}
		if (link.kind() == ChainLink.Kind.START) {
			this.started = true;
			this.report.start(new ChainReport.Start(link.recordedAt(), link.facts().size()));
			this.kept.falseStart(link).ifPresent((what) -> broken(link, what));
		}
		else if (link.number() == 1 && this.kept.start() != null) {
			broken(1, new Text("链首", "beginning of the chain"),
					new Text("不是登记过的起始封存", "is not the start that was noted"));
		}
		noteTheClock(link);
		compare(link);
		this.previous = link.hash();
	}

	private boolean follows(long number) {
		boolean follows = number == this.expected;
		if (number < this.expected) {
			broken(number, Text.format("第%d号链节", "link %d", number), new Text("不应有此编号", "there can be no such number"));
		}
		else if (!follows) {
			gap(this.expected, number - 1);
		}
		this.expected = number + 1;
		return follows;
	}

	/* A clock set back is no forgery: it is said, not refused */
	private void noteTheClock(ChainLink link) {
		if (this.last != null && link.recordedAt().isBefore(this.last)) {
			this.report.note(Text.format("第%d号链节记于 %s，早于前一链节（%s）：系统时钟曾被调回",
					"link %d was recorded at %s, before the link that it follows (%s): the clock was set back",
					link.number(), link.recordedAt(), this.last));
		}
		this.last = link.recordedAt();
	}

	private void compare(ChainLink link) {
		link.facts().forEach((fact) -> this.unsealed.remove(fact.id()));
		if (!link.isIntact()) {
			broken(link, new Text("链节内容与其哈希不符", "its content does not give its hash"));
			return;
		}
		for (ChainFact fact : link.facts()) {
			String now = this.present.get(fact.id());
			if (now == null) {
				broken(link, Text.format("%s已不存在", "%s is not there any more", ChainFact.words(fact.id())));
			}
			else if (!now.equals(fact.digest())) {
				broken(link, Text.format("%s被改动", "%s was changed", ChainFact.words(fact.id())));
				this.report.last().ifPresent((place) -> this.changed.put(place, fact));
			}
		}
	}

	/**
	 * What was found, after the last link.
	 * @param contents reads the present facts with some ids once more, so that it can be
	 * said what differs
	 */
	public ChainReport report(Function<Set<String>, Map<String, String>> contents) {
		end();
		this.unsealed.forEach((id) -> broken(0, new Text("链外记录", "outside the chain"),
				Text.format("%s不在任何链节中", "%s is in no link", ChainFact.words(id))));
		if (!this.changed.isEmpty()) {
			Set<String> ids = new LinkedHashSet<>();
			this.changed.values().forEach((fact) -> ids.add(fact.id()));
			Map<String, String> now = contents.apply(ids);
			this.changed.forEach((place, fact) -> Optional.ofNullable(now.get(fact.id()))
				.ifPresent((content) -> this.report.detail(place, Canonical.differences(fact.content(), content))));
		}
		return this.report.build();
	}

	private void end() {
		if (!this.started) {
			this.kept.falseNote().ifPresent((what) -> broken(0, new Text("计划", "the plan"), what));
		}
		Head head = this.kept.head();
		if (head.number() == 0 && this.expected == 1) {
			broken(1, new Text("整条链", "the whole chain"), new Text("缺失", "missing"));
		}
		else if (head.number() >= this.expected) {
			gap(this.expected, head.number());
		}
		else if (head.number() < this.expected - 1 || !Objects.equals(head.hash(), this.previous)) {
			broken(head.number(), new Text("链尾", "end of the chain"),
					new Text("与所记链尾不符", "is not the one that was kept"));
		}
	}

	private void gap(long from, long to) {
		Text where = (from == to) ? Text.format("第%d号链节", "link %d", from)
				: Text.format("第%d至%d号链节", "links %d to %d", from, to);
		broken(from, where, new Text("缺失", "missing"));
	}

	private void broken(ChainLink link, Text what) {
		broken(link.number(), Text.format("第%d号链节（%s）", "link %d (%s)", link.number(), named(link)), what);
	}

	private void broken(long number, Text where, Text what) {
		this.report.broken(new ChainBreak(this.kept.head().plan(), number, where, what));
	}

	private static Text named(ChainLink link) {
		return (link.submission() == null) ? link.kind().words()
				: Text.format("%s，报送 %s", "%s, submission %s", link.kind().words(), link.submission());
	}

}
