package org.targetmonitor.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.desk.AskedBefore;
import org.targetmonitor.desk.Draft;
import org.targetmonitor.desk.FillForm;
import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Fault;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Check;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Known;
import org.targetmonitor.submission.Sight;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.submission.YearBefore;
import org.targetmonitor.submission.web.Authors;

/**
 * Lays out the page of a period: what is known, what is typed, what is to be said of it.
 */
@Component
class FillDesk {

	private final Standings standings;

	private final Present present;

	private final Submissions submissions;

	private final FillDrafts drafts;

	private final FillDeadlines deadlines;

	FillDesk(Standings standings, Present present, Submissions submissions, FillDrafts drafts,
			FillDeadlines deadlines) {
		this.standings = standings;
		this.present = present;
		this.submissions = submissions;
		this.drafts = drafts;
		this.deadlines = deadlines;
	}

	/** Somebody's place: the rows of the departments that an account reports for. */
	record Place(PlanStanding standing, Known known, Optional<YearBefore> before, Period period, List<Target> targets,
			Author author, Locale locale) {

		Plan plan() {
			return this.standing.plan();
		}

		/** The figure of the same period of the year before. */
		Optional<Figure> yearBefore(Target target) {
			return this.before.flatMap((earlier) -> earlier.figure(target, this.period));
		}

		/** The departments, in the plan's order. */
		List<String> departments() {
			return this.targets.stream().map((target) -> target.department().code()).distinct().toList();
		}

		Set<String> indicators() {
			return this.targets.stream().map(Target::indicator).collect(Collectors.toSet());
		}

		boolean reportsForThePlan() {
			return plan().entries()
				.stream()
				.anyMatch((target) -> this.author.mayReportFor(plan().id(), target.department().code()));
		}

	}

	/** The place of an account in a plan's period; empty if there is no such plan. */
	Optional<Place> place(String plan, Period period, Account account, Locale locale) {
		Author author = Authors.of(account);
		Sight sight = Authors.sight(account);
		return this.present.standing()
			.plan(plan)
			.flatMap((standing) -> this.standings.known(plan)
				.map((known) -> new Place(standing.seenBy(sight), known, known.yearBefore().map(sight::of), period,
						own(standing.plan(), period, author), author, locale)));
	}

	private static List<Target> own(Plan plan, Period period, Author author) {
		return plan.entries()
			.stream()
			.filter((target) -> target.isHandedIn() && target.reporting() != null
					&& target.reporting().periods().contains(period))
			.filter((target) -> author.mayReportFor(plan.id(), target.department().code()))
			.toList();
	}

	/** The page with what the drafts hold. */
	FillPage page(Place place) {
		List<Draft> found = this.drafts.of(place);
		Map<String, Typed> rows = new LinkedHashMap<>();
		place.targets().forEach((target) -> rows.put(target.indicator(), Prefill.of(place, target)));
		Map<String, Typed> overtaken = new LinkedHashMap<>();
		found.forEach((draft) -> draft.rows()
			.forEach((indicator, typed) -> rows.computeIfPresent(indicator, (same, prefilled) -> {
				if (typed.of(Typed.REPLACES).equals(prefilled.of(Typed.REPLACES))) {
					return typed;
				}
				overtaken.put(indicator, typed);
				return prefilled;
			})));
		return page(place, rows, overtaken, found.stream().map((draft) -> FillDrafts.kept(place, draft)).toList());
	}

	/** The page with what somebody typed just now. */
	FillPage page(Place place, Map<String, Typed> typed, List<FillPage.Kept> kept) {
		return page(place, typed, Map.of(), kept);
	}

	private FillPage page(Place place, Map<String, Typed> typed, Map<String, Typed> overtaken,
			List<FillPage.Kept> kept) {
		Map<String, Typed> own = new LinkedHashMap<>();
		place.targets()
			.forEach((target) -> own.put(target.indicator(),
					shown(place, target, typed.getOrDefault(target.indicator(), Typed.NOTHING))));
		FillForm form = FillForm.read(place.plan(), place.period(), touched(place, own));
		Optional<Check> check = check(place, form, own);
		PlanStanding preview = preview(place, form);
		FillDeadlines.OfPage due = this.deadlines.of(place);
		List<FillRow> rows = place.targets()
			.stream()
			.map((target) -> row(place, target, asked(target, form, check, own), said(place, target, form, check),
					overtaken, preview, due.of(target)))
			.toList();
		return new FillPage(place.plan().id(), place.plan().title().in(place.locale()),
				place.standing().inventedNotice().map((text) -> text.in(place.locale())).orElse(""),
				place.standing().open(), place.period().toString(),
				PeriodWords.named(place.period()).in(place.locale()), due.all(), rows, kept);
	}

