package org.targetmonitor.submission.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import org.targetmonitor.input.Text;

/**
 * The parts of a zip, unpacked within bounds before anything is built from them. The
 * directory decides what is in it, as it does for Excel.
 */
final class ZipParts {

	/** Unpacked; a sheet for some dozen figures has some ten thousand bytes. */
	private static final int MOST_BYTES = 24 * 1024 * 1024;

	private static final int MOST_ENTRIES = 500;

	private static final byte[] DOCTYPE = { '<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E' };

	private static final Opening.Refused BOMB = new Opening.Refused("zip-bomb", new Text("文件解压后过大，已拒绝读取；请使用本页下载的报送表",
			"the file becomes too large when unpacked and is not read; use the template of this page"));

	private static final Opening.Refused ENTITIES = new Opening.Refused("doctype", new Text("文件内含外部引用声明（DOCTYPE），不予接收",
			"the file declares a document type, which no spreadsheet needs; not taken"));

	private final Map<String, byte[]> parts = new HashMap<>();

	private long bytes;

	private ZipParts() {
	}

	/**
	 * Unpacks a file.
	 * @throws Unreadable where it is damaged, too large or dangerous
	 */
	static ZipParts of(byte[] file) {
		ZipParts parts = new ZipParts();
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
			for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
				if (!entry.isDirectory()) {
					parts.add(name(entry.getName()), zip, entry);
				}
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new Unreadable(SheetFile.DAMAGED, ex);
		}
		return parts;
	}

	/** A part's name as it is looked up: some programs write it in other letters. */
	static String name(String given) {
		return given.replace('\\', '/').replaceFirst("^/+", "").toLowerCase(Locale.ROOT);
	}

	Optional<byte[]> part(String name) {
		return Optional.ofNullable(this.parts.get(name));
	}

	Set<String> names() {
		return this.parts.keySet();
	}

	private void add(String name, ZipFile zip, ZipArchiveEntry entry) throws IOException {
		try (InputStream in = zip.getInputStream(entry)) {
			byte[] content = atMost(in, MOST_BYTES - this.bytes);
			this.bytes += content.length;
			if (this.bytes >= MOST_BYTES || this.parts.size() >= MOST_ENTRIES) {
				throw new Unreadable(BOMB);
			}
			if (declaresType(content)) {
				throw new Unreadable(ENTITIES);
			}
			this.parts.put(name, isRead(name) ? content : new byte[0]);
		}
	}

	/** Pictures and the like are only counted. */
	private static boolean isRead(String name) {
		return name.endsWith(".xml") || name.endsWith(".rels");
	}

	private static byte[] atMost(InputStream in, long most) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			content.write(buffer, 0, read);
			if (content.size() >= most) {
				break;
			}
		}
		return content.toByteArray();
	}

	/** In any encoding whose letters are those of ASCII, be it two bytes each. */
	private static boolean declaresType(byte[] content) {
		int matched = 0;
		for (byte next : content) {
			if (next == DOCTYPE[matched]) {
				matched++;
			}
			else if (next != 0) {
				matched = (next == DOCTYPE[0]) ? 1 : 0;
			}
			if (matched == DOCTYPE.length) {
				return true;
			}
		}
		return false;
	}

}
