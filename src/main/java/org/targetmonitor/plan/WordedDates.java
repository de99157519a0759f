package org.targetmonitor.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.targetmonitor.input.Text;

/** By when within the year a report's wording asks for a goal: 6月底前, 前三季度, 年中. */
final class WordedDates {

	private static final String BEFORE = "(?:之|以)?前|之内|以内";

	private static final String MONTH = "(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月";

	private static final String QUARTER = "第?(?<quarter>[一二三四1-4])季度";

	/** Of another year, or of a figure that this year's is held against. */
	private static final String NOT_OF_THIS_YEAR = "(?<![0-9.]|[比较于同从自至到—~～-]|[去上前明次今]年|[去上前明次]年的?[上下]?)";

	/** 6月底前, 9月20日之前, 9月份前, 11月当月, and 6月底达到80%. */
	private static final Pattern BY_MONTH = Pattern.compile(NOT_OF_THIS_YEAR + MONTH + "份?(?:(?:底|末|[0-9]{1,2}日)?(?:"
			+ BEFORE + ")|当月|(?:底|末|[0-9]{1,2}日)[^，。；、,;]{0,4}?(?:达到|完成|建成|实现|不低于|不少于|降至|控制))");

	/** 1—9月增长6%, 1-9月份. */
	private static final Pattern MONTHS_SINCE_JANUARY = Pattern
		.compile("(?<![0-9.]|[比较于同]|上年|去年)1(?:月)?(?:—|-|–|~|～|至|到)(?<month>1[0-2]|[2-9])月");

	/** 二季度末前, 三季度底达到, and 一季度内; a quarter alone may be one of many. */
	private static final Pattern BY_QUARTER = Pattern.compile(NOT_OF_THIS_YEAR + QUARTER + "(?:(?:底|末)?(?:" + BEFORE
			+ "|内)|(?:底|末)[^，。；、,;]{0,4}?(?:达到|完成|建成|实现|不低于|不少于|降至|控制))");

	/** 前三季度增长6%, and not 比前三季度提高. */
	private static final Pattern QUARTERS_SINCE_JANUARY = Pattern
		.compile("(?<!比|较|于|同|上年|去年)前(?<quarter>[二两三23])(?:个)?季度");

	/** 上半年增长6%, 年中达到; not 比上半年提高, 上半年度报告, 上年上半年. */
	private static final Pattern BY_HALF = Pattern.compile("(?<!比|较|于|同|上年|去年|[0-9])(?:上半年(?!度)|年中(?=[前达完建实，]))");

	/** The year's own end beside another date. */
	private static final Pattern BY_YEARS_END = Pattern.compile("(?<!每|各|去|上|前|明)(?:年(?:底|末)|全年(?!的?(?:任务|目标|计划|总)))");

	private static final List<String> NUMERALS = List.of("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一",
			"十二");

	private static final Pattern ANY_YEAR = Pattern.compile("(?<year>20[0-9]{2})年(?:的)?(?=[0-9一二三四五六七八九十上前第]|年中)");

	private static final int JUNE = 6;

	private static final int MONTHS_OF_QUARTER = 3;

	private static final int MONTHS = 12;

	private WordedDates() {
	}

	/** Asks where the wording has a deadline, and the target none or another one. */
	static Optional<Text> otherDeadline(Target target) {
		Reporting reporting = target.reporting();
		if (reporting == null || target.reading() != null || !target.goal().judges()) {
			return Optional.empty();
		}
		int year = reporting.periods().getLast().year();
		return month(target.wording(), year).filter((month) -> month != target.months())
			.map((month) -> Text.format("原文要求在%1$d月达到，请写期限 deadline: %2$d-%3$s；如确系如此，请用 reading 说明读法",
					"the wording asks for it in month %1$d: write deadline: %2$d-%3$s; if the goal is meant, say so by a reading",
					month, year, "%02d".formatted(month)));
	}

	/**
	 * The month of the year by which the words ask for it.
	 * @return 1 to 11; empty where they ask for none, for the year's end, or for more
	 * than one
	 */
	static Optional<Integer> month(String wording, int year) {
		String text = ofYear(WordingRules.halfWidth(wording).replace(" ", ""), year);
		List<Integer> months = Stream
			.of(BY_MONTH, MONTHS_SINCE_JANUARY, BY_QUARTER, QUARTERS_SINCE_JANUARY, BY_HALF, BY_YEARS_END)
			.flatMap((pattern) -> pattern.matcher(text).results())
			.map(WordedDates::month)
			.distinct()
			.toList();
		return (months.size() == 1) ? Optional.of(months.getFirst()).filter((month) -> month < MONTHS)
				: Optional.empty();
	}

	/**
	 * Without the plan's own year before a month; with another one the words are left
	 * out.
	 */
	private static String ofYear(String text, int year) {
		return ANY_YEAR.matcher(text)
			.replaceAll((found) -> found.group("year").equals(Integer.toString(year)) ? "" : "上年");
	}

	private static int month(MatchResult found) {
		if (found.namedGroups().containsKey("month")) {
			return number(found.group("month"));
		}
		if (found.namedGroups().containsKey("quarter")) {
			return MONTHS_OF_QUARTER * (found.group("quarter").equals("两") ? 2 : number(found.group("quarter")));
		}
		return found.group().contains("半年") || found.group().contains("年中") ? JUNE : MONTHS;
	}

	private static int number(String word) {
		int numeral = NUMERALS.indexOf(Objects.requireNonNull(word));
		return (numeral < 0) ? Integer.parseInt(word) : numeral;
	}

}
