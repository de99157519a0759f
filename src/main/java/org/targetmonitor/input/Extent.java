package org.targetmonitor.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A result as bureaus publish it without an exact number: 超3000亿元, 4.7%左右, 201.06—204.05.
 * It says between which ends the number lies and no more.
 *
 * @param shape what is said of the numbers
 * @param form how it is said, around each number with its unit
 * @param way whether the numbers are sizes of a rise (增长超5%) or of a decrease (下降超5%)
 * @param first the number, or the lower one of two
 * @param second the upper one of two; null where there is one
 */
public record Extent(Shape shape, Text form, Way way, BigDecimal first, @Nullable BigDecimal second) {

	/** Nearer to an open end than any number that is given can be. */
	private static final BigDecimal INSIDE = new BigDecimal("1E-16");

	/** Beyond every number that is given, on either side. */
	private static final BigDecimal BEYOND = new BigDecimal("1E+18");

	/** What is said of a number. */
	public enum Shape {

		/** 超3000: more than that. */
		ABOVE,
		/** 3000以上: that or more. */
		FROM,
		/** 不到400: less than that. */
		BELOW,
		/** 不超过400: that or less. */
		UP_TO,
		/** 近400: less than that, and by no more than it is rounded. */
		NEARLY,
		/** 4.7%左右: that, as far as it is rounded. */
		ABOUT,
		/** 201.06—204.05: one of them or between. */
		BETWEEN

	}

	/** What the numbers are said to be of. */
	public enum Way {

		/** Numbers themselves. */
		UNSAID,
		/** Sizes of a rise, none of which is below 0. */
		UP,
		/** Sizes of a decrease, none of which is below 0 either. */
		DOWN

	}

	/**
	 * An end of what it may be.
	 *
	 * @param number the end
	 * @param open whether it is none of the readings itself
	 */
	public record End(BigDecimal number, boolean open) {

		public End {
			number = (number.scale() < 0) ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
		}

	}

	/** Reads what is said of a result in a unit, as {@link ExtentReader} has it. */
	public static Optional<Extent> of(String text, String unit) {
		return (ExtentReader.read(text, unit) instanceof ExtentReader.Taken taken) ? Optional.of(taken.extent())
				: Optional.empty();
	}

	/** Whether it is a decrease. */
	public boolean down() {
		return this.way == Way.DOWN;
	}

	/** The lower end; empty where there is none. */
	public Optional<End> low() {
		return down() ? sizeHigh().map(Extent::opposite) : sizeLow();
	}

	/** The upper end; empty where there is none. */
	public Optional<End> high() {
		return down() ? sizeLow().map(Extent::opposite) : sizeHigh();
	}

	private static End opposite(End end) {
		return new End(end.number().negate(), end.open());
	}

	private Optional<End> sizeLow() {
		return switch (this.shape) {
			case ABOVE -> Optional.of(new End(this.first, true));
			case FROM, BETWEEN -> Optional.of(new End(this.first, false));
			case NEARLY, ABOUT -> Optional.of(new End(this.first.subtract(half()), false));
			case BELOW, UP_TO ->
				(this.way == Way.UNSAID) ? Optional.empty() : Optional.of(new End(BigDecimal.ZERO, true));
		};
	}

	private Optional<End> sizeHigh() {
		return switch (this.shape) {
			case ABOVE, FROM -> Optional.empty();
			case BELOW, NEARLY -> Optional.of(new End(this.first, true));
			case UP_TO -> Optional.of(new End(this.first, false));
			case ABOUT -> Optional.of(new End(this.first.add(half()), true));
			case BETWEEN -> Optional.ofNullable(this.second).map((end) -> new End(end, false));
		};
	}

	/**
	 * Half a unit of the last digit that is written: what rounding hides. Noughts at the
	 * end of a whole number may stand for digits that nobody counted, so that 约3000 is
	 * taken as 3 thousands and never as more exact than it may be; those behind a point
	 * (5.0, 3.0万) were written on purpose.
	 */
	private BigDecimal half() {
		int scale = (this.first.scale() != 0) ? this.first.scale()
				: (this.first.signum() == 0) ? 0 : this.first.stripTrailingZeros().scale();
		return BigDecimal.valueOf(5, scale + 1);
	}

	/**
	 * The outermost readings, the lowest first: what holds of both of them, and is either
	 * rising or falling, holds of every one. Of an open end it is the reading next to it,
	 * and where there is no end one beyond every number.
	 */
	public List<BigDecimal> outermost() {
		return List.of(low().map((end) -> end.open() ? end.number().add(INSIDE) : end.number()).orElse(BEYOND.negate()),
				high().map((end) -> end.open() ? end.number().subtract(INSIDE) : end.number()).orElse(BEYOND));
	}

	/** Whether a number may be meant. */
	public boolean holds(BigDecimal number) {
		List<BigDecimal> ends = outermost();
		return number.compareTo(ends.getFirst()) >= 0 && number.compareTo(ends.getLast()) <= 0;
	}

	/** Whether every reading of it is below 0. */
	public boolean isNegative() {
		return outermost().getLast().signum() < 0;
	}

	/** The numbers that are written. */
	public Stream<BigDecimal> numbers() {
		return Stream.concat(Stream.of(this.first), Stream.ofNullable(this.second));
	}

	/** What it is taken for: 2500 ≤ x < 3500. */
	public Text reading() {
		return new Text(reading("实际"), reading("actual"));
	}

	/** The same with a name for the number. */
	public String reading(String number) {
		String low = low().map((end) -> plain(end) + (end.open() ? " < " : " ≤ ")).orElse("");
		String high = high().map((end) -> (end.open() ? " < " : " ≤ ") + plain(end)).orElse("");
		return low + number + high;
	}

	private static String plain(End end) {
		return Numbers.plain(end.number());
	}

	/** As it was published, without the direction: 超3000亿元, over 3000 亿元. */
	public Text size(Text unit) {
		return Text.format(this.form.zh(), this.form.en(), BigUnit.words(this.first, unit), unit,
				(this.second != null) ? BigUnit.words(this.second, unit) : "");
	}

	/** As it was published: 下降超5%, a decrease of over 5%. */
	public Text words(Text unit) {
		return down() ? Text.format("下降%s", "a decrease of %s", size(unit)) : size(unit);
	}

}
