package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/** Says what the rest of the year must bring. */
public final class OutlookWords {

	/** The unit of days, of which a year has no more than it has. */
	private static final String DAY = "天";

	private OutlookWords() {
	}

	/** What the rest of the year must grow by, at the indicator's decimals. */
	public static Optional<Text> required(Target target, Outlook outlook) {
		Band required = outlook.required();
		if (required == null) {
			return Optional.empty();
		}
		Measurement measurement = Objects.requireNonNull(target.measurement());
		Text change = change(measurement.published(required.low()), measurement.published(required.high()));
		BigDecimal number = measurement.published(target.goal().number().orElseThrow());
		Text year = target.goal().isStrict() ? beyond(number, outlook.lowerIsBetter())
				: whole(number, outlook.lowerIsBetter());
		if (!outlook.lowerIsBetter() && required.high().signum() < 0) {
			return Optional.of(Text.format("%s，%s%s以内即可（估算）", "%s, it is enough if %s is %s at most (estimate)", year,
					rest(outlook.period()), change));
		}
		boolean allowed = outlook.lowerIsBetter() && required.high().signum() >= 0;
		return Optional.of(Text.format("%s，%s%s%s（估算）", "%s, %s %s %s (estimate)", year, rest(outlook.period()),
				allowed ? new Text("约可", "may be") : new Text("约需", "needs to be"), change));
	}

	/**
	 * What the rest of the year must bring: a growth, or what is left of a quantity; of
	 * what was to be decided by now only how much was missing at last.
	 */
	public static Optional<Text> needed(TargetProgress progress) {
		return Optional.ofNullable(progress.outlook())
			.flatMap((outlook) -> needed(progress.target(), outlook, progress.timeliness()));
	}

	static Optional<Text> needed(Target target, Outlook outlook, Timeliness timeliness) {
		Remaining remaining = outlook.remaining();
		boolean broken = remaining != null && outlook.lowerIsBetter() && remaining.beyond().signum() > 0;
		if (timeliness.isOverdueAtTheEnd(target) && !broken) {
			return (remaining == null || outlook.lowerIsBetter() || remaining.quantity().signum() <= 0)
					? Optional.empty()
					: Optional.of(Text.format("当时距%s目标还差%s", "%2$s were missing then for %1$s target", whose(target),
							SignedWords.share(remaining.quantity(), Objects.requireNonNull(target.measurement()))));
		}
		return needed(target, outlook);
	}

	private static Optional<Text> needed(Target target, Outlook outlook) {
		return required(target, outlook)
			.or(() -> Optional.ofNullable(outlook.remaining()).map((remaining) -> left(target, outlook, remaining)));
	}

	/** What is left, and how much of it each period left must bring or may take. */
	private static Text left(Target target, Outlook outlook, Remaining remaining) {
		Measurement measurement = Objects.requireNonNull(target.measurement());
		boolean ceiling = outlook.lowerIsBetter();
		if (remaining.beyond().signum() > 0) {
			Text beyond = SignedWords.share(remaining.beyond(), measurement);
			return ceiling
					? Text.format("已突破%1$s控制数%2$s，%1$s目标已不能实现",
							"beyond %1$s ceiling by %2$s, which can no longer be kept", whose(target), beyond)
					: Text.format("已超过%s目标%s", "beyond %s target by %s", whose(target), beyond);
		}
		if (remaining.quantity().signum() == 0 && !ceiling && !target.goal().isStrict()) {
			return Text.format("%s目标已达到", "%s target is reached", whose(target));
		}
		Text rest = rest(target, outlook.period());
		Text whole = SignedWords.share(remaining.quantity(), measurement);
		if (ceiling && remaining.quantity().signum() == 0) {
			return Text.format("%s已无余量", "nothing is left for %s", rest);
		}
		if (ceiling) {
			return Text.format(target.goal().isStrict() ? "%s须少于%s%s" : "%s须控制在%s以内%s",
					target.goal().isStrict() ? "%s must stay below %s%s" : "%s must stay within %s%s", rest, whole,
					each(target, outlook.period(), remaining, true));
		}
		int days = daysLeft(target, outlook.period());
		if (measurement.unit().equals(DAY) && remaining.quantity().compareTo(BigDecimal.valueOf(days)) > 0) {
			return Text.format("%4$s目标还差%1$s，%2$s只有%3$d天，已不能实现",
					"%s are missing, and %s has only %d days: it can no longer be reached", whole, rest, days,
					whose(target));
		}
		return Text.format(needs(measurement, target.goal().isStrict()),
				target.goal().isStrict() ? "%s must bring more than %s%s" : "%s must bring %s%s", rest, whole,
				each(target, outlook.period(), remaining, false));
	}

	/** Days with good air come, they are not carried out. */
	private static String needs(Measurement measurement, boolean strict) {
		if (measurement.unit().equals(DAY)) {
			return strict ? "%s还需超过%s%s" : "%s还需%s%s";
		}
		return strict ? "%s还需完成超过%s%s" : "%s还需完成%s%s";
	}

	/** 全年 of a target that has the year. */
	public static Text whose(Target target) {
		return target.deadline().isPresent() ? new Text("", "the") : new Text("全年", "the year's");
	}

