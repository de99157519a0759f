package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import org.targetmonitor.input.Text;

/**
 * Looks through an old Office file before it is opened: encrypted, with macros, or none.
 */
final class OleContents {

	static final Opening.Refused ENCRYPTED = new Opening.Refused("encrypted", new Text("文件设有打开密码，无法读取；请去掉密码后再上传",
			"the file is protected by a password and cannot be read; remove the password"));

	private static final Opening.Refused MACROS = new Opening.Refused("macros", new Text("文件含有宏，不予接收；请另存为不含宏的 .xlsx",
			"the file has macros and is not taken; save it as .xlsx without macros"));

	private OleContents() {
	}

	/** Why the file is not opened, if it is not. */
	static Optional<Opening.Refused> refusal(byte[] file) {
		try (POIFSFileSystem contents = new POIFSFileSystem(new ByteArrayInputStream(file))) {
			return refusal(contents.getRoot());
		}
		catch (IOException | RuntimeException ex) {
			return Optional.of(SheetFile.DAMAGED);
		}
	}

	private static Optional<Opening.Refused> refusal(DirectoryNode root) {
		if (root.hasEntryCaseInsensitive("EncryptionInfo")) {
			return Optional.of(ENCRYPTED);
		}
		if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("Macros")) {
			return Optional.of(MACROS);
		}
		boolean workbook = root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book");
		return workbook ? Optional.empty() : Optional.of(SheetFile.NO_SPREADSHEET);
	}

}
