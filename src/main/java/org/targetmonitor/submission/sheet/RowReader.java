package org.targetmonitor.submission.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.ExtentReader;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.TypedNumber;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.ObsStatus;

/** Reads one row: what each cell means for its indicator. */
final class RowReader {

	private static final String PERCENT = "percent";

	/**
	 * No number that staff type is longer, with its unit and a word for its direction.
	 */
	private static final int LONGEST_NUMBER = 200;

	/** A decrease as accountants write it; possessive, so that it takes one pass. */
	private static final Pattern ACCOUNTING = Pattern.compile("\\(\\s*+([0-9][^()]*+)\\)(%?)");

	/** Signs and words of a direction, which the number's own sign says already. */
	private static final Pattern SIGNS = Pattern.compile("同比|增长|增加|上升|提高|下降|减少|降低|持平|负|[^\\p{L}\\p{Sc}\\p{N}%％‰°℃]");

	private static final Pattern STATUS = Pattern.compile("([A-Za-z])(?![A-Za-z]).*");

	private final Grid grid;

	private final Header header;

	private final int row;

	private final Target target;

	private final List<String> units;

	private final Map<String, String> fields = new LinkedHashMap<>();

	private final Map<String, String> cells = new LinkedHashMap<>();

	private final List<Fault> faults = new ArrayList<>();

	private final List<Sheets.Remark> remarks = new ArrayList<>();

	/**
	 * @param units those given above the table, for all of it
	 */
	RowReader(Grid grid, Header header, int row, Target target, List<String> units) {
		this.units = units;
		this.grid = grid;
		this.header = header;
		this.row = row;
		this.target = target;
	}

	Sheets.Row read() {
		Measurement measurement = this.target.measurement();
		String unit = (measurement != null) ? measurement.unit() : "";
		String levelUnit = (measurement != null && measurement.levelUnit() != null) ? measurement.levelUnit() : "";
		this.fields.put("indicator", this.target.indicator());
		this.cells.put("indicator", address(this.header.has(Column.CODE) ? Column.CODE : Column.NAME));
		number(Column.VALUE, unit);
		number(Column.LEVEL, levelUnit);
		number(Column.QUARTER_VALUE, unit);
		unit(Column.UNIT, unit);
		unit(Column.LEVEL_UNIT, levelUnit);
		status();
		Column.ofDetails().forEach(this::words);
		return new Sheets.Row(this.row + 1, this.target, this.fields, this.cells, this.faults, this.remarks);
	}

	private void number(Column column, String unit) {
		if (!this.header.has(column)) {
			return;
		}
		this.cells.put(column.key(), address(column));
		if (!this.target.entry().takesValue() && !cell(column).isBlank()) {
			refuse(column, "no-value", new Text("此项只报情况，不填数值", "this is stated in words alone, without a number"));
			return;
		}
		switch (cell(column)) {
			case Cell.Blank() -> {
			}
			case Cell.Broken broken -> refuse(column, broken.rule(), broken.reason());
			case Cell.Words words -> typed(column, words, unit);
			case Cell.Numeric number -> stored(column, number, unit);
		}
	}

	private void typed(Column column, Cell.Words words, String unit) {
		if (words.words().length() > LONGEST_NUMBER) {
			refuse(column, "too-long", Text.format("单元格有%d个字符，不像数字；请只填数字",
					"%d characters are no number; write the number only", words.words().length()));
			return;
		}
		Matcher accounting = ACCOUNTING.matcher(TypedNumber.plain(words.words()));
		boolean negative = accounting.matches();
		String text = negative ? "-" + accounting.group(1).strip() + accounting.group(2) : words.words();
		switch (TypedNumber.read(text, unit)) {
			case TypedNumber.Blank() -> {
			}
			case TypedNumber.Refused refused -> refused(column, words, unit, refused);
			case TypedNumber.Taken taken -> {
				take(column, taken.value(), unit, false);
				if (taken.rewritten() || negative) {
					say(column, Text.format("“%s”按%s读取", "\"%s\" is read as %s", Text.same(words.words()),
							Numbers.plain(taken.value())));
				}
				sayComputed(column, words.computed());
			}
		}
	}

