package org.targetmonitor.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * A plan's chain of links beside the facts as they are at present.
 *
 * @param head where the chain ends, kept beside the chain
 * @param start the hash of the link that sealed what was there before the chain, as it
 * was noted when that was done; null if nothing was
 * @param links the links by number
 * @param present the present content of every fact, by its id
 */
public record Chain(Head head, @Nullable String start, List<ChainLink> links, Map<String, String> present) {

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

	public Chain {
		links = List.copyOf(links);
		present = Map.copyOf(present);
	}

	/**
	 * Every place where links, facts and head do not fit together; none of a chain that
	 * holds. The first one comes first.
	 */
	public List<ChainBreak> breaks() {
		List<ChainBreak> breaks = new ArrayList<>();
		long expected = 1;
		String previous = null;
		badStart().ifPresent(breaks::add);
		for (ChainLink link : this.links) {
			if (link.number() != expected) {
				breaks.add(gap(expected, link.number() - 1));
			}
			else if (!Objects.equals(link.previous(), previous)) {
				breaks.add(at(link, new Text("与前一链节的哈希不衔接", "does not follow the hash of the link before")));
			}
			breaks.addAll(breaks(link));
			expected = link.number() + 1;
			previous = link.hash();
		}
		if (this.head.number() >= expected) {
			breaks.add(gap(expected, this.head.number()));
		}
		else if (this.head.number() < expected - 1 || !Objects.equals(this.head.hash(), previous)) {
			breaks.add(new ChainBreak(this.head.plan(), this.head.number(), new Text("链尾", "end of the chain"),
					new Text("与所记链尾不符", "is not the one that was kept")));
		}
		breaks.addAll(unsealed());
		return breaks;
	}

	/** A plan is there with its first link; what was there before is sealed once. */
	private Optional<ChainBreak> badStart() {
		ChainLink first = this.links.isEmpty() ? null : this.links.getFirst();
		if (first == null && this.head.number() == 0) {
			return Optional
				.of(new ChainBreak(this.head.plan(), 1, new Text("整条链", "the whole chain"), new Text("缺失", "missing")));
		}
		if (this.start != null && (first == null || !this.start.equals(first.hash()))) {
			return Optional.of(new ChainBreak(this.head.plan(), 1, new Text("链首", "beginning of the chain"),
					new Text("不是登记过的起始封存", "is not the start that was noted")));
		}
		return this.links.stream()
			.filter((link) -> link.kind() == ChainLink.Kind.START && !link.hash().equals(this.start))
			.findFirst()
			.map((link) -> at(link, new Text("起始封存没有登记", "this start was never noted")));
	}

	private List<ChainBreak> breaks(ChainLink link) {
		if (!link.isIntact()) {
			return List.of(at(link, new Text("链节内容与其哈希不符", "its content does not give its hash")));
		}
		return link.facts()
			.stream()
			.filter((fact) -> !fact.content().equals(this.present.get(fact.id())))
			.map((fact) -> at(link, difference(fact)))
			.toList();
	}

	private Text difference(ChainFact fact) {
		Text which = ChainFact.words(fact.id());
		String now = this.present.get(fact.id());
		return (now == null) ? Text.format("%s已不存在", "%s is not there any more", which)
				: Text.format("%s被改动：%s", "%s was changed: %s", which, fact.differences(now));
	}

	private List<ChainBreak> unsealed() {
		Set<String> unsealed = new TreeSet<>(this.present.keySet());
		Set<String> sealed = new HashSet<>();
		this.links.forEach((link) -> link.facts().forEach((fact) -> sealed.add(fact.id())));
		unsealed.removeAll(sealed);
		return unsealed.stream()
			.map((id) -> new ChainBreak(this.head.plan(), 0, new Text("链外记录", "outside the chain"),
					Text.format("%s不在任何链节中", "%s is in no link", ChainFact.words(id))))
			.toList();
	}

	private ChainBreak gap(long from, long to) {
		Text where = (from == to) ? Text.format("第%d号链节", "link %d", from)
				: Text.format("第%d至%d号链节", "links %d to %d", from, to);
		return new ChainBreak(this.head.plan(), from, where, new Text("缺失", "missing"));
	}

	private static ChainBreak at(ChainLink link, Text what) {
		Text where = Text.format("第%d号链节（%s）", "link %d (%s)", link.number(), named(link));
		return new ChainBreak(link.plan(), link.number(), where, what);
	}

	private static Text named(ChainLink link) {
		return (link.submission() == null) ? link.kind().words()
				: Text.format("%s，报送 %s", "%s, submission %s", link.kind().words(), link.submission());
	}

}
