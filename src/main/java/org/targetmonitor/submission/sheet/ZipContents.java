package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.targetmonitor.input.Text;

/**
 * Looks through a zip before anything is built from it: how large it becomes, and what is
 * in it.
 */
final class ZipContents {

	/** Unpacked; a sheet for some dozen figures has some ten thousand bytes. */
	static final int MOST_BYTES = 10 * 1024 * 1024;

	private static final int MOST_ENTRIES = 500;

	private static final Opening.Refused BOMB = new Opening.Refused("zip-bomb", new Text("文件解压后过大，已拒绝读取；请使用本页下载的报送表",
			"the file becomes too large when unpacked and is not read; use the template of this page"));

	private static final Opening.Refused MACROS = new Opening.Refused("macros", new Text("文件含有宏，不予接收；请另存为不含宏的 .xlsx",
			"the file has macros and is not taken; save it as .xlsx without macros"));

	private static final Opening.Refused ENTITIES = new Opening.Refused("doctype", new Text("文件内含外部引用声明（DOCTYPE），不予接收",
			"the file declares a document type, which no spreadsheet needs; not taken"));

	private final Set<String> names = new HashSet<>();

	private boolean declaresType;

	private ZipContents() {
	}

	/** Why the zip is not opened, if it is not. */
	static Optional<Opening.Refused> refusal(byte[] file) {
		ZipContents contents = new ZipContents();
		try {
			return contents.isTooLarge(file) ? Optional.of(BOMB) : contents.refusal();
		}
		catch (IOException | IllegalArgumentException ex) {
			return Optional.of(SheetFile.DAMAGED);
		}
	}

	private boolean isTooLarge(byte[] file) throws IOException {
		long total = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				this.names.add(entry.getName().toLowerCase(Locale.ROOT));
				byte[] content = atMost(zip, MOST_BYTES - total);
				total += content.length;
				if (total >= MOST_BYTES || this.names.size() > MOST_ENTRIES) {
					return true;
				}
				this.declaresType |= new String(content, StandardCharsets.ISO_8859_1).replace("\0", "")
					.contains("<!DOCTYPE");
			}
		}
		return false;
	}

	private static byte[] atMost(ZipInputStream zip, long most) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
			content.write(buffer, 0, read);
			if (content.size() >= most) {
				break;
			}
		}
		return content.toByteArray();
	}

	private Optional<Opening.Refused> refusal() {
		if (this.names.stream().anyMatch((name) -> name.endsWith("vbaproject.bin") || name.contains("macrosheets/"))) {
			return Optional.of(MACROS);
		}
		if (this.names.contains("xl/workbook.bin")) {
			return other(".xlsb");
		}
		if (this.names.contains("content.xml")) {
			return other("OpenDocument（.ods）");
		}
		if (!this.names.contains("xl/workbook.xml")) {
			return Optional.of(SheetFile.NO_SPREADSHEET);
		}
		return this.declaresType ? Optional.of(ENTITIES) : Optional.empty();
	}

	private static Optional<Opening.Refused> other(String format) {
		return Optional.of(new Opening.Refused("format",
				Text.format("不能读取%s格式；请另存为 .xlsx 后再上传", "%s is not read; save it as .xlsx and send that", format)));
	}

}
