package org.targetmonitor.account;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A form that was sent when its sender was signed in no more: nothing came of it, and
 * everything in it is kept until the sender has signed in again.
 *
 * @param path where it was sent
 * @param page the page it stood on, which shows it again; empty where that page cannot
 * @param from the page that a sender goes back to who does not send it
 * @param by the account that typed it, empty where the form does not say
 * @param fields what was typed, by field
 */
public record LeftForm(String path, String page, String from, String by,
		Map<String, List<String>> fields) implements Serializable {

	/** Where a session keeps it. */
	public static final String ATTRIBUTE = "org.targetmonitor.account.LeftForm";

	@Serial
	private static final long serialVersionUID = 1L;

	public LeftForm {
		Objects.requireNonNull(path);
		Objects.requireNonNull(page);
		Objects.requireNonNull(from);
		Objects.requireNonNull(by);
		LinkedHashMap<String, List<String>> copy = new LinkedHashMap<>();
		fields.forEach((name, texts) -> copy.put(name, new ArrayList<>(texts)));
		fields = copy;
	}

	/** Whether a page shows it again. */
	public boolean isOf(String path) {
		return this.page.equals(path);
	}

	/** Whether an account may see it: its own sender, as far as that is known. */
	public boolean mayBeSeenBy(String username) {
		return this.by.isEmpty() || this.by.equals(username);
	}

	/** The first text of each field. */
	public Map<String, String> parameters() {
		Map<String, String> first = new LinkedHashMap<>();
		this.fields.forEach((name, texts) -> first.put(name, texts.isEmpty() ? "" : texts.getFirst()));
		return first;
	}

}
