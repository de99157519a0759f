package org.targetmonitor.submission.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the cells out of one sheet of an .xlsx, in one pass. */
final class XlsxSheet implements XmlPart.Listener {

	private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

	private final GridBuilder grid;

	private final XlsxStrings strings;

	private final XlsxStyles styles;

	private final CellValues values;

	private final StringBuilder text = new StringBuilder();

	private int row = -1;

	private int column = -1;

	private String type = "";

	private int style;

	private boolean formula;

	private boolean inText;

	private int aloud;

	XlsxSheet(String name, XlsxStrings strings, XlsxStyles styles, CellValues values) {
		this.grid = new GridBuilder(name);
		this.strings = strings;
		this.styles = styles;
		this.values = values;
	}

	Grid grid() {
		return this.grid.grid();
	}

	@Override
	public void start(String element, XmlPart part) {
		switch (element) {
			case "c" -> cell(part);
			case "v" -> this.inText = true;
			case "t" -> this.inText = this.aloud == 0;
			case "f" -> this.formula = true;
			case "rPh" -> this.aloud++;
			case "row" -> row(part);
			case "col" -> column(part);
			case "mergeCell" -> merge(part.attribute("ref"));
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
			case "c" -> put();
			case "v", "t" -> this.inText = false;
			case "rPh" -> this.aloud--;
			default -> {
			}
		}
	}

	private void row(XmlPart part) {
		this.row = part.number("r", this.row + 2) - 1;
		this.column = -1;
		if (part.isTrue("hidden")) {
			this.grid.hideRow(this.row);
		}
	}

	private void column(XmlPart part) {
		if (part.isTrue("hidden") || part.attribute("width").equals("0")) {
			this.grid.hideColumns(part.number("min", 0) - 1, part.number("max", 0) - 1);
		}
	}

	/** A cell that does not say where it stands follows the one before. */
	private void cell(XmlPart part) {
		String reference = part.attribute("r");
		Matcher named = REFERENCE.matcher(reference);
		this.column++;
		if (!reference.isEmpty()) {
			if (!named.matches() || named.group(2).equals("0")) {
				throw new Unreadable(SheetFile.DAMAGED);
			}
			this.row = Integer.parseInt(named.group(2)) - 1;
			this.column = column(named.group(1));
		}
		this.type = part.attribute("t");
		this.style = part.number("s", 0);
		this.formula = false;
		this.text.setLength(0);
	}

	private static int column(String letters) {
		int column = 0;
		for (int i = 0; i < letters.length(); i++) {
			column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
		}
		return column - 1;
	}

	private void put() {
		if (this.text.isEmpty()) {
			if (this.formula && !this.type.equals("str")) {
				this.grid.put(this.row, this.column, CellValues.neverComputed());
			}
			return;
		}
		if (this.text.length() > GridBuilder.LONGEST_CELL) {
			throw GridBuilder.tooLong(this.row, this.column);
		}
		String stored = this.text.toString();
		switch (this.type) {
			case "s" -> this.grid.words(this.row, this.column, this.strings.text(index(stored)), this.formula);
			case "str", "inlineStr" ->
				this.grid.words(this.row, this.column, XlsxStrings.unescaped(stored), this.formula);
			case "b" -> this.grid.put(this.row, this.column, CellValues.bool(!stored.strip().equals("0")));
			case "e" -> this.grid.put(this.row, this.column,
					CellValues.error(stored.strip().substring(0, Math.min(stored.strip().length(), 20))));
			case "d" -> this.grid.put(this.row, this.column, this.values.date(stored.strip()));
			default -> number(stored.strip());
		}
	}

	private static int index(String stored) {
		try {
			return Integer.parseInt(stored.strip());
		}
		catch (NumberFormatException ex) {
			throw new Unreadable(SheetFile.DAMAGED, ex);
		}
	}

	/** What stands for a number without being one is shown as it stands there. */
	private void number(String stored) {
		try {
			int format = this.styles.format(this.style);
			this.grid.put(this.row, this.column,
					this.values.number(Double.parseDouble(stored), format, this.styles.code(format), this.formula));
		}
		catch (NumberFormatException ex) {
			this.grid.words(this.row, this.column, stored, this.formula);
		}
	}

	private void merge(String reference) {
		String[] corners = reference.split(":", 2);
		Matcher first = REFERENCE.matcher(corners[0]);
		Matcher last = REFERENCE.matcher(corners[corners.length - 1]);
		if (first.matches() && last.matches()) {
			this.grid.merge(Integer.parseInt(first.group(2)) - 1, Integer.parseInt(last.group(2)) - 1,
					column(first.group(1)));
		}
	}

}
