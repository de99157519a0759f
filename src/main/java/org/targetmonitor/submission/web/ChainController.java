package org.targetmonitor.submission.web;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditChain;
import org.targetmonitor.account.AuditReport;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.Sight;

/** Shows where each plan's chain and the audit's end, and verifies them. */
@Controller
class ChainController {

	private static final String PAGE = "submission/chain";

	/** How many plans are on a page at most. */
	private static final int PLANS = 50;

	private final Chains chains;

	private final AuditChain audit;

	private final AuditTrail trail;

	private final ZoneId zone;

	ChainController(Chains chains, AuditChain audit, AuditTrail trail,
			@Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.chains = chains;
		this.audit = audit;
		this.trail = trail;
		this.zone = zone;
	}

	@Hidden
	@GetMapping("/chain")
	String page(@RequestParam(required = false) @Nullable String hash,
			@RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "1") int page,
			Model model) {
		String sought = (q != null) ? q.strip() : "";
		List<ChainRow> plans = this.chains.heads()
			.stream()
			.filter((head) -> head.plan().toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT)))
			.map(ChainRow::unverified)
			.toList();
		show(Slice.of(plans, page, PLANS), ChainRow.unverified(this.audit.head()), model);
		model.addAttribute("verified", false);
		model.addAttribute("q", sought);
		model.addAttribute("here", new Address("/chain", Map.of()).with("q", sought).with("hash", hash));
		if (hash != null && !hash.isBlank()) {
			model.addAttribute("sought", hash.strip());
			model.addAttribute("place", this.chains.find(hash).orElse(null));
			model.addAttribute("event", this.audit.find(hash));
		}
		return PAGE;
	}

	@Hidden
	@PostMapping("/chain")
	String verify(@AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
		List<ChainRow> plans = plans(user, locale);
		ChainRow events = events(user, locale);
		record(Stream.concat(plans.stream(), Stream.of(events)).toList(), user);
		List<ChainRow> brokenFirst = plans.stream()
			.sorted(Comparator.comparing(ChainRow::isBroken, Comparator.reverseOrder()))
			.toList();
		show(Slice.of(brokenFirst, 1, PLANS), events, model);
		model.addAttribute("verified", true);
		model.addAttribute("whole", !events.isBroken() && plans.stream().noneMatch(ChainRow::isBroken));
		return PAGE;
	}

	/** The audit's chain stands behind those of the plans on every page. */
	private void show(Slice<ChainRow> plans, ChainRow events, Model model) {
		model.addAttribute("slice", plans);
		model.addAttribute("rows", Stream.concat(plans.rows().stream(), Stream.of(events)).toList());
		model.addAttribute("starts", starts());
		model.addAttribute("auditStart",
				this.audit.start()
					.filter((start) -> start.events() > 0)
					.map((start) -> ChainStartRow.of(start, this.zone))
					.orElse(null));
	}

	/** The local time of each start by its plan; the first where there are several. */
	private Map<String, ChainStartRow> starts() {
		return this.chains.starts()
			.stream()
			.collect(Collectors.toMap(Chains.Start::plan, (start) -> ChainStartRow.of(start, this.zone),
					(first, other) -> first));
	}

	@GetMapping("/api/chain")
	@ResponseBody
	@Operation(summary = "Verify the chain of every plan; where one is broken, the first place comes first")
	List<ChainRow> all(@AuthenticationPrincipal SignedIn user, Locale locale) {
		return record(plans(user, locale), user);
	}

	@GetMapping("/api/chain/audit")
	@ResponseBody
	@Operation(summary = "Verify the chain of the audit; where it is broken, the first place comes first")
	ChainRow audit(@AuthenticationPrincipal SignedIn user, Locale locale) {
		return record(List.of(events(user, locale)), user).getFirst();
	}

	private List<ChainRow> plans(SignedIn user, Locale locale) {
		Sight sight = Authors.sight(user.account());
		return this.chains.verifyAll()
			.stream()
			.map((report) -> ChainRow.verified(report, sight.seesAll(report.head().plan()), locale))
			.toList();
	}

	/** Only who may read the audit is told what a record said. */
	private ChainRow events(SignedIn user, Locale locale) {
		AuditReport report = this.audit.verify();
		return ChainRow.verified(report, user.account().roles().contains(Role.AUDITOR), locale);
	}

	private List<ChainRow> record(List<ChainRow> rows, SignedIn user) {
		rows.stream()
			.filter(ChainRow::isBroken)
			.forEach((row) -> this.trail.record(user.getUsername(), AuditAction.CHAIN, false,
					(row.plan() != null) ? null : "audit", row.plan(), "link " + row.broken().getFirst().link()));
		if (rows.stream().noneMatch(ChainRow::isBroken)) {
			this.trail.record(user.getUsername(), AuditAction.CHAIN, true, null, null, null);
		}
		return rows;
	}

}
