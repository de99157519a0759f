package org.targetmonitor.account.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** Draws a text as a QR code. */
final class QrCode {

	private QrCode() {
	}

	/**
	 * The dark modules as the path of an SVG whose view box is as wide as {@link #size}.
	 */
	static String path(String text) {
		BitMatrix modules = modules(text);
		StringBuilder path = new StringBuilder();
		for (int row = 0; row < modules.getHeight(); row++) {
			for (int column = 0; column < modules.getWidth(); column++) {
				if (modules.get(column, row)) {
					path.append("M%d,%dh1v1h-1z".formatted(column, row));
				}
			}
		}
		return path.toString();
	}

	/** How many modules it is wide and high, with its quiet zone. */
	static int size(String text) {
		return modules(text).getWidth();
	}

	private static BitMatrix modules(String text) {
		try {
			return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
		}
		catch (WriterException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
