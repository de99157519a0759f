package org.targetmonitor.desk.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.KeptSheet;
import org.targetmonitor.desk.KeptSheets;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.web.Later;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.SubmissionDocument;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.submission.sheet.Sheets;
import org.targetmonitor.submission.sheet.Template;
import org.targetmonitor.submission.web.OutcomeTrail;

/**
 * Figures by Excel or CSV: a template, a preview of what was filled in, and the
 * confirmation.
 */
@Controller
@Hidden
@RequestMapping("/fill/{plan}/{period}")
class SheetController {

	private static final String PAGE = "desk/sheet";

	private static final int AT_ONCE = 2;

	private final Semaphore places = new Semaphore(AT_ONCE);

	private final SheetDesks desks;

	private final Submissions submissions;

	private final OutcomeTrail outcomes;

	private final AuditTrail audit;

	private final KeptSheets sheets;

	private final Clock clock;

	SheetController(SheetDesks desks, Submissions submissions, OutcomeTrail outcomes, AuditTrail audit,
			KeptSheets sheets, Clock clock) {
		this.sheets = sheets;
		this.clock = clock;
		this.outcomes = outcomes;
		this.desks = desks;
		this.submissions = submissions;
		this.audit = audit;
	}

	@GetMapping("/sheet")
	String page(@PathVariable String plan, @PathVariable String period, @AuthenticationPrincipal SignedIn user,
			Model model, Locale locale) {
		return page(this.desks.open(plan, period, user.account()), model, locale);
	}

	/**
	 * A preview that is kept, beside what is there now. It has an address of its own, so
	 * that going back to it or loading it again sends nothing.
	 */
	@GetMapping("/sheet/previews/{id}")
	String kept(@PathVariable String plan, @PathVariable String period, @PathVariable UUID id,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		SheetDesks.Desk desk = this.desks.open(plan, period, user.account());
		Optional<KeptSheet> kept = kept(id.toString(), desk);
		if (kept.isEmpty()) {
			return gone(desk, model, locale, response);
		}
		Sheets.Reading reading = SheetDocument.kept(kept.get().document(), desk.expected().plan());
		model.addAttribute("preview", previews(desk, locale).of(kept.get().file(), reading));
		model.addAttribute("kept", id);
		return page(desk, desk.preview(id), model, locale);
	}

	@GetMapping({ "/sheet.xlsx", "/sheet.csv" })
	ResponseEntity<byte[]> template(@PathVariable String plan, @PathVariable String period,
			@RequestParam(required = false) @Nullable String department, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Locale locale) {
		Template template = this.desks.open(plan, period, user.account()).template(department);
		boolean csv = request.getRequestURI().endsWith(".csv");
		String name = plan + "-" + period + "-" + template.department().code() + (csv ? ".csv" : ".xlsx");
		this.audit.record(user.getUsername(), AuditAction.EXPORT, true, name, plan, null);
		return SheetDesks.file(name, csv ? template.csv(locale) : template.xlsx(locale));
	}

