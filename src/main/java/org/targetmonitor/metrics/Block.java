package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

import org.jspecify.annotations.Nullable;

/**
 * Bytes of an exposition with their compressed form, made when it is first asked for.
 *
 * <p>
 * The compressed form is raw deflate flushed to a byte boundary without an end, so that
 * blocks can be put one behind the other in any order, and what is compressed with an end
 * behind them: together they are the data of one gzip member (RFC 1951, RFC 1952).
 */
final class Block {

	private final byte[] plain;

	private volatile byte @Nullable [] deflated;

	Block(byte[] plain) {
		this.plain = plain;
	}

	byte[] plain() {
		return this.plain;
	}

	byte[] deflated() {
		byte[] present = this.deflated;
		if (present == null) {
			present = deflate(this.plain, false);
			this.deflated = present;
		}
		return present;
	}

	/**
	 * Compresses bytes.
	 * @param end whether nothing comes behind them
	 */
	static byte[] deflate(byte[] bytes, boolean end) {
		Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		try {
			deflater.setInput(bytes);
			if (end) {
				deflater.finish();
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			byte[] buffer = new byte[Math.clamp(bytes.length, 64, 64 * 1024)];
			int length;
			do {
				length = deflater.deflate(buffer, 0, buffer.length, end ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
				out.write(buffer, 0, length);
			}
			while (length == buffer.length || (end && !deflater.finished()));
			return out.toByteArray();
		}
		finally {
			deflater.end();
		}
	}

}
