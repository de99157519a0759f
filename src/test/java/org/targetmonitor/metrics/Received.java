package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;

/** What a client has once all parts have come. */
final class Received {

	private Received() {
	}

	static byte[] of(Parts parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		parts.parts().forEach(all::writeBytes);
		return all.toByteArray();
	}

}
