package org.targetmonitor.plan;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * What a plan file would change of one part, for whoever has to check it: by names, with
 * the code, which is typed in the file, beside.
 *
 * @param name the indicator's name, empty for the heading
 * @param code its code, empty for the heading
 * @param wording the document's own words of the target, empty for the heading
 * @param kind new, changed or withdrawn
 * @param lines the entries that differ
 */
public record DifferenceInWords(Text name, String code, String wording, String kind, List<Line> lines) {

	public DifferenceInWords {
		lines = List.copyOf(lines);
	}

	/** An entry that differs, in words; null where it is not there. */
	public record Line(String key, @Nullable Text before, @Nullable Text now) {

		/** The same with codes by the names that either plan has for them. */
		public static Line of(PlanDifference.Line line, Plan before, Plan now) {
			return new Line(line.key(), said(before, line.key(), line.before()), said(now, line.key(), line.now()));
		}

		private static @Nullable Text said(Plan plan, String key, @Nullable String value) {
			return (value != null) ? new PlanValues(plan).words(key, value) : null;
		}

		/** What it is called. */
		public Text words() {
			return PlanKeys.words(this.key);
		}

	}

	/**
	 * Everything that differs.
	 * @param before the plan in force, null for a new plan
	 */
	public static List<DifferenceInWords> between(@Nullable PlanFile before, PlanFile now) {
		return PlanDifference.between(before, now).stream().map((difference) -> of(difference, before, now)).toList();
	}

	private static DifferenceInWords of(PlanDifference difference, @Nullable PlanFile before, PlanFile now) {
		String code = difference.part();
		Plan formerly = (before != null) ? before.plan() : now.plan();
		Optional<Target> target = now.plan().target(code).or(() -> formerly.target(code));
		List<Line> lines = difference.lines().stream().map((line) -> Line.of(line, formerly, now.plan())).toList();
		return new DifferenceInWords(target.map(Target::name).orElse(Text.same(code)), code,
				target.map(Target::wording).orElse(""), difference.kind(), lines);
	}

}
