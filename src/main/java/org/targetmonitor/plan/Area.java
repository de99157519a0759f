package org.targetmonitor.plan;

import java.util.List;
import java.util.regex.Pattern;

import org.targetmonitor.input.Text;

/**
 * The area a plan is for.
 *
 * @param code the administrative division code (GB/T 2260, below a county GB/T 10114): 6,
 * 9 or 12 digits, two each for province, city and county, then three each for town and
 * village; levels that do not apply are zeros, and all zeros is the country
 * @param name its name
 */
public record Area(String code, Text name) {

	private static final Pattern CODE = Pattern.compile("[0-9]{6}([0-9]{3}([0-9]{3})?)?");

	/** How many digits name an area of each level, the lowest above a village first. */
	private static final List<Integer> LEVELS = List.of(9, 6, 4, 2, 0);

	/** Whether another area lies within this one. */
	public boolean contains(Area other) {
		String own = significant();
		return other.significant().length() > own.length() && other.code.startsWith(own);
	}

	/**
	 * The digits of each area that this one lies in, the nearest first, the country's
	 * none last: what {@link #significant()} of such an area is.
	 */
	public List<String> above() {
		String own = significant();
		return LEVELS.stream()
			.filter((digits) -> digits < own.length())
			.map((digits) -> own.substring(0, digits))
			.toList();
	}

	/** Whether a text is an area's code, there or not. */
	public static boolean isCode(String text) {
		return CODE.matcher(text).matches();
	}

	/** Whether it is the area with that code, or lies within it. */
	public boolean isWithin(String code) {
		if (!isCode(code)) {
			return false;
		}
		Area asked = new Area(code, this.name);
		return asked.significant().equals(significant()) || asked.contains(this);
	}

	/** The digits that tell it apart: more of them is further down, 0 is the country. */
	public int depth() {
		return significant().length();
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

	/** The code without the zeros of levels that do not apply; none for the country. */
	public String significant() {
		String within = (this.code.length() > 6) ? this.code.replaceAll("(000)+$", "") : this.code;
		return (within.length() > 6) ? within : within.replaceAll("(00)+$", "");
	}

}
