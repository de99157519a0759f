package org.targetmonitor.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * What the verification of a plan's chain found.
 *
 * @param head where the chain ends
 * @param start what was sealed when the chain began; null where the plan is younger
 * @param breaks where it does not hold, the first place first; {@value #MOST} at most
 * @param count how many such places there are
 * @param notes what is worth knowing and breaks nothing
 */
public record ChainReport(Chain.Head head, @Nullable Start start, List<ChainBreak> breaks, long count,
		List<Text> notes) {

	/** Nobody reads more, and an answer must not grow with what somebody destroyed. */
	static final int MOST = 1000;

	/**
	 * What a plan held before there was a chain.
	 *
	 * @param sealedAt when it was sealed
	 * @param facts how many facts it was
	 */
	public record Start(Instant sealedAt, long facts) {
	}

	public ChainReport {
		breaks = List.copyOf(breaks);
		notes = List.copyOf(notes);
	}

	/** Of a chain that cannot be read at all. */
	public static ChainReport unreadable(Chain.Head head, String why) {
		ChainBreak broken = new ChainBreak(head.plan(), 0, new Text("整条链", "the whole chain"),
				Text.format("无法读取：%s", "it cannot be read: %s", why));
		return new ChainReport(head, null, List.of(broken), 1, List.of());
	}

	public boolean whole() {
		return this.count == 0;
	}

	/** Collects what is found. */
	static final class Builder {

		private final Chain.Head head;

		private final List<ChainBreak> breaks = new ArrayList<>();

		private final List<Text> notes = new ArrayList<>();

		private @Nullable Start start;

		private long count;

		Builder(Chain.Head head) {
			this.head = head;
		}

		void start(Start found) {
			this.start = (this.start != null) ? this.start : found;
		}

		void note(Text note) {
			if (this.notes.size() < MOST) {
				this.notes.add(note);
			}
		}

		void broken(ChainBreak broken) {
			this.count++;
			if (this.breaks.size() < MOST) {
				this.breaks.add(broken);
			}
		}

		/** The place of the last break that was kept; empty where it was one too many. */
		Optional<Integer> last() {
			return (this.count <= MOST) ? Optional.of(this.breaks.size() - 1) : Optional.empty();
		}

		void detail(int place, Text detail) {
			ChainBreak broken = this.breaks.get(place);
			this.breaks.set(place, new ChainBreak(broken.plan(), broken.number(), broken.where(),
					Text.format("%s：%s", "%s: %s", broken.what(), detail)));
		}

		ChainReport build() {
			return new ChainReport(this.head, this.start, this.breaks, this.count, this.notes);
		}

	}

}
