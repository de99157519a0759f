package org.targetmonitor.submission.sheet;

import org.targetmonitor.input.Text;

/** Ends the reading of a file at once, wherever in it that is decided. */
final class Unreadable extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient Opening.Refused refused;

	Unreadable(Opening.Refused refused) {
		super(refused.reason().en());
		this.refused = refused;
	}

	Unreadable(Opening.Refused refused, Throwable cause) {
		super(refused.reason().en(), cause);
		this.refused = refused;
	}

	static Unreadable tooLarge(Text reason) {
		return new Unreadable(new Opening.Refused("too-large", reason));
	}

	Opening.Refused refused() {
		return this.refused;
	}

}
