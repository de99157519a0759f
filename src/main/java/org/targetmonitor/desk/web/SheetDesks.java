package org.targetmonitor.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Fault;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Known;
import org.targetmonitor.submission.Sight;
import org.targetmonitor.submission.YearBefore;
import org.targetmonitor.submission.sheet.Sheets;
import org.targetmonitor.submission.sheet.Template;
import org.targetmonitor.submission.web.Authors;

/** Finds what an account may report by sheet for a period of a plan. */
@Component
class SheetDesks {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final MediaType XLSX = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final Standings standings;

	private final Present present;

	private final WorkingDays calendar;

	SheetDesks(Standings standings, Present present, WorkingDays calendar) {
		this.standings = standings;
		this.present = present;
		this.calendar = calendar;
	}

	/** Answers 404 for what is not there and 403 for what the account does not report. */
	Desk open(String plan, String period, Account account) {
		PlanStanding found = this.present.standing().plan(plan).orElseThrow(SheetDesks::notFound);
		Period asked = Period.parse(period).orElseThrow(SheetDesks::notFound);
		List<Target> targets = SheetTemplates.reported(found.plan(), asked);
		if (targets.isEmpty()) {
			throw notFound();
		}
		Author author = author(account);
		List<Department> departments = targets.stream()
			.map(Target::department)
			.filter((department) -> author.mayReportFor(plan, department.code()))
			.distinct()
			.toList();
		if (departments.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		Sight sight = Authors.sight(account);
		Known known = this.standings.known(plan).orElseThrow(SheetDesks::notFound);
		return new Desk(known, known.yearBefore().map(sight::of), found.seenBy(sight), asked, author, departments,
				this.calendar);
	}

	static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	private static Author author(Account account) {
		return new Author(account.username(),
				account.grants()
					.stream()
					.filter((grant) -> grant.role() == Role.SUBMITTER)
					.map((grant) -> new Author.Scope(grant.plan(), grant.department()))
					.collect(Collectors.toSet()));
	}

	static ResponseEntity<byte[]> file(String name, byte[] body) {
		return ResponseEntity.ok()
			.contentType(name.endsWith(".csv") ? CSV : XLSX)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(body);
	}

	/** One account in front of one period of one plan. */
	record Desk(Known known, Optional<YearBefore> yearBefore, PlanStanding plan, Period period, Author author,
			List<Department> departments, WorkingDays calendar) {

		Figures figures() {
			return this.plan.figures();
		}

		Sheets.Expected expected() {
			return new Sheets.Expected(this.plan.plan(), this.period,
					this.departments.stream().map(Department::code).collect(Collectors.toSet()));
		}

		/** The sheet of one of its departments; 403 for another's. */
		Template template(@Nullable String department) {
			Department chosen = this.departments.stream()
				.filter((known) -> department == null || known.code().equals(department))
				.findFirst()
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
			return new SheetTemplates(this.yearBefore, this.plan, this.period, this.calendar).of(chosen);
		}

		String path() {
			return "/fill/" + this.plan.plan().id() + "/" + this.period + "/sheet";
		}

		/** Where a kept preview is shown. */
		String preview(UUID kept) {
			return path() + "/previews/" + kept;
		}

		SheetView view(Locale locale) {
			Plan plan = this.plan.plan();
			return new SheetView(path(), plan.id(), plan.title().in(locale), this.period.toString(),
					this.plan.inventedNotice().map((notice) -> notice.in(locale)).orElse(null),
					this.departments.stream().map((department) -> department(department, locale)).toList());
		}

		private SheetView.Office department(Department department, Locale locale) {
			Template template = template(department.code());
			return new SheetView.Office(department.code(), department.name().in(locale), template.due().in(locale),
					template.lines().size());
		}

		private String name(String indicator, Locale locale) {
			return this.plan.plan().target(indicator).map((target) -> target.name().in(locale)).orElse(indicator);
		}

		String words(Fault fault, Locale locale) {
			String indicator = fault.subject().code();
			String separator = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ": " : "：";
			return indicator.isEmpty() ? fault.reason().in(locale)
					: name(indicator, locale) + separator + fault.reason().in(locale);
		}

	}

}
