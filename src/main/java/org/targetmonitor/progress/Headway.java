package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.submission.Revision;

/**
 * How much of the year's quantity is done, and how much should be.
 *
 * @param done the share done, 1 is all
 * @param pace the share that should be done by now
 * @param basis what the pace is taken from
 * @param from the revisions the pace was taken from: last year's figure of the same
 * period and of the whole year; else none
 * @param other the pace that was not chosen, said beside; null where there is none
 */
public record Headway(BigDecimal done, BigDecimal pace, Text basis, List<Revision> from, @Nullable Other other) {

	public Headway {
		from = List.copyOf(from);
	}

	/** With a pace that rests on no figure. */
	static Headway of(BigDecimal done, BigDecimal pace, Text basis) {
		return new Headway(done, pace, basis, List.of(), null);
	}

	/** A pace that another reader may go by. */
	public record Other(BigDecimal pace, Text basis) {
	}

	/** The same with another pace beside it. */
	Headway beside(Headway another) {
		return new Headway(this.done, this.pace, this.basis, this.from, new Other(another.pace, another.basis));
	}

}
