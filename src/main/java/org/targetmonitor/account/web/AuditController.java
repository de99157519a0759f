package org.targetmonitor.account.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;
import org.targetmonitor.account.AuditPage;
import org.targetmonitor.account.GrantScopes;
import org.targetmonitor.input.Text;

/** Shows the audit to auditors, a page at a time, and hands it out as CSV. */
@Controller
@Hidden
class AuditController {

	private static final Logger log = LoggerFactory.getLogger(AuditController.class);

	private static final int SIZE = 50;

	/** How many plans are suggested at most; others are typed. */
	private static final int SUGGESTED = 100;

	private final Audit audit;

	private final AuditTrail trail;

	private final AuditWords words;

	private final Clock clock;

	private final ZoneId zone;

	private final GrantScopes scopes;

	private final GrantWords grantWords;

	AuditController(Audit audit, AuditTrail trail, AuditWords words, Clock clock, GrantScopes scopes,
			GrantWords grantWords, @Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.scopes = scopes;
		this.grantWords = grantWords;
		this.audit = audit;
		this.trail = trail;
		this.words = words;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping("/audit")
	String page(AuditQuery query, @RequestParam(required = false) @Nullable String after, Model model, Locale locale,
			HttpServletResponse response) {
		List<Text> faults = query.faults(this.scopes);
		AuditPage page = new AuditPage(List.of(), null);
		if (faults.isEmpty()) {
			AuditPage.Place place = (after != null) ? AuditPage.Place.read(after).orElse(null) : null;
			page = this.audit.find(query.filter(this.zone, this.scopes), place, SIZE);
		}
		else {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		model.addAttribute("query", query);
		model.addAttribute("asked", query.encoded());
		model.addAttribute("faults", faults.stream().map((fault) -> fault.in(locale)).toList());
		model.addAttribute("actions", EnumSet.complementOf(EnumSet.of(AuditAction.UNKNOWN)));
		model.addAttribute("rows",
				page.events().stream().map((event) -> AuditRow.of(event, this.words, this.zone, locale)).toList());
		model.addAttribute("plans", this.scopes.all().stream().limit(SUGGESTED).toList());
		model.addAttribute("planTitle", this.grantWords.titles());
		model.addAttribute("next", page.next());
		model.addAttribute("paged", after != null);
		return "account/audit";
	}

	@GetMapping("/audit/export")
	void export(AuditQuery query, @AuthenticationPrincipal SignedIn user, Locale locale, HttpServletResponse response)
			throws IOException {
		if (!query.faults(this.scopes).isEmpty()) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
		// Closed only at its end: closing it after a failure would make a part look like
		// the whole
		Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		AuditCsv file = new AuditCsv(out, (event) -> row(event, locale));
		try {
			file.write(this.audit, query.filter(this.zone, this.scopes));
			record(user, query, true, file.count());
			file.end(this.clock.instant(), user.getUsername(), locale, this.zone);
			out.close();
		}
		catch (IOException | RuntimeException ex) {
			if (!response.isCommitted()) {
				response.reset();
			}
			brokenOff(user, query, file.count(), ex);
			throw ex;
		}
	}

	private void brokenOff(SignedIn user, AuditQuery query, long events, Exception cause) {
		try {
			record(user, query, false, events);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

	/**
	 * With how many events it held; what could not be recorded is in the log at least.
	 */
	private void record(SignedIn user, AuditQuery query, boolean complete, long events) {
		String asked = query.encoded();
		// The count comes first: what is too long for a detail is cut at its end
		String detail = "events=" + events + (complete ? "" : "; broken-off") + (asked.isEmpty() ? "" : "; " + asked);
		log.info("{} exports the audit: {}", user.getUsername(), detail);
		this.trail.record(user.getUsername(), AuditAction.EXPORT, complete, "audit", null, detail);
	}

	/** Codes for programs, but the detail in the reader's words. */
	private List<String> row(AuditEvent event, Locale locale) {
		return AuditCsv.row(event, this.words.of(event, locale), this.zone);
	}

}
