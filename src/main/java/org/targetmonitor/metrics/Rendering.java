package org.targetmonitor.metrics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Blocks of an exposition in their order, to which a part of the moment is added per
 * scrape. Plain or compressed, it is made of the blocks as they are.
 */
final class Rendering {

	private static final byte[] GZIP_HEADER = { 0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff };

	private final List<Block> blocks;

	private final int length;

	Rendering(List<Block> blocks) {
		this.blocks = List.copyOf(blocks);
		this.length = blocks.stream().mapToInt((block) -> block.plain().length).sum();
	}

	/**
	 * Puts pieces together: the samples of one family are to stand together, whatever
	 * piece they are of.
	 */
	static Rendering of(Collection<Piece> pieces) {
		Map<String, List<Block>> families = new TreeMap<>();
		pieces.forEach((piece) -> piece.families().forEach((name, family) -> {
			List<Block> blocks = families.computeIfAbsent(name, (key) -> new ArrayList<>(List.of(family.header())));
			blocks.add(family.samples());
		}));
		return new Rendering(families.values().stream().flatMap(List::stream).toList());
	}

	/** These bytes followed by {@code tail}. */
	Parts plain(byte[] tail) {
		List<byte[]> parts = new ArrayList<>(this.blocks.size() + 1);
		this.blocks.forEach((block) -> parts.add(block.plain()));
		parts.add(tail);
		return new Parts(parts);
	}

	/** These bytes followed by {@code tail}, as gzip. */
	Parts gzip(byte[] tail) {
		CRC32 checksum = new CRC32();
		List<byte[]> parts = new ArrayList<>(this.blocks.size() + 3);
		parts.add(GZIP_HEADER);
		for (Block block : this.blocks) {
			checksum.update(block.plain());
			parts.add(block.deflated());
		}
		checksum.update(tail);
		parts.add(Block.deflate(tail, true));
		parts.add(ByteBuffer.allocate(8)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt((int) checksum.getValue())
			.putInt(this.length + tail.length)
			.array());
		return new Parts(parts);
	}

}