	/** What is no number may be a result that was published without an exact one. */
	private void refused(Column column, Cell.Words words, String unit, TypedNumber.Refused refused) {
		String text = words.words().strip();
		if (column == Column.VALUE && ExtentReader.read(text, unit) instanceof ExtentReader.Taken taken) {
			this.fields.put(Detail.EXTENT.key(), text);
			this.cells.put(Detail.EXTENT.key(), address(column));
			givenUnit(column, unit, text.contains("%") || text.contains("％"));
			say(column, Text.format("没有确切数值，按公布的“%s”读取：%s", "no exact number, read as published (%s): %s", text,
					taken.extent().reading()));
			return;
		}
		TypedNumber.Refused why = (column == Column.VALUE) ? ExtentReader.why(text, unit, refused)
				: ExtentReader.exactOnly(text, unit, refused);
		refuse(column, why.rule(), why.reason());
	}

	private void stored(Column column, Cell.Numeric number, String unit) {
		if (number.format().isScaled()) {
			refuse(column, "scaled-format", Text.format("单元格的数字格式会使显示的数字与实际存储的%s不同，无法判断以哪个为准；请改为“常规”格式后重新填写",
					"the cell's format shows another number than the %s that is stored; set it to General and type the number again",
					Numbers.plain(number.value())));
			return;
		}
		if (number.format().seen() == NumberFormat.Seen.OTHER_DIRECTION) {
			refuse(column, "sign",
					Text.format("单元格的格式用文字写明增减，与数字%s的正负不符；下降请只填负数，如 -1.2",
							"the cell's format names a direction that %s does not have; write a decrease as -1.2",
							Numbers.plain(number.value())));
			return;
		}
		if (!showsUnit(number, unit)) {
			refuseUnit(column, number.format().literal(), unit);
			return;
		}
		if (number.percent() && !unit.equals(PERCENT)) {
			refuse(column, "percent-format", Text.format("单元格是百分比格式（%s），而单位是%s；请改为“常规”格式后重新填写",
					"the cell is formatted as a percentage (%s), but the unit is %s; set it to General and type the number again",
					number.shown(), unit.isEmpty() ? new Text("无", "none") : Text.same(unit)));
			return;
		}
		BigDecimal meant = number.meant();
		take(column, meant, unit, number.percent());
		sayShown(column, number, meant, unit);
		sayComputed(column, number.computed());
	}

	/** Where a reader of the sheet sees something else than what is read. */
	private void sayShown(Column column, Cell.Numeric number, BigDecimal meant, String unit) {
		boolean rounded = TypedNumber.read(number.shown(), unit) instanceof TypedNumber.Taken shown
				&& shown.value().compareTo(meant) != 0;
		switch (number.format().seen()) {
			case NO_MINUS ->
				say(column, Text.format("单元格不显示负号，按%s读取", "the cell shows no minus, read as %s", Numbers.plain(meant)));
			case NOTHING -> say(column,
					Text.format("单元格不显示数字，按%s读取", "the cell shows no number, read as %s", Numbers.plain(meant)));
			case ALL, OTHER_DIRECTION -> {
				if (number.percent() || rounded) {
					say(column, Text.format("显示为%s，按%s读取", "shown as %s, read as %s", Text.same(number.shown()),
							Numbers.plain(meant)));
				}
			}
		}
	}

	/** What a cell's format shows beside the number counts as if it had been typed. */
	private static boolean showsUnit(Cell.Numeric number, String unit) {
		String letters = SIGNS.matcher(number.format().literal()).replaceAll("");
		return letters.isEmpty() || Units.isUnit(letters, unit) || (unit.equals("元") && letters.matches("[¥￥]"))
				|| (unit.equals("位") && letters.matches("第?[位名]?"));
	}

	private void take(Column column, BigDecimal value, String unit, boolean percentFormat) {
		this.fields.put(column.key(), Numbers.plain(value));
		givenUnit(column, unit, percentFormat);
	}

