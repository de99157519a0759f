package org.targetmonitor.metrics;

import java.util.List;

/**
 * Bytes in parts, to be sent one after the other as they are: what many readers get is
 * kept once.
 *
 * @param parts the parts in their order; nobody changes them
 */
public record Parts(List<byte[]> parts) {

	public Parts {
		parts = List.copyOf(parts);
	}

	public long length() {
		return this.parts.stream().mapToLong((part) -> part.length).sum();
	}

}
