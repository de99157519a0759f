package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number formats of an .xlsx by the style that a cell names. */
final class XlsxStyles implements XmlPart.Listener {

	/** As many as Excel takes. */
	private static final int MOST = 65_490;

	private final Map<Integer, String> codes = new HashMap<>();

	private final List<Integer> formats = new ArrayList<>();

	private boolean ofCells;

	/** The number of a style's format; General where nothing is said. */
	int format(int style) {
		return (style >= 0 && style < this.formats.size()) ? this.formats.get(style) : 0;
	}

	/** A format's code, empty where the file gives none. */
	String code(int format) {
		return this.codes.getOrDefault(format, "");
	}

	@Override
	public void start(String element, XmlPart part) {
		switch (element) {
			case "numFmt" -> {
				if (this.codes.size() < MOST) {
					this.codes.putIfAbsent(part.number("numFmtId", 0), part.attribute("formatCode"));
				}
			}
			case "cellXfs" -> this.ofCells = true;
			case "xf" -> {
				if (this.ofCells && this.formats.size() < MOST) {
					this.formats.add(part.number("numFmtId", 0));
				}
			}
			default -> {
			}
		}
	}

	@Override
	public void end(String element) {
		this.ofCells &= !element.equals("cellXfs");
	}

}
