package org.targetmonitor.input;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list: pages are counted from 1.
 *
 * @param <T> what is listed
 * @param rows what is on the page
 * @param page its number
 * @param pages how many pages there are, at least one
 * @param all how many rows all pages have
 */
public record Slice<T>(List<T> rows, int page, int pages, int all) {

	/**
	 * Cuts a page out of a list.
	 * @param asked its number; beyond the ends the first or last one is meant
	 * @param size how many rows a page has
	 */
	public static <T> Slice<T> of(List<T> all, int asked, int size) {
		int pages = Math.max(1, Math.ceilDiv(all.size(), size));
		int page = Math.clamp(asked, 1, pages);
		int from = (page - 1) * size;
		return new Slice<>(List.copyOf(all.subList(from, Math.min(all.size(), from + size))), page, pages, all.size());
	}

	/** The same page with each row as it is shown. */
	public <R> Slice<R> map(Function<T, R> shown) {
		return new Slice<>(this.rows.stream().map(shown).toList(), this.page, this.pages, this.all);
	}

}