	/**
	 * Reading takes memory and time: a few at once, and the next is asked to wait.
	 */
	@PostMapping("/sheet")
	String preview(@PathVariable String plan, @PathVariable String period, @RequestParam("file") MultipartFile file,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response)
			throws IOException {
		SheetDesks.Desk desk = this.desks.open(plan, period, user.account());
		if (!this.places.tryAcquire()) {
			Later.SOON.say(response);
			model.addAttribute("busy", true);
			return page(desk, model, locale);
		}
		try {
			String name = SheetName.of(file.getOriginalFilename());
			SheetPreview preview = previews(desk, locale).of(name, Sheets.read(file.getBytes(), desk.expected()));
			if (preview.isRefused()) {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				this.audit.record(user.getUsername(), AuditAction.SUBMIT, false, period, plan, "sheet " + name);
			}
			if (preview.isConfirmable()) {
				return "redirect:" + desk.preview(keep(desk, preview));
			}
			model.addAttribute("preview", preview);
			return page(desk, model, locale);
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Hands in what was previewed; the form holds its number and what was typed beside.
	 */
	@PostMapping("/sheet/confirm")
	String confirm(@PathVariable String plan, @PathVariable String period, @RequestParam Map<String, String> answers,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale, HttpServletResponse response) {
		SheetDesks.Desk desk = this.desks.open(plan, period, user.account());
		Optional<KeptSheet> kept = kept(answers.get("preview"), desk);
		if (kept.isEmpty()) {
			return gone(desk, model, locale, response);
		}
		Node completed = SheetDocument.completed(kept.get().document(), desk.expected().period(), desk.figures(),
				answers);
		SubmissionDocument.Reading reading = SubmissionDocument.read(completed);
		Submissions.IdempotencyKey once = key(completed);
		Outcome outcome = this.outcomes.record(user.getUsername(), AuditAction.SUBMIT, period, plan,
				() -> reading.faults().isEmpty()
						? this.submissions.submit(plan, reading.submission(), desk.author(), once)
						: new Outcome.Refused(reading.faults()));
		if (outcome instanceof Outcome.Recorded recorded) {
			return "redirect:/fill/receipts/" + recorded.submission();
		}
		response.setStatus(status(outcome).value());
		model.addAttribute("stale", outcome instanceof Outcome.Stale);
		model.addAttribute("refused",
				Faults.listed(outcome.faults()).stream().map((fault) -> desk.words(fault, locale)).toList());
		if (!(outcome instanceof Outcome.Forbidden)) {
			again(desk, completed, kept.get().file(), answers, model, locale);
		}
		return page(desk, model, locale);
	}

	private Optional<KeptSheet> kept(@Nullable String id, SheetDesks.Desk desk) {
		return Optional.ofNullable(id)
			.filter((text) -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
			.flatMap((text) -> this.sheets.find(UUID.fromString(text), desk.author().username()))
			.filter((sheet) -> sheet.plan().equals(desk.plan().plan().id()) && sheet.period().equals(desk.period()));
	}

	private static String gone(SheetDesks.Desk desk, Model model, Locale locale, HttpServletResponse response) {
		response.setStatus(HttpStatus.GONE.value());
		model.addAttribute("gone", true);
		return page(desk, model, locale);
	}

	/** Keeps what a preview would hand in. */
	private UUID keep(SheetDesks.Desk desk, SheetPreview preview) {
		KeptSheet sheet = new KeptSheet(UUID.randomUUID(), desk.plan().plan().id(), desk.period(),
				desk.author().username(), preview.file(), preview.document(), this.clock.instant());
		this.sheets.keep(sheet);
		return sheet.id();
	}

	/** The preview once more, beside what is there now, with what was typed. */
	private void again(SheetDesks.Desk desk, Node completed, String file, Map<String, String> answers, Model model,
			Locale locale) {
		Sheets.Reading reading = SheetDocument.reading(completed, desk.expected().plan());
		if (!reading.rows().isEmpty()) {
			SheetPreview preview = previews(desk, locale).of(file, reading);
			model.addAttribute("preview", preview);
			if (preview.isConfirmable()) {
				model.addAttribute("kept", keep(desk, preview));
			}
			model.addAttribute("reason", answers.get("reason"));
			model.addAttribute("kind", answers.get("kind"));
		}
	}

	private SheetPreviews previews(SheetDesks.Desk desk, Locale locale) {
		return new SheetPreviews(this.submissions, desk.known(), desk.figures(), desk.expected(), desk.author(),
				locale);
	}

	private static HttpStatus status(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Recorded recorded -> HttpStatus.OK;
			case Outcome.Refused refused -> HttpStatus.UNPROCESSABLE_CONTENT;
			case Outcome.Stale stale -> HttpStatus.CONFLICT;
			case Outcome.Forbidden forbidden -> HttpStatus.FORBIDDEN;
			case Outcome.Unknown() -> throw SheetDesks.notFound();
		};
	}

	/** Confirming twice, by a second click or a reload, is confirming once. */
	private static Submissions.IdempotencyKey key(Node completed) {
		String digest = UUID.nameUUIDFromBytes(completed.toString().getBytes(StandardCharsets.UTF_8)).toString();
		return new Submissions.IdempotencyKey("sheet-" + digest, digest);
	}

	private static String page(SheetDesks.Desk desk, Model model, Locale locale) {
		return page(desk, desk.path(), model, locale);
	}

	private static String page(SheetDesks.Desk desk, String address, Model model, Locale locale) {
		model.addAttribute("desk", desk.view(locale));
		String other = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "zh-CN" : "en";
		model.addAttribute("otherLanguage", address + "?lang=" + other);
		return PAGE;
	}

}
