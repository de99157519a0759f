package org.targetmonitor.account.web;

import java.io.ByteArrayOutputStream;

/** Writes secrets in the letters and digits that authenticators take (RFC 4648). */
final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private Base32() {
	}

	/** Encodes bytes, without padding. */
	static String encode(byte[] bytes) {
		StringBuilder text = new StringBuilder();
		int buffer = 0;
		int bits = 0;
		for (byte next : bytes) {
			buffer = (buffer << 8) | (next & 0xff);
			bits += 8;
			while (bits >= 5) {
				bits -= 5;
				text.append(ALPHABET.charAt((buffer >> bits) & 31));
			}
			buffer &= (1 << bits) - 1;
		}
		return (bits > 0) ? text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31)).toString() : text.toString();
	}

	/** Decodes what {@link #encode} made. */
	static byte[] decode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int buffer = 0;
		int bits = 0;
		for (int position = 0; position < text.length(); position++) {
			buffer = (buffer << 5) | ALPHABET.indexOf(text.charAt(position));
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				bytes.write(buffer >> bits);
				buffer &= (1 << bits) - 1;
			}
		}
		return bytes.toByteArray();
	}

}
