package org.targetmonitor.reference.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.tree.CsvRows;
import org.targetmonitor.input.web.AsOf;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.reference.ReferenceImport;
import org.targetmonitor.reference.ReferenceLedger;
import org.targetmonitor.reference.ReferenceRow;

/** The page of reference figures: all that are known, one more, a correction, a file. */
@Controller
@Hidden
@RequestMapping("/reference-figures")
class ReferencePagesController {

	private static final String PAGE = "reference/figures";

	private static final String PATH = "/reference-figures";

	/** How many figures are on a page at most. */
	private static final int FIGURES = 50;

	/** How many faults of a file are shown. */
	private static final int SHOWN = 50;

	private final ReferenceDesk desk;

	private final ReferenceLedger ledger;

	private final Clock clock;

	private final ZoneId zone;

	ReferencePagesController(ReferenceDesk desk, ReferenceLedger ledger, Clock clock,
			@Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.desk = desk;
		this.ledger = ledger;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * The list. Parameter {@code figure} names one that is to be corrected, as its row
	 * does.
	 */
	@GetMapping
	String page(@RequestParam(required = false) @Nullable String area,
			@RequestParam(required = false) @Nullable String indicator,
			@RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable String asOf, @RequestParam(defaultValue = "1") int page,
			@RequestParam(required = false) @Nullable String figure,
			@RequestParam(required = false) @Nullable String recorded, @AuthenticationPrincipal SignedIn user,
			Model model, Locale locale, HttpServletResponse response) {
		ReferenceQuery query = new ReferenceQuery(area, indicator, period, asOf);
		ReferenceFigures all = this.ledger.all();
		Optional<ReferenceFigure> chosen = (figure == null) ? Optional.empty() : named(all, figure);
		if (figure != null && chosen.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		chosen.ifPresent((one) -> model.addAttribute("history",
				all.where((revision) -> revision.place().equals(one.place())).revisions().reversed()));
		model.addAttribute("recorded", recorded);
		show(all, query, page, model, locale, response);
		return form(chosen.map(ReferenceForm::of).orElseGet(ReferenceForm::blank), user, model);
	}

	/** Records what was typed. */
	@PostMapping
	String record(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn user, Model model,
			Locale locale, HttpServletResponse response) {
		ReferenceForm form = ReferenceForm.typed(typed);
		return answer(user, model, locale, response,
				() -> this.desk.record(form.reading(), form.get(ReferenceForm.REASON), user), form, false);
	}

	/** Records a file. */
	@PostMapping("/file")
	String file(@RequestParam("file") MultipartFile file, @RequestParam(defaultValue = "") String reason,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response)
			throws IOException {
		byte[] bytes = file.getBytes();
		return answer(user, model, locale, response, () -> read(bytes, reason, user), ReferenceForm.blank(), true);
	}

	private ReferenceImport.Result read(byte[] file, String reason, SignedIn user) {
		ReferenceRow.Reader reader = ReferenceRow.Reader.ofTyped();
		try {
			CsvRows.read("reference-figures", file, reader::accept);
		}
		catch (Faulty ex) {
			return this.desk.refuse(ex.faults(), user);
		}
		return this.desk.record(reader.reading(), reason, user);
	}

	private String answer(SignedIn user, Model model, Locale locale, HttpServletResponse response,
			Supplier<ReferenceImport.Result> act, ReferenceForm form, boolean ofFile) {
		if (!ReferenceDesk.may(user.account())) {
			this.desk.forbidden(user);
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		return switch (act.get()) {
			case ReferenceImport.Result.Recorded recorded ->
				"redirect:" + PATH + "?recorded=" + recorded.revisions().size();
			case ReferenceImport.Result.Refused refused ->
				again(HttpStatus.UNPROCESSABLE_CONTENT, refused.faults(), form, ofFile, user, model, locale, response);
			case ReferenceImport.Result.Stale stale ->
				again(HttpStatus.CONFLICT, stale.faults(), form, ofFile, user, model, locale, response);
		};
	}

	private String again(HttpStatus status, List<Fault> faults, ReferenceForm form, boolean ofFile, SignedIn user,
			Model model, Locale locale, HttpServletResponse response) {
		response.setStatus(status.value());
		show(this.ledger.all(), new ReferenceQuery(null, null, null, null), 1, model, locale, response);
		if (ofFile) {
			model.addAttribute("fileFaults", Faults.listed(faults).stream().limit(SHOWN).toList());
			model.addAttribute("moreFaults", Math.max(0, faults.size() - SHOWN));
			return form(form, user, model);
		}
		return form(form.with(faults), user, model);
	}

	private String form(ReferenceForm form, SignedIn user, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("may", ReferenceDesk.may(user.account()));
		model.addAttribute("measures", ReferenceRow.measures().values());
		model.addAttribute("statuses", ReferenceRow.statuses().values());
		return PAGE;
	}

	private void show(ReferenceFigures all, ReferenceQuery query, int page, Model model, Locale locale,
			HttpServletResponse response) {
		Instant now = this.clock.instant();
		List<Fault> faults = query.narrowing();
		String asOf = query.asOf();
		boolean unreadable = false;
		if (asOf != null && AsOf.read(asOf, now, this.zone).isEmpty()) {
			unreadable = true;
			AsOf.refuse(asOf, model, locale);
		}
		else {
			AsOf.show(asOf, this.zone, model, locale);
		}
		if (unreadable || !faults.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		List<ReferenceFigure> found = (unreadable || !faults.isEmpty()) ? List.of()
				: query.of(all, now, this.zone).newest();
		model.addAttribute("slice", Slice.of(found, page, FIGURES));
		model.addAttribute("here", query.at(PATH));
		model.addAttribute("query", query);
		model.addAttribute("kept", query.kept());
		model.addAttribute("queryFaults", faults.stream().map((fault) -> fault.reason().in(locale)).toList());
		model.addAttribute("csv", query.at("/api/reference-figures").with("format", "csv"));
	}

	private static Optional<ReferenceFigure> named(ReferenceFigures all, String figure) {
		return all.newest().stream().filter((one) -> name(one).equals(figure)).findFirst();
	}

	/** Which figure it is, as an address says it. */
	private static String name(ReferenceFigure figure) {
		ReferenceFigure.Place place = figure.place();
		return String.join("/", place.area(), place.indicator(), place.measure().key(), place.period().toString());
	}

}
