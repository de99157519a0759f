package org.targetmonitor.submission.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import org.targetmonitor.input.Text;

/**
 * Opens an old Office file: an .xls, or the cover of an encrypted .xlsx. What is only
 * marked read-only is encrypted with a password that everybody knows, and opens.
 */
final class OleFile {

	static final Opening.Refused ENCRYPTED = new Opening.Refused("encrypted", new Text("文件设有打开密码，无法读取；请去掉密码后再上传",
			"the file is protected by a password and cannot be read; remove the password"));

	private static final Opening.Refused MACROS = new Opening.Refused("macros", new Text("文件含有宏，不予接收；请另存为不含宏的 .xlsx",
			"the file has macros and is not taken; save it as .xlsx without macros"));

	/** Excel writes 100,000; the work of trying a password grows with it. */
	private static final int MOST_SPINS = 200_000;

	private static final int LONGEST_INFO = 65_536;

	private OleFile() {
	}

	static Opening open(byte[] file) {
		try (POIFSFileSystem contents = new POIFSFileSystem(new ByteArrayInputStream(file))) {
			DirectoryNode root = contents.getRoot();
			if (root.hasEntryCaseInsensitive("EncryptionInfo")) {
				return decrypted(contents, file.length).map(XlsxFile::open).orElse(ENCRYPTED);
			}
			Optional<Opening.Refused> refusal = refusal(root);
			return refusal.isPresent() ? refusal.get() : XlsFile.open(contents);
		}
		catch (EncryptedDocumentException ex) {
			return ENCRYPTED;
		}
		catch (IOException | GeneralSecurityException ex) {
			return SheetFile.DAMAGED;
		}
	}

	private static Optional<Opening.Refused> refusal(DirectoryNode root) {
		if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("Macros")) {
			return Optional.of(MACROS);
		}
		boolean workbook = root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book");
		return workbook ? Optional.empty() : Optional.of(SheetFile.NO_SPREADSHEET);
	}

	/** The file within, where the password is the one that everybody knows. */
	private static Optional<byte[]> decrypted(POIFSFileSystem contents, int most)
			throws IOException, GeneralSecurityException {
		if (contents.getRoot().getEntryCaseInsensitive("EncryptionInfo") instanceof DocumentEntry info
				&& info.getSize() <= LONGEST_INFO) {
			EncryptionInfo encryption = new EncryptionInfo(contents);
			Decryptor decryptor = encryption.getDecryptor();
			if (encryption.getVerifier().getSpinCount() <= MOST_SPINS
					&& decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
				try (InputStream within = decryptor.getDataStream(contents)) {
					return Optional.of(within.readNBytes(most));
				}
			}
		}
		return Optional.empty();
	}

}
