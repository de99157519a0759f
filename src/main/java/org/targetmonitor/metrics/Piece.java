package org.targetmonitor.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a part of a standing adds to each family of an exposition.
 *
 * @param families the families by name
 */
record Piece(Map<String, Family> families) {

	private static final byte LINE_END = '\n';

	private static final byte COMMENT = '#';

	/**
	 * One family.
	 *
	 * @param header what stands once above its samples, of whatever piece
	 * @param samples the lines of this piece
	 */
	record Family(Block header, Block samples) {
	}

	/** Takes an exposition, without its end, apart. */
	static Piece of(byte[] written) {
		Map<String, Family> families = new LinkedHashMap<>();
		int start = 0;
		while (start < written.length) {
			int samples = skip(written, start, true);
			int end = skip(written, samples, false);
			families.put(name(written, start),
					new Family(block(written, start, samples), block(written, samples, end)));
			start = end;
		}
		return new Piece(families);
	}

	/** The end of the lines that are comments, or that are none. */
	private static int skip(byte[] written, int start, boolean comments) {
		int line = start;
		while (line < written.length && (written[line] == COMMENT) == comments) {
			while (written[line] != LINE_END) {
				line++;
			}
			line++;
		}
		return line;
	}

	/** The third word of a comment: {@code # TYPE name gauge}. */
	private static String name(byte[] written, int start) {
		int end = start;
		while (written[end] != LINE_END) {
			end++;
		}
		return new String(written, start, end - start, StandardCharsets.UTF_8).split(" ", 4)[2];
	}

	private static Block block(byte[] written, int start, int end) {
		return new Block(Arrays.copyOfRange(written, start, end));
	}

}
