package org.targetmonitor.input.tree;

import org.targetmonitor.input.Text;

/** The characters are no YAML or JSON at all. */
public final class Unparsable extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient Text reason;

	Unparsable(Text reason, Throwable cause) {
		super(reason.en(), cause);
		this.reason = reason;
	}

	public Text reason() {
		return this.reason;
	}

}
