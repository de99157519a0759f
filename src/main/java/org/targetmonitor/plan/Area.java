package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * The area a plan is for. Nothing of one country lies in an area of another.
 *
 * @param code in China the administrative division code (GB/T 2260, below a county GB/T
 * 10114): 6, 9 or 12 digits, two each for province, city and county, then three each for
 * town and village; levels that do not apply are zeros, and all zeros is the country. Of
 * another country its two letters (ISO 3166-1), alone for the whole of it or with what
 * stands behind a hyphen for a part of it (ISO 3166-2): {@code US}, {@code US-CA}
 * @param name its name
 * @param parent the code of the area that it lies in, where its own code does not say;
 * null where it does
 */
public record Area(String code, Text name, @Nullable String parent) {

	/** The country of the codes that are digits alone. */
	private static final String CHINA = "CN";

	private static final Pattern DIGITS = Pattern.compile("[0-9]{6}([0-9]{3}([0-9]{3})?)?");

	private static final Pattern LETTERS = Pattern.compile("[A-Z]{2}(-[A-Za-z0-9]+)*");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	/** So many digits name a county. */
	private static final int COUNTY = 6;

	/** How many digits a code has. */
	private static final List<Integer> LENGTHS = List.of(6, 9, 12);

	/** How many digits name an area of each level, the lowest above a village first. */
	private static final List<Integer> LEVELS = List.of(9, 6, 4, 2, 0);

	/** An area that lies where its code says. */
	public Area(String code, Text name) {
		this(code, name, null);
	}

	/** Whether another area lies within this one. */
	public boolean contains(Area other) {
		return other.above().contains(key());
	}

	/**
	 * What tells each area apart that this one lies in, the nearest first, the country
	 * last: the {@link #key()} of such an area.
	 */
	public List<String> above() {
		String own = key();
		if (this.parent == null || this.parent.equals(this.code) || !isCode(this.parent)) {
			return above(own);
		}
		String nearest = new Area(this.parent, this.name).key();
		List<String> above = new ArrayList<>(List.of(nearest));
		above.addAll(above(nearest));
		above.remove(own);
		return List.copyOf(above);
	}

	private static List<String> above(String key) {
		if (Character.isDigit(key.charAt(0))) {
			return LEVELS.stream()
				.filter((digits) -> digits < key.length())
				.map((digits) -> (digits == 0) ? CHINA : key.substring(0, digits))
				.toList();
		}
		List<String> above = new ArrayList<>();
		for (int end = key.lastIndexOf('-'); end > 0; end = key.lastIndexOf('-', end - 1)) {
			above.add(key.substring(0, end));
		}
		return above;
	}

	/** Whether a text is an area's code, there or not. */
	public static boolean isCode(String text) {
		return DIGITS.matcher(text).matches() || (LETTERS.matcher(text).matches() && !countryOf(text).equals(CHINA)
				&& COUNTRIES.contains(countryOf(text)));
	}

	/** What is said of a text that is no area's code. */
	public static Text refusal(String text) {
		return Text.format("“%s”不是地区代码：应为6、9或12位行政区划代码，其他国家或地区用 ISO 3166 代码，如 US、US-CA",
				"\"%s\" is no area's code: a division code of 6, 9 or 12 digits, of another country an ISO 3166 code such as US or US-CA",
				text);
	}

	/** The {@link #key()} of a code; of a text that is none, the text. */
	public static String keyOf(String code) {
		return isCode(code) ? new Area(code, Text.same(code)).key() : code;
	}

	/** Whether it is the same area, however long either code is written. */
	public boolean isSame(Area other) {
		return key().equals(other.key());
	}

	/** Every code that is of this area: of a Chinese one with 6, 9 or 12 digits. */
	public List<String> codes() {
		String key = key().equals(CHINA) ? "" : key();
		if (!key.isEmpty() && !Character.isDigit(key.charAt(0))) {
			return List.of(this.code);
		}
		return LENGTHS.stream()
			.filter((length) -> length >= key.length())
			.map((length) -> key + "0".repeat(length - key.length()))
			.toList();
	}

	/** The two letters of its country (ISO 3166-1). */
	public String country() {
		return countryOf(this.code);
	}

	/** The two letters of the country that a code is of. */
	static String countryOf(String code) {
		return LETTERS.matcher(code).matches() ? code.substring(0, 2) : CHINA;
	}

	/** Whether it is the area with that code, or lies within it. */
	public boolean isWithin(String asked) {
		if (!isCode(asked)) {
			return false;
		}
		String key = new Area(asked, this.name).key();
		return key.equals(key()) || above().contains(key);
	}

	/** How many areas it lies in: more of them is further down, none is the country. */
	public int depth() {
		return above().size();
	}

	/** The whole of the area as its parts speak of it: 全国, 全省, 全市, 全区. */
	public Text whole() {
		if (depth() == 0) {
			return new Text("全国", "the country");
		}
		String last = this.name.zh().replaceAll("（.*", "");
		boolean named = last.matches(".*(省|市|区|县|镇|乡|街道)");
		return new Text(named ? "全" + last.replaceAll(".*(省|市|区|县|镇|乡|街道)$", "$1") : this.name.zh(), this.name.en());
	}

	/**
	 * What tells it apart from every other area, however it is written: of a Chinese code
	 * the digits without the zeros of levels that do not apply, and the country's letters
	 * where none is left.
	 */
	public String key() {
		if (LETTERS.matcher(this.code).matches()) {
			return this.code;
		}
		String within = this.code;
		while (within.length() > COUNTY && within.endsWith("000")) {
			within = within.substring(0, within.length() - 3);
		}
		String digits = (within.length() > COUNTY) ? within : within.replaceAll("(00)+$", "");
		return digits.isEmpty() ? CHINA : digits;
	}

}
