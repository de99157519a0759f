package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.ExtentReader;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.TypedNumber;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.RevisionKind;
import org.targetmonitor.submission.Submission;

/**
 * Reads what staff typed into a submission; rows without anything typed are left out.
 *
 * @param submission the figures, as far as they could be read
 * @param faults what could not be read; then nothing is handed in
 * @param understood numbers that were typed in another way, as they were understood
 */
public record FillForm(Submission submission, List<Fault> faults, List<Fault> understood) {

	public FillForm {
		faults = List.copyOf(faults);
		understood = List.copyOf(understood);
	}

	/**
	 * Reads the rows of a plan's form.
	 * @param rows what was typed, by indicator
	 */
	public static FillForm read(Plan plan, Period period, Map<String, Typed> rows) {
		Reader reader = new Reader();
		Map<String, Typed> filled = new LinkedHashMap<>(rows);
		filled.values().removeIf((typed) -> !typed.isFilled());
		List<Figure> figures = new ArrayList<>();
		filled.forEach((indicator, typed) -> figures
			.add(reader.figure(Subject.figure(figures.size(), indicator), indicator, plan.reported(indicator), typed)));
		return new FillForm(new Submission(period, null, figures), reader.faults, reader.understood);
	}

	/** Whether there is anything to hand in. */
	public boolean isEmpty() {
		return this.submission.figures().isEmpty();
	}

	/** Reads rows and gathers what is to be said of them. */
	private static final class Reader {

		private final List<Fault> faults = new ArrayList<>();

		private final List<Fault> understood = new ArrayList<>();

		Figure figure(Subject place, String indicator, Optional<Target> target, Typed typed) {
			Measurement measurement = target.map(Target::measurement).orElse(null);
			String unit = (measurement != null) ? measurement.unit() : "";
			String levelUnit = (measurement != null && measurement.levelUnit() != null) ? measurement.levelUnit()
					: unit;
			String extent = extent(place, typed, unit);
			return new Figure(indicator, (extent != null) ? null : number(place, typed, Typed.VALUE, unit),
					number(place, typed, Typed.LEVEL, levelUnit), number(place, typed, Typed.QUARTER, unit),
					status(place, typed), kind(typed), replaces(typed),
					Figure.details((detail) -> (detail == Detail.EXTENT && extent != null) ? extent
							: text(place, typed, detail.key())));
		}

		/**
		 * What stands where the value would and is no exact number; null where it is one.
		 */
		private @Nullable String extent(Subject place, Typed typed, String unit) {
			String text = typed.of(Typed.VALUE);
			if (!(ExtentReader.of(text, unit) instanceof ExtentReader.Taken taken)) {
				return null;
			}
			this.understood.add(Fault.of(place, Typed.VALUE, "understood", Text.format("没有确切数值，按公布的“%s”处理：%s",
					"no exact number, taken as published (%s): %s", text, taken.extent().reading())));
			return text;
		}

		private @Nullable BigDecimal number(Subject place, Typed typed, String field, String unit) {
			return switch (TypedNumber.read(typed.of(field), unit)) {
				case TypedNumber.Blank blank -> null;
				case TypedNumber.Taken taken -> {
					if (taken.rewritten()) {
						this.understood.add(Fault.of(place, field, "understood",
								Text.format("按 %s 处理", "taken as %s", Numbers.plain(taken.value()))));
					}
					yield taken.value();
				}
				case TypedNumber.Refused refused -> {
					TypedNumber.Refused why = field.equals(Typed.VALUE)
							? ExtentReader.why(typed.of(field), unit, refused)
							: ExtentReader.exactOnly(typed.of(field), unit, refused);
					this.faults.add(Fault.of(place, field, why.rule(), why.reason()));
					yield null;
				}
			};
		}

		private ObsStatus status(Subject place, Typed typed) {
			String code = typed.of(Typed.STATUS);
			if (!code.isEmpty() && ObsStatus.of(code).isEmpty()) {
				this.faults.add(Fault.of(place, Typed.STATUS, "choice",
						Text.format("“%s”不是数据状态", "\"%s\" is no status", code)));
			}
			return ObsStatus.of(code).orElse(ObsStatus.P);
		}

		private static @Nullable RevisionKind kind(Typed typed) {
			return Arrays.stream(RevisionKind.values())
				.filter((kind) -> kind.key().equals(typed.of(Typed.KIND)))
				.findFirst()
				.orElse(null);
		}

		private static @Nullable Integer replaces(Typed typed) {
			String number = typed.of(Typed.REPLACES);
			return number.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(number) : null;
		}

		private @Nullable String text(Subject place, Typed typed, String field) {
			String text = typed.of(field);
			if (text.length() > Fields.LONGEST_TEXT) {
				this.faults.add(Fault.of(place, field, "long", Text.format("最多%d个字，现有%d个",
						"at most %d characters, not %d", Fields.LONGEST_TEXT, text.length())));
			}
			return text.isEmpty() ? null : text;
		}

	}

}
