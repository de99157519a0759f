package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.desk.PeriodBefore;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.StatusWords;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/** Puts one indicator of the page into words. */
class FillRows {

	private final FillDesk.Place place;

	private final Target target;

	private final @Nullable Measurement measurement;

	FillRows(FillDesk.Place place, Target target) {
		this.place = place;
		this.target = target;
		this.measurement = target.measurement();
	}

	FillRow row(Typed typed, List<FillSaid> said, @Nullable FillLight light, FillPage.Deadline due) {
		Locale locale = this.place.locale();
		return new FillRow(this.target.indicator(), this.target.name().in(locale), this.target.wording(),
				goal().in(locale), this.target.department().shortName().in(locale), label().in(locale),
				unit().in(locale).strip(), level().map((text) -> text.in(locale)).orElse(null),
				(this.measurement != null) ? this.measurement.levelUnit() : null,
				this.place.period().frequency() == Frequency.QUARTERLY && !this.target.entry().takesStatement(),
				before(),
				this.place.yearBefore(this.target)
					.map((figure) -> known(yearBefore(), figure))
					.orElse(FillRow.Known.NOTHING),
				present(), typed, Prefill.of(this.place, this.target),
				!Prefill.isSame(typed, Prefill.of(this.place, this.target)), said, light, due, this.target.entry(),
				(this.measurement != null) ? this.measurement.statusWords() : StatusWords.RETURNS);
	}

	/** What the level is, with its unit. */
	private Optional<Text> level() {
		if (this.measurement == null || this.measurement.levelUnit() == null) {
			return Optional.empty();
		}
		return Optional
			.of(Text.format("%s（%s）", "%s (%s)", this.measurement.levelName(), this.measurement.levelUnit()));
	}

	private Text goal() {
		return this.place.plan().asked(this.target);
	}

	/** What is asked for; a decrease is no word but a minus. */
	private Text label() {
		if (this.measurement == null) {
			return Text.same("");
		}
		return switch (this.measurement.measure()) {
			case GROWTH -> new Text("增减%（下降填负数）", "change in % (a decrease with a minus)");
			case RATIO -> Text.format("比率%s", "rate in %s", this.measurement.unitSign());
			case COMPLETION -> new Text("累计完成%", "% done so far");
			case LEVEL -> this.measurement.unit().isEmpty() ? new Text("年初以来累计", "since 1 January")
					: Text.format("年初以来累计（%s）", "since 1 January (%s)", this.measurement.unit());
			case RANK -> new Text("位次（第几位）", "rank (which place)");
			case VALUE -> this.measurement.unit().isEmpty() ? new Text("数值", "value")
					: Text.format("数值（%s）", "value (%s)", this.measurement.unit());
		};
	}

	private Text unit() {
		return (this.measurement != null) ? this.measurement.unitWords() : Text.same("");
	}

	/** The figure of the period before it, in this year or the last. */
	private FillRow.Known before() {
		return PeriodBefore
			.of(this.target, this.place.period(), this.place.standing().figures(), this.place.before().orElse(null))
			.map((revision) -> known(revision.period(), revision.figure()))
			.orElse(FillRow.Known.NOTHING);
	}

	private Period yearBefore() {
		Period period = this.place.period();
		return new Period(period.year() - 1, period.frequency(), period.number());
	}

	private FillRow.Known known(Period period, Figure figure) {
		Locale locale = this.place.locale();
		String level = (figure.level() != null && this.measurement != null && this.measurement.levelUnit() != null)
				? Numbers.plain(figure.level()) + " " + this.measurement.levelUnit()
				: Objects.requireNonNullElse(figure.statement(), "");
		String value = figure.status().isNotAvailable() ? figure.status().words(this.measurement).in(locale)
				: Objects.requireNonNullElseGet(figure.extent(), () -> value(figure.value(), locale));
		return new FillRow.Known(
				((this.measurement != null) ? PeriodWords.of(period, this.measurement) : PeriodWords.named(period))
					.in(locale),
				value, level);
	}

	private String value(@Nullable BigDecimal value, Locale locale) {
		if (value == null || this.measurement == null) {
			return "";
		}
		String sign = (this.measurement.measure() == Measure.GROWTH && value.signum() > 0) ? "+" : "";
		return sign + Numbers.plain(this.measurement.published(value)) + unit().in(locale);
	}

	private FillRow.@Nullable Present present() {
		Figures figures = this.place.standing().figures();
		Revision latest = figures.latest(this.target.indicator(), this.place.period()).orElse(null);
		if (latest == null) {
			return null;
		}
		String reason = (latest.review() != null && latest.review().reason() != null) ? latest.review().reason() : "";
		return new FillRow.Present(latest.number(), latest.state().key(),
				latest.state().words().in(this.place.locale()), known(this.place.period(), latest.figure()),
				latest.author(), reason, figures.approved(this.target.indicator()).containsKey(this.place.period()));
	}

}