	private static int daysLeft(Target target, Period period) {
		LocalDate end = target.deadline()
			.map((deadline) -> deadline.day().plusDays(1))
			.orElse(LocalDate.of(period.year() + 1, 1, 1));
		return (int) ChronoUnit.DAYS.between(period.end(), end);
	}

	/**
	 * On average: rounded so that it is enough, or not too much; where less than one
	 * piece is left for each period nothing is said.
	 */
	private static Text each(Target target, Period period, Remaining remaining, boolean ceiling) {
		Measurement measurement = Objects.requireNonNull(target.measurement());
		BigDecimal each = remaining.perPeriod()
			.setScale(measurement.decimals(), ceiling ? RoundingMode.FLOOR : RoundingMode.CEILING);
		boolean less = remaining.perPeriod().compareTo(BigDecimal.ONE.movePointLeft(measurement.decimals())) < 0;
		if (remaining.periods() == 1 || less) {
			return Text.same("");
		}
		Frequency frequency = Objects.requireNonNull(target.reporting()).frequency();
		boolean regular = remaining.periods() * frequency.months() == target.months() - period.monthsEnded();
		Text exactly = SignedWords.share(each, measurement);
		Text much = (ceiling || each.compareTo(remaining.perPeriod()) == 0) ? exactly
				: Text.format("约%s", "about %s", exactly);
		Text atMost = ceiling ? new Text("不超过", " at most") : Text.same("");
		return regular
				? Text.format("，%1$s%3$s%2$s", ", %2$s%3$s %1$s on average",
						(frequency == Frequency.MONTHLY) ? new Text("月均", "a month") : new Text("平均每季度", "a quarter"),
						much, atMost)
				: Text.format("，余%1$d个报告期，平均每期%3$s%2$s", ", %2$s%3$s in each of the %1$d periods left on average",
						remaining.periods(), much, atMost);
	}

	/** The number itself is not enough. */
	private static Text beyond(BigDecimal number, boolean lower) {
		String plain = Numbers.plain(number.abs());
		if (number.signum() < 0) {
			return Text.format(lower ? "全年降幅要大于%s%%" : "全年降幅要小于%s%%",
					lower ? "for a year that is down more than %s%%" : "for a year that is down less than %s%%", plain);
		}
		return Text.format(lower ? "全年要低于%s%%" : "全年要高于%s%%", lower ? "for a year below %s%%" : "for a year above %s%%",
				plain);
	}

	private static Text whole(BigDecimal number, boolean lower) {
		String plain = Numbers.plain(number.abs());
		return switch (number.signum()) {
			case -1 -> Text.format(lower ? "全年要下降%s%%" : "全年降幅要控制在%s%%以内",
					lower ? "for a year that is down %s%%" : "for a year that is down %s%% at most", plain);
			case 0 -> lower ? new Text("全年不能增长", "for a year without growth")
					: new Text("全年要持平", "for a year without change");
			default -> Text.format(lower ? "全年要控制在%s%%以内" : "全年要达到%s%%",
					lower ? "for a year of %s%% at most" : "for a year of %s%%", plain);
		};
	}

	/** A change between two bounds in words: decreases are said as such. */
	static Text change(BigDecimal low, BigDecimal high) {
		String first = Numbers.plain(low.abs());
		String second = Numbers.plain(high.abs());
		if (low.compareTo(high) == 0) {
			return changed(low);
		}
		if (low.signum() >= 0) {
			return Text.format("增长%s%%至%s%%", "up about %s%% to %s%%", first, second);
		}
		if (high.signum() <= 0) {
			return Text.format("下降%2$s%%至%1$s%%", "down about %2$s%% to %1$s%%", first, second);
		}
		return Text.format("下降%s%%至增长%s%%", "between about %s%% down and %s%% up", first, second);
	}

	private static Text changed(BigDecimal rate) {
		String plain = Numbers.plain(rate.abs());
		return switch (rate.signum()) {
			case -1 -> Text.format("下降%s%%", "down about %s%%", plain);
			case 0 -> new Text("持平", "about unchanged");
			default -> Text.format("增长%s%%", "up about %s%%", plain);
		};
	}

	/** Why a target has no outlook, or which inputs are missing for all of it. */
	public static List<Text> whyNone(TargetProgress progress) {
		Outlook outlook = progress.outlook();
		if (outlook == null && progress.extent().isPresent()) {
			return List
				.of(new Text("公布的结果没有确切数值，不作全年测算", "the published result is no exact number, so there is no outlook"));
		}
		return (outlook != null) ? outlook.missing() : List.of(Outlooks.whyNone(progress.target(), progress.verdict())
			.orElseGet(() -> new Text("计划已关闭，不再测算", "the plan is closed, nothing is estimated any more")));
	}

	/** What is left for a target after a period: the rest of the year, or 9月底前. */
	public static Text rest(Target target, Period period) {
		return target.deadline()
			.map((deadline) -> Text.format("%s前", "the time to %s", deadline.at()))
			.orElseGet(() -> rest(period));
	}

	/** What is left of the year after a period, in words. */
	public static Text rest(Period period) {
		int left = 12 - period.monthsEnded();
		return switch (left) {
			case 9 -> new Text("后三季度", "the last three quarters");
			case 6 -> new Text("下半年", "the second half");
			case 3 -> new Text("四季度", "the fourth quarter");
			case 1 -> new Text("12月", "December");
			default -> Text.format("余下%d个月", "the last %d months", left);
		};
	}

}
