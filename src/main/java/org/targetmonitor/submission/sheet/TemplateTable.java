package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.ObsStatus;

/**
 * The rows and columns of a template in one language, whichever format they are written
 * in.
 *
 * @param template the template
 * @param locale the language
 * @param title the title
 * @param marks labels and values in turn that say what the sheet is of
 * @param explanations how to fill it in
 * @param columns the columns
 */
record TemplateTable(Template template, Locale locale, String title, List<String> marks, List<String> explanations,
		List<TemplateTable.Column> columns) {

	/**
	 * One column.
	 *
	 * @param heading its heading
	 * @param width its width in characters
	 * @param typed whether it is to be filled in
	 * @param value the value of a line: a number, a text or nothing
	 */
	record Column(String heading, int width, boolean typed, Function<Template.Line, @Nullable Object> value) {
	}

	static TemplateTable of(Template template, Locale locale) {
		String title = Text
			.format("%s %s 数据报送表（%s）", "%s, %s: figures to report (%s)", template.plan().title(), template.named(),
					template.department().name())
			.in(locale);
		return new TemplateTable(template, locale, title, marks(template, locale), explanations(template, locale),
				columns(template, locale));
	}

	private static List<String> marks(Template template, Locale locale) {
		return List.of(new Text("计划代码", "Plan").in(locale), template.plan().id(), new Text("报告期", "Period").in(locale),
				template.period().toString(), new Text("部门代码", "Department").in(locale), template.department().code(),
				new Text("报送期限", "Due").in(locale), template.due().in(locale));
	}

	private static List<String> explanations(Template template, Locale locale) {
		List<String> explanations = new ArrayList<>();
		template.notice().map((notice) -> notice.in(locale)).ifPresent(explanations::add);
		explanations.add(new Text(
				"只填浅黄色单元格：数值按单位直接填数字（6%填6），下降填负数；数据为年初以来累计；留空的行不报送；确无数据时数据状态选“有数未收”或“无此数”，并在“说明”中写明原因。",
				"Fill in the shaded cells only: plain numbers in the unit given (6 for 6 %), a decrease with a minus; figures count from 1 January; a row left blank is not reported; where there is no figure choose \"exists but was not collected\" or \"does not exist\" as the status and say why in the note.")
			.in(locale));
		return explanations;
	}

	private static List<Column> columns(Template template, Locale locale) {
		List<Column> columns = new ArrayList<>(List.of(
				given("指标代码", "Code", 20, locale, (line) -> line.target().indicator()),
				given("指标", "Indicator", 26, locale, (line) -> line.target().name().in(locale)),
				given("单位", "Unit", 10, locale, Template.Line::unit),
				given("目标", "Target", 26, locale, (line) -> goal(template, line, locale)),
				given("上期", "Period before", 11, locale, Template.Line::before),
				given("上年同期", "Same period last year", 11, locale, Template.Line::lastYear),
				typed("数值" + unit(template, "；下降填负数"), "Value" + half(unit(template, "; a decrease is negative")), 16,
						locale, (figure) -> (figure.extent() != null) ? figure.extent() : figure.value()),
				typed("总量" + levelUnit(template), "Level" + half(levelUnit(template)), 13, locale,
						(figure) -> figure.level()),
				given("总量单位", "Level unit", 10, locale, Template.Line::levelUnit),
				typed("当季数值", "Quarter's value", 11, locale, (figure) -> figure.quarterValue()),
				new Column(new Text("数据状态", "Status").in(locale), 14, true, (line) -> status(line, locale))));
		Detail.all()
			.sorted(Comparator.comparing(Detail::isStated))
			.filter((detail) -> !detail.isInPlaceOfValue()
					&& template.lines().stream().anyMatch((line) -> detail.isOf(line.target().entry())))
			.forEach((detail) -> columns
				.add(new Column(detail.label().in(locale), detail.kind().width(), true, (line) -> said(line, detail))));
		return columns;
	}

	/** What is reported already; of what is not, the source alone, as the form has it. */
	private static @Nullable Object said(Template.Line line, Detail detail) {
		Figure present = line.present();
		return (present != null) ? present.says(detail)
				: (detail == Detail.ORIGIN && !line.origin().isEmpty()) ? line.origin() : null;
	}

	private static Column given(String zh, String en, int width, Locale locale,
			Function<Template.Line, @Nullable Object> value) {
		return new Column(new Text(zh, en).in(locale), width, false, value);
	}

	private static Column typed(String zh, String en, int width, Locale locale,
			Function<Figure, @Nullable Object> value) {
		return new Column(new Text(zh, en).in(locale), width, true,
				(line) -> (line.present() != null) ? value.apply(line.present()) : null);
	}

	/** The unit that all values have, or where each stands. */
	private static String unit(Template template, String rest) {
		List<String> units = template.lines()
			.stream()
			.map(Template.Line::unit)
			.filter((unit) -> !unit.isEmpty())
			.distinct()
			.toList();
		return (units.size() == 1) ? "（" + units.getFirst() + rest + "）" : "（" + rest.substring(1).strip() + "）";
	}

	/** English has its own brackets. */
	private static String half(String brackets) {
		return brackets.replace("（", " (").replace("）", ")");
	}

	private static String levelUnit(Template template) {
		List<String> units = template.lines()
			.stream()
			.map(Template.Line::levelUnit)
			.filter((unit) -> !unit.isEmpty())
			.distinct()
			.toList();
		return (units.size() == 1) ? "（" + units.getFirst() + "）" : "";
	}

	private static String goal(Template template, Template.Line line, Locale locale) {
		if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
			return line.target().wording();
		}
		return template.plan().asked(line.target()).en();
	}

	private static String status(Template.Line line, Locale locale) {
		Figure present = line.present();
		return choice((present != null) ? present.status() : ObsStatus.P, line, locale);
	}

	private static String choice(ObsStatus status, Template.Line line, Locale locale) {
		return status.words(line.target().measurement()).in(locale);
	}

	/** The cells of a line, in the order of the columns. */
	List<@Nullable Object> cells(Template.Line line) {
		return this.columns.stream().<@Nullable Object>map((column) -> column.value().apply(line)).toList();
	}

	/** What may be chosen as the status of a line's figure. */
	List<String> choices(Template.Line line) {
		return Arrays.stream(ObsStatus.values()).map((status) -> choice(status, line, this.locale)).toList();
	}

}
