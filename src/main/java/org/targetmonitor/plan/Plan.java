package org.targetmonitor.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.targetmonitor.input.SearchWords;
import org.targetmonitor.input.Text;

/**
 * One area's targets for one year.
 *
 * @param id the plan's code, such as {@code hangzhou-2024}
 * @param title its title
 * @param area the area it is for
 * @param year the year
 * @param zone the zone in which days begin and end
 * @param source the document the targets stand in
 * @param closes the first local day on which verdicts are frozen
 * @param invented whether its figures are invented, which then is said wherever they show
 * @param departments the departments by code
 * @param contents its targets, parts, tasks and commitments
 * @param onceLagging whether a lag that was made up is still shown
 * @param kin how it stands to the other plans of its area
 */
public record Plan(String id, Text title, Area area, int year, ZoneId zone, Text source, LocalDate closes,
		boolean invented, Map<String, Department> departments, Contents<Target> contents, OnceLagging onceLagging,
		Kin kin) {

	public Plan {
		departments = Collections.unmodifiableMap(new LinkedHashMap<>(departments));
	}

	/** The headline targets in the plan's order. */
	public List<Target> targets() {
		return this.contents.targets();
	}

	/** What targets are split into, in their order. */
	public List<Target> parts() {
		return this.contents.parts();
	}

	/** The key tasks, with their areas. */
	public List<Target> tasks() {
		return this.contents.tasks();
	}

	public List<Target> commitments() {
		return this.contents.commitments();
	}

	/**
	 * Everything that figures are reported for: each target with its parts behind it,
	 * then tasks, then commitments.
	 */
	public List<Target> entries() {
		Map<String, List<Target>> parts = parts().stream()
			.collect(Collectors.groupingBy((part) -> part.entry().whole().orElse("")));
		Stream<Target> targets = targets().stream()
			.flatMap((target) -> Stream.concat(Stream.of(target),
					parts.getOrDefault(target.indicator(), List.of()).stream()));
		return Stream.of(targets, tasks().stream(), commitments().stream()).flatMap(Function.identity()).toList();
	}

	/** The parts that a target is split into, in the file's order. */
	public List<Target> parts(String indicator) {
		return parts().stream().filter((part) -> part.entry().whole().filter(indicator::equals).isPresent()).toList();
	}

	/** The targets that say they are part of one, or a quotient of it. */
	public List<Target> targetsOn(String indicator) {
		return this.contents.naming(indicator);
	}

	/**
	 * What figures are handed in for under this code: nothing that the plan only names,
	 * such as another area's indicator.
	 */
	public Optional<Target> reported(String indicator) {
		return target(indicator).filter((target) -> OtherArea.of(target.indicator()).isEmpty());
	}

	/** Whatever has this code: a target, a part, a task or a commitment. */
	public Optional<Target> target(String indicator) {
		return this.contents.find(indicator);
	}

	/**
	 * All that a target asks for, without tolerances: both conditions where it has two.
	 */
	public Text asked(Target target) {
		Text first = askedFirst(target);
		return target.other().map((other) -> Target.both(first, other, askedFirst(other))).orElse(first);
	}

	private Text askedFirst(Target target) {
		return target.goalWords(target.goal().operand().flatMap(this::target).map(Target::name).orElse(Text.same("")));
	}

	/** The operands that are other areas', each under its own code. */
	public List<Target> elsewhere() {
		return this.contents.elsewhere();
	}

	/** The same plan with other areas' operands as they are measured there. */
	public Plan seeing(List<Target> others) {
		return others.equals(
				elsewhere())
						? this
						: new Plan(this.id, this.title, this.area, this.year, this.zone, this.source, this.closes,
								this.invented, this.departments, new Contents<>(targets(), parts(), tasks(),
										commitments(), others, Target::indicator, Target::namedOthers),
								this.onceLagging, this.kin);
	}

	/** The local day of a moment. */
	public LocalDate dayOf(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

	/** The moment from which verdicts are frozen. */
	public Instant closesAt() {
		return this.closes.atStartOfDay(this.zone).toInstant();
	}

	/** Whether its year has begun. */
	public boolean hasBegun(Instant moment) {
		return dayOf(moment).getYear() >= this.year;
	}

	/**
	 * The targets, parts and tasks of which a later writing of this plan changes what
	 * they are judged by, or which it withdraws: what a document is asked for once the
	 * year has begun.
	 */
	public List<String> goalsChangedBy(Plan later) {
		return Stream.of(targets(), parts(), tasks())
			.flatMap(List::stream)
			.filter((target) -> later.target(target.indicator()).map(target::isJudgedOtherThan).orElse(true))
			.map(Target::indicator)
			.toList();
	}

	/**
	 * What the heading of a plan written anew changes of how figures are judged: the keys
	 * as a plan file has them.
	 */
	public List<String> headingChangedBy(Plan later) {
		Map<String, Boolean> changed = new LinkedHashMap<>();
		changed.put("once-lagging", this.onceLagging != later.onceLagging);
		changed.put("beside", this.kin.beside() != later.kin.beside());
		changed.put("year-before", !Objects.equals(this.kin.yearBefore(), later.kin.yearBefore()));
		changed.put("invented", this.invented != later.invented);
		changed.put("parent", !Objects.equals(this.area.parent(), later.area.parent()));
		return changed.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
	}

	/**
	 * Whether words all stand in its code or title, or in its area's code or name.
	 * @param words as {@link SearchWords} reads them; none of them is in every plan
	 */
	public boolean isNamed(String words) {
		return SearchWords.in(words, this.id, this.title.zh(), this.title.en(), this.area.code(), this.area.name().zh(),
				this.area.name().en());
	}

	public boolean isOpen(Instant moment) {
		return moment.isBefore(closesAt());
	}

}
