package org.targetmonitor.desk.web;

import java.util.List;

import org.targetmonitor.input.Text;

/**
 * What would become of a sheet, in the reader's language.
 *
 * @param file the file's name
 * @param rows its rows
 * @param faults what is refused without belonging to a row
 * @param remarks what has to be said of the sheet as a whole
 * @param document the submission that is confirmed, as JSON; empty where there is nothing
 * to confirm
 * @param asksReason whether something reported already is changed
 * @param asksKind whether something approved is changed
 */
public record SheetPreview(String file, List<Row> rows, List<String> faults, List<String> remarks, String document,
		boolean asksReason, boolean asksKind) {

	/** How many rows are shown that ask for nothing; all that do are. */
	private static final int SHOWN = 500;

	public SheetPreview {
		rows = List.copyOf(rows);
		faults = List.copyOf(faults);
		remarks = List.copyOf(remarks);
	}

	/** What becomes of a row. */
	public enum Fate {

		NEW("good"), CHANGED("warn"), SAME("soft"), BLANK("soft"), REFUSED("bad");

		private final String badge;

		Fate(String badge) {
			this.badge = badge;
		}

		/** The key of its word. */
		public String key() {
			return "sheet.fate." + name().toLowerCase(java.util.Locale.ROOT);
		}

		public String badge() {
			return this.badge;
		}

	}

	/**
	 * One row.
	 *
	 * @param line its number in the sheet
	 * @param indicator the indicator's code
	 * @param name its name
	 * @param fate what becomes of it
	 * @param changes the fields that are new or other than before
	 * @param faults why it is refused, each with its cell
	 * @param doubts what may not be meant, each with its cell
	 * @param remarks how cells were read
	 * @param note the note as the sheet has it
	 * @param asksNote whether a doubt has to be answered by a note
	 */
	public record Row(int line, String indicator, String name, Fate fate, List<Change> changes, List<String> faults,
			List<String> doubts, List<String> remarks, String note, boolean asksNote) {

		Row withFaults(List<String> others) {
			return new Row(this.line, this.indicator, this.name, this.fate, this.changes, others, this.doubts,
					this.remarks, this.note, this.asksNote);
		}

	}

	/**
	 * One field of a row.
	 *
	 * @param label the field's name
	 * @param before what is reported already, empty for nothing
	 * @param after what the sheet says
	 * @param difference the signed difference of two numbers, else empty
	 */
	public record Change(Text label, String before, String after, String difference) {
	}

	/**
	 * The rows that are shown: the first ones, and whatever has to be mended or
	 * explained.
	 */
	public List<Row> shown() {
		int last = (this.rows.size() <= SHOWN) ? Integer.MAX_VALUE : this.rows.get(SHOWN - 1).line();
		return this.rows.stream()
			.filter((row) -> row.line() <= last || row.asksNote() || !row.faults().isEmpty())
			.toList();
	}

	/** How many are not. */
	public int hidden() {
		return this.rows.size() - shown().size();
	}

	/** How many rows have a fate. */
	public long count(String fate) {
		return this.rows.stream().filter((row) -> row.fate().name().equals(fate)).count();
	}

	/** Whether there is something to confirm. */
	public boolean isConfirmable() {
		return !this.document.isEmpty();
	}

	/** Whether anything was refused. */
	public boolean isRefused() {
		return !this.faults.isEmpty() || count("REFUSED") > 0;
	}

}