	/**
	 * What is refused would stand nowhere, so no light is shown beside it; what is
	 * doubted may be a slip, so its colour is not shown before the doubt is answered.
	 */
	private static FillRow row(Place place, Target target, Typed typed, List<FillSaid> said,
			Map<String, Typed> overtaken, PlanStanding preview, FillPage.Deadline due) {
		boolean refused = said.stream().anyMatch((one) -> one.kind().equals("fault"));
		return new FillRows(place, target).row(typed,
				Stream.concat(said.stream(), FillSaid.ofOvertaken(place, target, overtaken).stream()).toList(),
				refused ? null : light(place, target, preview, isDoubted(said)), due);
	}

	private static boolean isDoubted(List<FillSaid> said) {
		return said.stream().anyMatch((one) -> one.kind().equals("doubt"));
	}

	/** A row into which nothing was typed shows what is known now. */
	private static Typed shown(Place place, Target target, Typed typed) {
		return Prefill.isSame(typed, Prefill.under(place, target, typed)) ? Prefill.of(place, target) : typed;
	}

	/**
	 * What is handed in: a figure that stands in the fields as it was, and without a
	 * word, is not.
	 */
	Map<String, Typed> touched(Place place, Map<String, Typed> rows) {
		Map<String, Typed> touched = new LinkedHashMap<>(rows);
		for (Target target : place.targets()) {
			Typed row = rows.get(target.indicator());
			if (row != null && Prefill.isUntouched(row, Prefill.under(place, target, row))) {
				touched.remove(target.indicator());
			}
		}
		return touched;
	}

	private Optional<Check> check(Place place, FillForm form, Map<String, Typed> typed) {
		return form.isEmpty() ? Optional.empty() : Optional
			.of(this.submissions.check(place.known(), form.submission(), place.author(), AskedBefore.of(typed)));
	}

	/** The row with what it is asked about now; of what cannot be read nothing is. */
	private static Typed asked(Target target, FillForm form, Optional<Check> check, Map<String, Typed> typed) {
		Typed row = typed.getOrDefault(target.indicator(), Typed.NOTHING);
		if (!about(target, form.faults()).isEmpty()) {
			return row;
		}
		return AskedBefore.shown(row, check.map((said) -> about(target, said.doubts())).orElse(List.of()),
				check.map((said) -> about(target, said.explained())).orElse(List.of()));
	}

	private static List<Fault> about(Target target, List<Fault> faults) {
		return faults.stream().filter((fault) -> fault.subject().code().equals(target.indicator())).toList();
	}

	private PlanStanding preview(Place place, FillForm form) {
		return form.isEmpty() ? place.standing()
				: this.standings
					.supposing(place.plan().id(),
							(known, now) -> known.asIfApproved(own(place, form.submission()), now))
					.orElse(place.standing());
	}

	private static Submission own(Place place, Submission submission) {
		return new Submission(submission.period(), submission.reason(),
				submission.figures()
					.stream()
					.filter((figure) -> place.indicators().contains(figure.indicator()))
					.toList());
	}

	private static @Nullable FillLight light(Place place, Target target, PlanStanding preview, boolean doubted) {
		return preview.target(target.indicator())
			.filter((progress) -> progress.target().entry().hasStatus())
			.map((progress) -> FillLight.of(progress, place.period(), place.locale()))
			.map((light) -> doubted ? light.doubted(place.locale()) : light)
			.orElse(null);
	}

	/** What cannot be read comes alone: rules have nothing to say of it yet. */
	private static List<FillSaid> said(Place place, Target target, FillForm form, Optional<Check> check) {
		String indicator = target.indicator();
		Locale locale = place.locale();
		List<FillSaid> said = new ArrayList<>(FillSaid.of("fault", indicator, form.faults(), locale));
		if (said.isEmpty() && check.isPresent()) {
			List<Fault> hard = new ArrayList<>(check.get().refusals());
			hard.addAll(check.get().stale());
			said.addAll(FillSaid.of("fault", indicator, hard, locale));
			said.addAll(FillSaid.of("doubt", indicator, check.get().doubts(), locale));
			List<Fault> hints = new ArrayList<>(check.get().warnings());
			hints.removeAll(check.get().explained());
			said.addAll(FillSaid.of("explained", indicator, check.get().explained(), locale));
			said.addAll(FillSaid.of("hint", indicator, hints, locale));
		}
		said.addAll(FillSaid.of("hint", indicator, form.understood(), locale));
		return said;
	}

}
