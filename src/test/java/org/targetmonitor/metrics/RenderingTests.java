package org.targetmonitor.metrics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.targetmonitor.support.Tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** Plain and compressed are the same bytes, and what is compressed is one gzip member. */
class RenderingTests {

	private static final int GZIP_HEADER = 10;

	private static final int GZIP_TRAILER = 8;

	static final List<Arguments> PARTS = List.of(argumentSet("both empty", bytes(""), bytes("")),
			argumentSet("a standing alone", bytes("up 1\n"), bytes("")),
			argumentSet("a tail alone", bytes(""), bytes("# EOF\n")),
			argumentSet("both short", bytes("targetmonitor_actual{plan=\"余杭\"} 0.06\n"), bytes("jvm_threads 9\n")),
			argumentSet("one buffer, exactly", series(64 * 1024), series(64 * 1024)),
			argumentSet("many buffers", series(5_000_000), series(300_000)),
			argumentSet("incompressible, less than a buffer", noise(1, 60_000), noise(2, 60_000)),
			// The compressed form has to end exactly where a buffer does, or a byte
			// beside it
			argumentSet("incompressible, about a buffer", noise(3, 64 * 1024 - 15), noise(4, 64 * 1024 - 5)),
			argumentSet("incompressible, many buffers", noise(5, 1_000_000), noise(6, 200_000)));

	@ParameterizedTest
	@FieldSource("PARTS")
	void plainAndGzipAreTheSameBytes(byte[] standing, byte[] tail) throws IOException {
		Rendering rendering = rendering(standing);
		ByteArrayOutputStream expected = new ByteArrayOutputStream();
		expected.write(standing);
		expected.write(tail);
		assertThat(Received.of(rendering.plain(tail))).isEqualTo(expected.toByteArray());
		assertThat(unzipped(Received.of(rendering.gzip(tail)))).isEqualTo(expected.toByteArray());
	}

	@ParameterizedTest
	@FieldSource("PARTS")
	void gzipIsOneMember(byte[] standing, byte[] tail) throws DataFormatException {
		byte[] zipped = Received.of(rendering(standing).gzip(tail));
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(zipped, GZIP_HEADER, zipped.length - GZIP_HEADER);
			byte[] room = new byte[standing.length + tail.length + 1];
			int length = 0;
			while (!inflater.finished()) {
				length += inflater.inflate(room, length, room.length - length);
			}
			assertThat(length).isEqualTo(standing.length + tail.length);
			assertThat(inflater.getRemaining()).as("bytes behind the first member's data").isEqualTo(GZIP_TRAILER);
		}
		finally {
			inflater.end();
		}
	}

	@Test
	void everySizeAroundTheBufferCompressesRight() throws IOException {
		for (int size = 64 * 1024 - 40; size <= 64 * 1024 + 10; size++) {
			byte[] standing = noise(size, size);
			assertThat(unzipped(Received.of(rendering(standing).gzip(standing)))).as("%d bytes", size)
				.startsWith(standing)
				.endsWith(standing)
				.hasSize(2 * size);
		}
	}

	@Test
	void servesManyTailsBehindOneStanding() throws IOException {
		Rendering rendering = rendering(series(100_000));
		byte[] first = Received.of(rendering.gzip(bytes("process_uptime_seconds 1\n")));
		byte[] second = Received.of(rendering.gzip(bytes("process_uptime_seconds 22\n")));
		assertThat(unzipped(first)).endsWith(bytes("seconds 1\n"));
		assertThat(unzipped(second)).endsWith(bytes("seconds 22\n"));
	}

	@Test
	void commandLineGzipReadsIt() throws IOException, InterruptedException {
		Tool gzip = Tool.named("gzip");
		byte[] zipped = Received.of(rendering(series(200_000)).gzip(series(9_000)));
		assertThat(gzip.run(zipped, "-t").complaint()).isEmpty();
	}

	@Test
	void compressesAsWellAsGzipInOneGo() {
		byte[] standing = series(1_000_000);
		assertThat(Received.of(rendering(standing).gzip(bytes("# EOF\n")))).hasSizeLessThan(standing.length / 10);
	}

	private static Rendering rendering(byte[] standing) {
		return new Rendering(List.of(new Block(standing)));
	}

	private static byte[] unzipped(byte[] zipped) throws IOException {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			return in.readAllBytes();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] series(int length) {
		StringBuilder text = new StringBuilder(length + 100);
		for (int n = 0; text.length() < length; n++) {
			text.append("targetmonitor_margin_ratio{plan=\"plan-")
				.append(n / 15)
				.append("\",indicator=\"gdp\"} 0.00")
				.append(n % 7)
				.append('\n');
		}
		return bytes(text.substring(0, length));
	}

	/** What no compressor makes smaller; the same for the same seed. */
	private static byte[] noise(long seed, int length) {
		byte[] noise = new byte[length];
		new Random(seed).nextBytes(noise);
		return noise;
	}

}