	/**
	 * The unit of the cell's heading, or of the whole table where nothing nearer is said:
	 * a heading that names a rate, a cell beside it, a percent format.
	 */
	private void givenUnit(Column column, String unit, boolean percentFormat) {
		List<String> given = Units.inHeading(heading(column));
		Column beside = (column == Column.LEVEL) ? Column.LEVEL_UNIT : Column.UNIT;
		boolean nearer = percentFormat || unit.isEmpty() || (this.header.has(beside) && !cell(beside).isBlank())
				|| (unit.equals(PERCENT) && Units.isRate(heading(column)));
		List<String> group = nearer ? List.of() : group(column);
		List<String> counts = !given.isEmpty() ? given : !group.isEmpty() ? group : nearer ? List.of() : this.units;
		if (!counts.isEmpty() && counts.stream().noneMatch((known) -> Units.isUnit(known, unit))) {
			refuseUnit(column, String.join("、", counts), unit);
		}
	}

	/** The units in the heading that stands above several columns. */
	private List<String> group(Column column) {
		return this.header.above(this.grid, index(column))
			.map((above) -> Units.inHeading(this.grid.at(this.header.row() - 1, above).words()))
			.orElse(List.of());
	}

	private void unit(Column column, String unit) {
		String given = this.header.has(column) ? cell(column).words() : "";
		boolean used = (column == Column.UNIT)
				? this.fields.containsKey("value") || this.fields.containsKey(Detail.EXTENT.key())
				: this.fields.containsKey("level");
		if (used && !given.isEmpty() && !Units.isUnit(given, unit)) {
			refuseUnit(column, given, unit);
		}
	}

	private void refuseUnit(Column column, String given, String unit) {
		refuse(column, "unit",
				Text.format("表中单位为“%s”，而该指标的单位为%s；请换算后再报",
						"the sheet's unit is \"%s\", the indicator's is %s; convert the figure", Text.same(given),
						unit.isEmpty() ? new Text("无", "none") : Text.same(unit.equals(PERCENT) ? "%" : unit)));
	}

	private void status() {
		Cell cell = this.header.has(Column.STATUS) ? cell(Column.STATUS) : Grid.BLANK;
		this.fields.put("status", cell.isBlank() ? unsaid().name() : code(cell.words()));
		if (this.header.has(Column.STATUS)) {
			this.cells.put("status", address(Column.STATUS));
		}
	}

	private ObsStatus unsaid() {
		boolean estimated = !this.header.has(Column.STATUS) && this.header.saysEstimated(this.grid);
		return estimated ? ObsStatus.E : ObsStatus.P;
	}

	/** The letter of {@code P 快报数}, of the letter alone, or of the words alone. */
	private static String code(String given) {
		String text = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
		Matcher letter = STATUS.matcher(text);
		return ObsStatus.said(text)
			.map(ObsStatus::name)
			.orElseGet(() -> letter.matches() ? letter.group(1).toUpperCase(java.util.Locale.ROOT) : text);
	}

	private void words(Column column) {
		if (!this.header.has(column)) {
			return;
		}
		this.cells.put(column.key(), address(column));
		if (cell(column) instanceof Cell.Broken broken && !(column.isOfDays() && broken.isDate())) {
			refuse(column, broken.rule(), broken.reason());
		}
		else if (!cell(column).isBlank()) {
			this.fields.put(column.key(), cell(column).words());
		}
	}

	private void sayComputed(Column column, boolean computed) {
		if (computed) {
			say(column, new Text("取公式上次计算的结果", "the formula's last result is taken"));
		}
	}

	private void say(Column column, Text words) {
		this.remarks.add(new Sheets.Remark(address(column), words));
	}

	private void refuse(Column column, String rule, Text reason) {
		this.faults.add(new Fault(this.row + 1, new Subject(address(column), this.target.indicator()), column.key(),
				rule, reason));
	}

	private Cell cell(Column column) {
		return this.grid.at(this.row, index(column));
	}

	private String heading(Column column) {
		return this.grid.at(this.header.row(), index(column)).words();
	}

	private String address(Column column) {
		return Grid.address(this.row, index(column));
	}

	private int index(Column column) {
		@Nullable Integer index = this.header.columns().get(column);
		return (index != null) ? index : 0;
	}

}
