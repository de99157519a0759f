package org.targetmonitor.input;

/**
 * What a fault is about.
 *
 * @param place where it stands in what came in, such as {@code figures[3]} or {@code C7};
 * empty where that says nothing
 * @param code the code of the target, or whatever else names it; empty where it is the
 * document as a whole
 */
public record Subject(String place, String code) {

	/** The document as a whole. */
	public static final Subject NONE = new Subject("", "");

	private static final int LONGEST = 100;

	/** Whatever was sent may be quoted; no more of it than says which it is. */
	public Subject {
		place = shortened(place);
		code = shortened(code);
	}

	/** Something that has a name and no place. */
	public static Subject of(String code) {
		return code.isEmpty() ? NONE : new Subject("", code);
	}

	/** A figure of a submission, counted from 0. */
	public static Subject figure(int index, String indicator) {
		return new Subject("figures[" + index + "]", indicator);
	}

	/** Whether it is the document as a whole. */
	public boolean isNone() {
		return this.place.isEmpty() && this.code.isEmpty();
	}

	static String shortened(String name) {
		return (name.length() <= LONGEST) ? name : whole(name, LONGEST) + "…";
	}

	/** The first characters, none of them half. */
	static String whole(String text, int most) {
		return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
	}

	/** Place and code as they are told. */
	@Override
	public String toString() {
		return (this.place + " " + this.code).strip();
	}

}
