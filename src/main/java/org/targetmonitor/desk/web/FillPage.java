package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a period's figures are typed.
 *
 * @param plan the plan's code
 * @param title the plan's title
 * @param invented what must be said of invented figures, empty where they are not
 * @param open whether the plan is open
 * @param period the period's code
 * @param name the period in words
 * @param due until when, and how long that is
 * @param rows the indicators
 * @param drafts the drafts behind it, one for each department
 */
public record FillPage(String plan, String title, String invented, boolean open, String period, String name,
		Deadline due, List<FillRow> rows, List<Kept> drafts) {

	/** Of more rows a page takes long to lay out, and so does every draft of it. */
	private static final int LARGE = 300;

	public FillPage {
		rows = List.copyOf(rows);
		drafts = List.copyOf(drafts);
	}

	/**
	 * A due day.
	 *
	 * @param day the day, empty where it is not known
	 * @param left how long there is, in words
	 * @param passed whether it has passed with something still owed
	 */
	public record Deadline(String day, String left, boolean passed) {
	}

	/**
	 * A draft as the page knows it.
	 *
	 * @param department the department's code
	 * @param seen what is typed over
	 * @param author who saved it last
	 * @param at when, empty where nothing is saved
	 * @param overtaken whether somebody else has saved another one meanwhile
	 * @param empty whether nothing is in that one: it was handed in, or taken back
	 */
	public record Kept(String department, Seen seen, String author, String at, boolean overtaken, boolean empty) {
	}

	/**
	 * The draft that a page was made with, as its form sends it back.
	 *
	 * @param version which one, 0 for none
	 * @param empty whether nothing was in it
	 */
	public record Seen(int version, boolean empty) {

		static final Seen NONE = new Seen(0, true);

		private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(/0)?");

		/** What a form sent; empty where that is nothing of ours. */
		static Optional<Seen> of(String text) {
			Matcher found = FORM.matcher(text);
			return !found.matches() ? Optional.empty() : Optional
				.of(new Seen(Integer.parseInt(found.group(1)), found.group(2) != null || found.group(1).equals("0")));
		}

		/** Such as {@code 3}, or {@code 3/0} of an empty one. */
		@Override
		public String toString() {
			return this.version + ((this.empty && this.version > 0) ? "/0" : "");
		}

	}

	/**
	 * The rows that kept the page from being handed in: with a fault or an open doubt.
	 */
	public List<FillRow> toMend() {
		return this.rows.stream().filter(FillRow::isToMend).toList();
	}

	/** The rows that were returned and wait to be mended or confirmed. */
	public List<FillRow> returned() {
		return this.rows.stream().filter((row) -> row.state() != null && row.state().isReturned()).toList();
	}

	/** Whether it has so many rows that a sheet is the better way. */
	public boolean isLarge() {
		return this.rows.size() > LARGE;
	}

	/** How many rows still have to be handed in. */
	public long owed() {
		return this.rows.stream().filter((row) -> !row.isThere()).count();
	}

	/** How many of those are late by their own due day. */
	public long late() {
		return this.rows.stream().filter((row) -> !row.isThere() && row.due().passed()).count();
	}

	public boolean isOvertaken() {
		return overtakenBy() != null;
	}

	/**
	 * A newer draft than the page knew, of whichever department; said once, however many
	 * there are.
	 */
	public @Nullable Kept overtakenBy() {
		return this.drafts.stream().filter(Kept::overtaken).findFirst().orElse(null);
	}

	/** Whether sentences are asked for on the page. */
	public boolean isStated() {
		return this.rows.stream().anyMatch(FillRow::isStated);
	}

	/** When anything was last saved. */
	public String savedAt() {
		return this.drafts.stream().map(Kept::at).max(String::compareTo).orElse("");
	}

	/** Whether several departments' rows are on the page. */
	public boolean isOfSeveral() {
		return this.rows.stream().map(FillRow::department).distinct().count() > 1;
	}

}
