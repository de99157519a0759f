package org.targetmonitor.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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

		HEADING("heading", "计划信息", "plan heading"), TARGET("target", "目标", "target"),
		SUBMISSION("submission", "报送", "submission"), FIGURE("figure", "数据", "figure"),
		REVIEW("review", "审核", "review"), BASE_SHARE("base-share", "基期比重", "base share"),
		DEVIATION("deviation", "认可的偏差", "accepted deviation"), ORDER("order", "督办单", "supervision order");

		private final String key;

		private final Text words;

		Sort(String key, String zh, String en) {
			this.key = key;
			this.words = new Text(zh, en);
		}

		/** The id of the row with this key. */
		public String id(String... key) {
			return this.key + "/" + String.join("/", key);
		}

		static Sort of(String id) {
			return List.of(values())
				.stream()
				.filter((sort) -> id.startsWith(sort.key + "/"))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(id));
		}

	}

	/** A fact out of its columns, in their order. */
	public static ChainFact of(String id, Map<String, @Nullable String> columns) {
		Canonical content = new Canonical();
		columns.forEach(content::put);
		return new ChainFact(id, content.toString());
	}

	/** Which row it is, for people. */
	static Text words(String id) {
		Sort sort = Sort.of(id);
		List<String> key = List.of(id.split("/", -1));
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

	private static String period(String start, String end) {
		return Period.between(LocalDate.parse(start), LocalDate.parse(end)).toString();
	}

	/** The columns that differ from what was sealed: sealed → present. */
	Text differences(String present) {
		Map<String, @Nullable String> now = Canonical.read(present);
		Map<String, @Nullable String> then = Canonical.read(this.content);
		Set<String> all = new LinkedHashSet<>(then.keySet());
		all.addAll(now.keySet());
		List<Text> differences = new ArrayList<>();
		all.forEach((column) -> {
			String sealed = then.get(column);
			String value = now.get(column);
			if (!Objects.equals(sealed, value)) {
				differences.add(Text.format("%s %s → %s", "%s %s → %s", column, said(sealed), said(value)));
			}
		});
		return Text.join(differences, new Text("、", ", "));
	}

	private static Text said(@Nullable String value) {
		return (value != null) ? Text.same(value) : new Text("（空）", "(nothing)");
	}

}
