package org.targetmonitor.desk.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Entry;
import org.targetmonitor.plan.StatusWords;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.ObsStatus;

/**
 * One indicator on the page of a period.
 *
 * @param indicator the code
 * @param name the name
 * @param wording the report's own wording
 * @param target the goal in words
 * @param department the department's short name
 * @param valueLabel what is asked for, with its unit
 * @param valueUnit the unit behind the field
 * @param levelLabel what the level is, with its unit, null where none is asked for
 * @param levelUnit the unit of the level, null where none is asked for
 * @param quarterly whether the single quarter may be given
 * @param before the figure of the period before
 * @param yearBefore the figure of the same period of the year before
 * @param state what became of the figure so far, null where there is none
 * @param typed what stands in the fields
 * @param was what stands in the fields before anything is typed
 * @param changed whether that is something else than the figure that is there
 * @param said what is said of them
 * @param light how it would stand; null where there is no status
 * @param due until when it is due, and how long that is
 * @param entry what it is in the plan, which says which fields it has
 * @param called what its figures are called before and after they are settled
 */
public record FillRow(String indicator, String name, String wording, String target, String department,
		String valueLabel, String valueUnit, @Nullable String levelLabel, @Nullable String levelUnit, boolean quarterly,
		Known before, Known yearBefore, @Nullable Present state, Typed typed, Typed was, boolean changed,
		List<FillSaid> said, @Nullable FillLight light, FillPage.Deadline due, Entry entry, StatusWords called) {

	public FillRow {
		said = List.copyOf(said);
	}

	/** Whether something in it must be mended or explained. */
	public boolean isToMend() {
		return this.said.stream().anyMatch((one) -> one.kind().equals("fault") || one.kind().equals("doubt"));
	}

	/**
	 * A figure known already.
	 *
	 * @param period the period in words
	 * @param value the value with its unit, empty where there is none
	 * @param level the level with its unit, empty where there is none
	 */
	public record Known(String period, String value, String level) {

		static final Known NOTHING = new Known("", "", "");

		public boolean isNothing() {
			return this.value.isEmpty() && this.level.isEmpty();
		}

	}

	/**
	 * The newest revision of the figure.
	 *
	 * @param number its number
	 * @param key its state
	 * @param words its state in words
	 * @param figure the figure
	 * @param author who handed it in
	 * @param reason why it was returned, empty where it was not
	 * @param approved whether some revision of it is approved, so that another one needs
	 * a kind
	 */
	public record Present(int number, String key, String words, Known figure, String author, String reason,
			boolean approved) {

		public boolean isReturned() {
			return this.key.equals("returned");
		}

		/** The class of its badge. */
		public String badge() {
			return switch (this.key) {
				case "approved" -> "good";
				case "returned" -> "bad";
				default -> "soft";
			};
		}

	}

	/** Whether it has a field for its value. */
	public boolean isValued() {
		return this.entry.takesValue();
	}

	/** Whether it has fields for a sentence and a link. */
	public boolean isStated() {
		return this.entry.takesStatement();
	}

	/** The text in a field. */
	public String text(String field) {
		return this.typed.fields().getOrDefault(field, "");
	}

	/** What stood in a field before anything was typed over the figure that is there. */
	public String was(String field) {
		return isThere() ? this.was.of(field) : "";
	}

	/** What is said of a field. */
	public List<FillSaid> of(String field) {
		return this.said.stream().filter((said) -> said.field().equals(field)).toList();
	}

	/** What is said of no field that is on the page: nothing that is said is left out. */
	public List<FillSaid> ofNoField() {
		return this.said.stream().filter((said) -> !isOnThePage(said.field())).toList();
	}

	private boolean isOnThePage(String field) {
		return switch (field) {
			case Typed.VALUE, Typed.LEVEL, Typed.STATUS -> true;
			case Typed.QUARTER -> this.quarterly;
			case Typed.KIND -> this.state != null && this.state.approved();
			default -> Detail.all().anyMatch((detail) -> detail.key().equals(field) && detail.isOf(this.entry));
		};
	}

	/** What a status is called. */
	public Text status(String code) {
		return ObsStatus.valueOf(code).called(this.called);
	}

	/** What it may say of how things stand. */
	public List<Detail> statedDetails() {
		return Detail.all().filter((detail) -> detail.isStated() && detail.isOf(this.entry)).toList();
	}

	/** What every figure may say, but for the note, which answers what is asked. */
	public List<Detail> otherDetails() {
		return Detail.all()
			.filter((detail) -> !detail.isStated() && detail != Detail.NOTE && !detail.isInPlaceOfValue())
			.toList();
	}

	/** Whether a field has to be mended. */
	public boolean isFaulty(String field) {
		return of(field).stream().anyMatch((said) -> said.kind().equals("fault"));
	}

	/** Whether something has to be explained. */
	public boolean isDoubted() {
		return this.said.stream().anyMatch((said) -> said.kind().equals("doubt"));
	}

	/** Whether it is said that there is no value, which needs a word. */
	public boolean isUnavailable() {
		return ObsStatus.of(text(Typed.STATUS)).filter(ObsStatus::isNotAvailable).isPresent();
	}

	/** Whether a figure is there, so that whatever is typed corrects it. */
	public boolean isThere() {
		return this.state != null && !this.state.isReturned();
	}

	/** Whether whatever is typed replaces another revision. */
	public boolean isCorrection() {
		return this.state != null;
	}

	/** Whether the fields of a correction are open. */
	public boolean isOpen() {
		return !isThere() || this.changed;
	}

}
