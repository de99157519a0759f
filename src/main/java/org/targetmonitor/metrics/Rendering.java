package org.targetmonitor.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Bytes of an exposition with their compressed form, made once, to which a part of the
 * moment is added per scrape.
 *
 * <p>
 * The compressed form is raw deflate flushed to a byte boundary without an end, so that
 * what is compressed later can be put behind it and the two are one gzip member, which
 * every client reads (RFC 1951, RFC 1952).
 */
final class Rendering {

	private static final byte[] GZIP_HEADER = { 0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff };

	private final byte[] plain;

	private final byte[] deflated;

	Rendering(byte[] plain) {
		this.plain = plain;
		this.deflated = deflate(plain, false);
	}

	/** These bytes followed by {@code tail}. */
	Parts plain(byte[] tail) {
		return Parts.of(this.plain, tail);
	}

	/** These bytes followed by {@code tail}, as gzip. */
	Parts gzip(byte[] tail) {
		CRC32 checksum = new CRC32();
		checksum.update(this.plain);
		checksum.update(tail);
		ByteBuffer trailer = ByteBuffer.allocate(8)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt((int) checksum.getValue())
			.putInt(this.plain.length + tail.length);
		return Parts.of(GZIP_HEADER, this.deflated, deflate(tail, true), trailer.array());
	}

	private static byte[] deflate(byte[] bytes, boolean end) {
		Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		try {
			deflater.setInput(bytes);
			if (end) {
				deflater.finish();
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			byte[] buffer = new byte[64 * 1024];
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
