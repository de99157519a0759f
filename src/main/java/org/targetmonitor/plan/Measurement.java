package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;

/**
 * How an indicator is measured.
 *
 * @param measure the kind of quantity
 * @param prices the price basis of a growth rate, null where the file says none
 * @param per whether it is counted per head or as a total, null where the file says
 * neither
 * @param comparable whether growth is on comparable scope (可比口径), so that it does not
 * follow from the levels
 * @param unit the unit as in the plan, {@code percent} for rates
 * @param decimals the decimals it is published with
 * @param accumulation what a period's figure covers
 * @param levelUnit the unit of the level that may stand beside a rate or a value
 * @param statusWords what its figures are called before and after they are settled
 * @param beside whether it is itself such a level: what is judged is not the figure's
 * value, but the level that it carries
 */
public record Measurement(Measure measure, @Nullable Prices prices, @Nullable Per per, boolean comparable, String unit,
		int decimals, Accumulation accumulation, @Nullable String levelUnit, StatusWords statusWords, boolean beside) {

	/** Levels are published with two decimals where nothing else is said. */
	static final int LEVEL_DECIMALS = 2;

	/** Of the value itself. */
	public Measurement(Measure measure, @Nullable Prices prices, @Nullable Per per, boolean comparable, String unit,
			int decimals, Accumulation accumulation, @Nullable String levelUnit, StatusWords statusWords) {
		this(measure, prices, per, comparable, unit, decimals, accumulation, levelUnit, statusWords, false);
	}

	/**
	 * How the level is measured that stands beside a rate of growth: what adds up over
	 * the year is held against a pace, a state or an average directly.
	 * @param decimals the decimals it is published with
	 */
	Measurement level(String unit, int decimals) {
		Measure quantity = (this.accumulation == Accumulation.YEAR_TO_DATE) ? Measure.LEVEL : Measure.VALUE;
		return new Measurement(quantity, null, null, false, unit, decimals, this.accumulation, null, this.statusWords,
				true);
	}

	/** The same over another time. */
	Measurement over(Accumulation other) {
		return new Measurement(this.measure, this.prices, this.per, this.comparable, this.unit, this.decimals, other,
				this.levelUnit, this.statusWords, this.beside);
	}

	/**
	 * Whether its values are themselves quantities that have parts: what adds up over the
	 * year, and what is counted or valued at a point in time, but nothing per head.
	 */
	public boolean isQuantity() {
		return this.measure == Measure.LEVEL || (this.measure == Measure.VALUE && this.per == null
				&& this.levelUnit == null && !this.unit.isEmpty());
	}

	/** How its quantity is measured: the value itself, or the level beside a rate. */
	Measurement quantity() {
		String of = Objects.requireNonNull(shareUnit());
		int finer = isQuantity() ? this.decimals : LEVEL_DECIMALS;
		return new Measurement(isQuantity() ? this.measure : Measure.LEVEL, null, null, false, of, finer,
				this.accumulation, null, this.statusWords, true);
	}

	/** The unit of the quantity that a share may be of; null where it has none. */
	public @Nullable String shareUnit() {
		return isQuantity() ? this.unit : this.levelUnit;
	}

	/**
	 * The unit of its quantity: of the level itself, or of the level beside a rate; null
	 * where it has none.
	 */
	public @Nullable String quantityUnit() {
		return (this.measure == Measure.LEVEL) ? this.unit : this.levelUnit;
	}

	/**
	 * What the level is that may stand beside a value: the quantity that a rate of growth
	 * is of, and what a ratio or another value was divided by.
	 */
	public Text levelName() {
		return switch (this.measure) {
			case RATIO, VALUE, RANK -> new Text("分母总量", "Denominator");
			case GROWTH, LEVEL, COMPLETION -> new Text("总量", "Level");
		};
	}

	/** What is counted piece by piece; 万人 or 亿元 are rounded. */
	private static final Set<String> COUNTED = Set.of("人", "名", "人次", "起", "例", "家", "户", "个", "件", "项", "次", "宗", "处",
			"所", "座", "套", "间", "台", "辆", "艘", "架", "张", "份", "篇", "条", "天", "村", "社区", "部", "位", "对", "幢", "栋", "只",
			"头", "床");

	private static final String PER_MILLE = "‰";

	/** The unit of a rank. */
	static final String PLACES = "位";

	private static final Text POINTS = new Text("个百分点", " percentage points");

	private static final Text POINTS_PER_MILLE = new Text("个千分点", " per-mille points");

	private static final Set<String> RANKS = Set.of(PLACES, "名");

	/** The units that are put into English. */
	private static final Set<String> PLURALS = Set.of(" percentage points", " per-mille points", " points", " places");

	/** The unit as it is kept: a pure number has none, and per mille has its sign. */
	public static String unit(String written) {
		return switch (written.strip()) {
			case "none", "index", "无", "无单位", "指数" -> "";
			case "permille", "per-mille", "千分比", PER_MILLE -> PER_MILLE;
			default -> written;
		};
	}

	/** Whether its values are shares of a thousand, such as 人口自然增长率. */
	public boolean isPerMille() {
		return this.unit.equals(PER_MILLE);
	}

	/**
	 * By how many places a difference of two values is moved to be one of shares of 1.
	 */
	public int places() {
		return (this.measure == Measure.RATIO && isPerMille()) ? 3 : 2;
	}

	/** What a difference of two values is counted in, to stand behind a number. */
	public Text differenceUnit() {
		return this.measure.differsInPoints() ? (isPerMille() ? POINTS_PER_MILLE : POINTS) : unitWords();
	}

	/** The unit of a difference of values that have a unit behind them. */
	static Text differenceUnit(Text unit) {
		return switch (unit.zh()) {
			case "%" -> POINTS;
			case PER_MILLE -> POINTS_PER_MILLE;
			default -> unit;
		};
	}

	/** A distance between two values, with the right plural. */
	public Text difference(BigDecimal distance) {
		return counted(distance.abs(), differenceUnit());
	}

	/** Whether it is the unit of a rank, which is said as such. */
	static boolean isPlaces(Text unit) {
		return RANKS.contains(unit.zh());
	}

	/** So many of a unit: 1 place, 2 places. */
	public static Text counted(BigDecimal number, Text unit) {
		String plain = Numbers.plain(number);
		return new Text(plain + unit.zh(), plain + behind(plain, unit.en()));
	}

	/** A unit's English plural behind a number, which of one alone is the singular. */
	public static String behind(String number, String unit) {
		boolean one = List.of("1", "+1", "−1").contains(number) && PLURALS.contains(unit);
		return one ? unit.substring(0, unit.length() - 1) : unit;
	}

	/** Whether its values are percentages. */
	public boolean isPercent() {
		return this.unit.equals("percent");
	}

	/**
	 * Whether its values are whole numbers of things that were counted, so that 6 are six
	 * and no rounding hides more: an average, or what falls to a head, is no count.
	 */
	public boolean isCounted() {
		return this.decimals == 0 && COUNTED.contains(this.unit) && this.accumulation != Accumulation.AVERAGE
				&& this.per != Per.HEAD;
	}

	/** The unit as people write it, standing alone: % or 亿元. */
	public String unitSign() {
		return isPercent() ? "%" : this.unit;
	}

	/** The unit behind a number where Chinese has no space before it: 6%, 亿元. */
	public Text unitWords() {
		return unitWords(this.unit);
	}

	/** As {@link #unitWords()}, of a unit as it stands in a plan. */
	public static Text unitWords(String unit) {
		return switch (unit) {
			case "percent" -> Text.same("%");
			case "", PER_MILLE -> Text.same(unit);
			case PLACES -> new Text(PLACES, " places");
			default -> new Text(unit, " " + unit);
		};
	}

	/** The unit behind a number that stands alone, as in a table: 6%, 23 亿元. */
	public String unitSpaced() {
		return (isPercent() || isPerMille() || this.unit.isEmpty()) ? unitSign() : " " + this.unit;
	}

	/** On which bases its values stand, as far as the file says: 名义、人均、可比口径. */
	public Optional<Text> bases() {
		List<Text> said = Stream
			.of(Optional.ofNullable(this.prices).map(Prices::shortWords), Optional.ofNullable(this.per).map(Per::words),
					this.comparable ? Optional.of(new Text("可比口径", "comparable scope")) : Optional.<Text>empty())
			.flatMap(Optional::stream)
			.toList();
		return said.isEmpty() ? Optional.empty() : Optional.of(Text.join(said, new Text("、", ", ")));
	}

	/**
	 * Whether it is measured as another one is, so that their values may be held against
	 * each other: the same kind of quantity in the same unit over the same time, on the
	 * same bases. Prices that are not said are a basis of their own; whether per head or
	 * in total is different only where both say so.
	 */
	public boolean isLike(Measurement other) {
		return isComparable(other) && this.prices == other.prices
				&& (this.per == null || other.per == null || this.per == other.per)
				&& this.comparable == other.comparable;
	}

	/** As {@link #isLike}, on whatever bases. */
	public boolean isComparable(Measurement other) {
		return this.measure == other.measure && this.unit.equals(other.unit) && this.accumulation == other.accumulation;
	}

	/** Whether its quantity adds up from 1 January on, so that it cannot shrink. */
	public boolean hasGrowingQuantity() {
		return this.measure.accumulatesOverYear()
				|| (this.levelUnit != null && this.accumulation == Accumulation.YEAR_TO_DATE);
	}

	/**
	 * The value as it is published: HALF_UP, ties away from 0. A level that stands beside
	 * is not written finer than it came.
	 */
	public BigDecimal published(BigDecimal value) {
		int scale = this.beside ? Math.min(Math.max(value.scale(), 0), this.decimals) : this.decimals;
		return value.setScale(scale, RoundingMode.HALF_UP);
	}

}
