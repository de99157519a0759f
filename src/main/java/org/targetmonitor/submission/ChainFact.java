package org.targetmonitor.submission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.input.Digests;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * One row of the facts as text, as it is sealed in a chain.
 *
 * @param id which row it is, such as {@code figure/gdp/2024-01-01/2024-04-01/2}
 * @param content all its columns, numbers with the decimals they were given
 */
public record ChainFact(String id, String content) {

	/** The tables whose rows are sealed. */
	public enum Sort {

		HEADING("heading", 1, "计划信息", "plan heading"), TARGET("target", 2, "目标", "target"),
		SUBMISSION("submission", 1, "报送", "submission"), FIGURE("figure", 4, "数据", "figure"),
		REVIEW("review", 4, "审核", "review"), BASE_SHARE("base-share", 4, "基期比重", "base share"),
		DEVIATION("deviation", 2, "认可的偏差", "accepted deviation"), ORDER("order", 2, "督办单", "supervision order");

		private final String key;

		/** How many columns of a row say which one it is. */
		private final int parts;

		private final Text words;

		Sort(String key, int parts, String zh, String en) {
			this.key = key;
			this.parts = parts;
			this.words = new Text(zh, en);
		}

		public int parts() {
			return this.parts;
		}

		/** The id of the row with this key. */
		public String id(String... key) {
			return this.key + "/" + String.join("/", key);
		}

		/** The sort that an id is of; empty for one that was never given. */
		public static Optional<Sort> of(String id) {
			return Arrays.stream(values()).filter((sort) -> id.startsWith(sort.key + "/")).findFirst();
		}

	}

	/** A fact out of its columns, in their order. */
	public static ChainFact of(String id, Map<String, @Nullable String> columns) {
		Canonical content = new Canonical();
		columns.forEach(content::put);
		return new ChainFact(id, content.toString());
	}

	/** What tells its content from any other. */
	String digest() {
		return Digests.sha256(this.content);
	}

	/** Which row it is, for people; an id that was never given stands as it is. */
	static Text words(String id) {
		List<String> key = List.of(id.split("/", -1));
		return Sort.of(id)
			.filter((sort) -> key.size() == sort.parts + 1)
			.map((sort) -> words(sort, key))
			.orElseGet(() -> Text.same(id));
	}

	private static Text words(Sort sort, List<String> key) {
		return switch (sort) {
			case HEADING -> Text.format("%s第%s版", "%s, revision %s", sort.words, key.get(1));
			case SUBMISSION -> Text.format("%s %s", "%s %s", sort.words, key.get(1));
			case ORDER -> Text.format("%s第%s号第%s步", "%s %s, step %s", sort.words, key.get(1), key.get(2));
			case TARGET, DEVIATION ->
				Text.format("%s %s 第%s版", "%s %s, revision %s", sort.words, key.get(1), key.get(2));
			case FIGURE, REVIEW, BASE_SHARE -> Text.format("%s %s %s 第%s版", "%s %s %s, revision %s", sort.words,
					key.get(1), period(key.get(2), key.get(3)), key.get(4));
		};
	}

	/** Dates that are no period are named as they are. */
	private static Text period(String start, String end) {
		try {
			return Text.same(Period.between(LocalDate.parse(start), LocalDate.parse(end)).toString());
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return Text.format("%s 至 %s（不是报告期）", "%s to %s (no period)", start, end);
		}
	}

}
