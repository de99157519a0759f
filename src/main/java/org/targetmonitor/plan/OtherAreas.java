package org.targetmonitor.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/**
 * Makes the operands that are other areas': measured as what they are held against, with
 * figures for whatever period there are some.
 */
final class OtherAreas {

	private final Area own;

	private final int year;

	private final Map<String, Target> made;

	/**
	 * @param own the plan's area
	 * @param year the plan's year
	 * @param made takes each by its code
	 */
	OtherAreas(Area own, int year, Map<String, Target> made) {
		this.own = own;
		this.year = year;
		this.made = made;
	}

	/**
	 * One operand.
	 * @param subject what is judged
	 * @param place where the target stands that names it
	 */
	Target operand(OtherArea other, Target subject, Fields place) {
		Area area = new Area(other.area(), Text.same(""));
		if (area.key().equals(this.own.key())) {
			place.fault("goal", "itself",
					new Text("与本地区自己的指标比较，直接填写指标代码", "of the plan's own area an indicator's code alone is written"));
		}
		else if (!area.country().equals(this.own.country())) {
			place.fault("goal", "country", Text.format("“%s”属于其他国家或地区，不作比较",
					"\"%s\" is of another country: nothing is compared across countries", other.area()));
		}
		return this.made.computeIfAbsent(other.code(), (code) -> made(other, subject, place));
	}

	private Target made(OtherArea other, Target subject, Fields place) {
		List<Period> periods = Stream.of(Frequency.values())
			.flatMap((frequency) -> Period.ofYear(this.year, frequency).stream())
			.toList();
		return subject.elsewhere(other.code(), other.name(this.own, place), periods);
	}

}
