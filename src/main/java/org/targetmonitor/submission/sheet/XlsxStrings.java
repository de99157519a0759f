package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.targetmonitor.input.Text;

/**
 * The texts that the cells of an .xlsx share; how a word is read aloud does not belong to
 * one.
 */
final class XlsxStrings implements XmlPart.Listener {

	private static final int MOST = 100_000;

	/** How a character is written that XML cannot hold. */
	private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private final List<String> texts = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private boolean inText;

	private int aloud;

	/** The text with a number; one that is too long is longer than a cell may be. */
	String text(int number) {
		if (number < 0 || number >= this.texts.size()) {
			throw new Unreadable(SheetFile.DAMAGED);
		}
		return this.texts.get(number);
	}

	@Override
	public void start(String element, XmlPart part) {
		switch (element) {
			case "si" -> this.text.setLength(0);
			case "rPh" -> this.aloud++;
			case "t" -> this.inText = this.aloud == 0;
			default -> {
			}
		}
	}

	@Override
	public void text(XmlPart part) {
		if (this.inText) {
			part.appendTo(this.text, GridBuilder.LONGEST_CELL + 1);
		}
	}

	@Override
	public void end(String element) {
		switch (element) {
			case "si" -> add();
			case "rPh" -> this.aloud--;
			case "t" -> this.inText = false;
			default -> {
			}
		}
	}

	/** Trimmed once, however many cells name it. */
	private void add() {
		if (this.texts.size() >= MOST) {
			throw Unreadable
				.tooLarge(Text.format("表格过大：不同的文字超过%d条", "the file is too large: it has more than %d texts", MOST));
		}
		boolean tooLong = this.text.length() > GridBuilder.LONGEST_CELL;
		String plain = this.text.toString();
		this.texts.add(tooLong ? plain : Foldings.visible(unescaped(plain)));
	}

	static String unescaped(String text) {
		return text.contains("_x") ? ESCAPED.matcher(text)
			.replaceAll(
					(escape) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
				: text;
	}

}
