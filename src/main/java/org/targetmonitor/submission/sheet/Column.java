package org.targetmonitor.submission.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.submission.Detail;

/** The columns that are known, with the headings they may have. */
enum Column {

	CODE("indicator", "指标代码", "指标编码", "代码", "编码", "indicatorcode", "code"),
	NAME("indicator", "指标", "指标名称", "名称", "项目", "indicator", "indicatorname", "name"),
	UNIT("unit", "单位", "计量单位", "unit"),
	VALUE("value", "数值", "本期", "本期数", "本期数值", "本期值", "增速", "本期增速", "增减", "累计增速", "同比增长", "同比增速", "value", "figure"),
	LEVEL("level", "总量", "本期总量", "绝对量", "绝对值", "累计总量", "level"), LEVEL_UNIT("unit", "总量单位", "levelunit"),
	QUARTER_VALUE("quarter-value", "当季数值", "当季", "当季值", "单季", "当季增速", "quartervalue", "quarter'svalue"),
	STATUS("status", "数据状态", "状态", "status"), ORIGIN(Detail.ORIGIN, "来源", "数据来源", "origin", "source"),
	STATEMENT(Detail.STATEMENT, "进展情况", "进展", "工作进展", "statement", "progress"),
	EVIDENCE(Detail.EVIDENCE, "佐证链接", "佐证", "链接", "evidence", "link"),
	PUBLISHED(Detail.PUBLISHED, "发布日期", "发布时间", "公布日期", "公布时间", "published", "releasedate"),
	NOTE(Detail.NOTE, "说明", "备注", "note", "notes", "remark", "remarks"),
	/** What the template says, and nobody reads back. */
	GIVEN("", "目标", "上期", "上年同期", "target", "periodbefore", "sameperiodlastyear");

	private static final Pattern BEHIND = Pattern.compile("(?s)(?<=\\S)\\s*[(（\\[【［〔\\n\\r:：].*");

	private final String key;

	private final List<String> headings;

	private final @Nullable Detail detail;

	Column(String key, String... headings) {
		this.key = key;
		this.headings = List.of(headings);
		this.detail = null;
	}

	Column(Detail detail, String... headings) {
		this.key = detail.key();
		this.headings = List.of(headings);
		this.detail = detail;
	}

	/** The columns of what a figure says beside its number. */
	static Stream<Column> ofDetails() {
		return Arrays.stream(values()).filter((column) -> column.detail != null);
	}

	/**
	 * The columns that say something by themselves: with one of them a row is reported.
	 */
	static Stream<Column> saying() {
		return Stream.concat(Stream.of(VALUE, LEVEL, QUARTER_VALUE),
				ofDetails().filter((column) -> column.detail != null && column.detail.isStated()));
	}

	/** Whether days stand in it, which Excel makes dates of as they are typed. */
	boolean isOfDays() {
		return this.detail != null && this.detail.kind() == Detail.Kind.DAY;
	}

	/** The field of a submission that it fills. */
	String key() {
		return this.key;
	}

	/** The column that a heading names; what stands in brackets does not count. */
	static Optional<Column> named(String heading) {
		String name = Foldings.key(BEHIND.matcher(heading).replaceFirst(""));
		return Arrays.stream(values()).filter((column) -> column.headings.contains(name)).findFirst();
	}

}
