package org.targetmonitor.submission.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.Sight;

/** Shows where each plan's chain ends, and verifies it. */
@Controller
class ChainController {

	private static final String PAGE = "submission/chain";

	private final Chains chains;

	private final AuditTrail trail;

	private final ZoneId zone;

	ChainController(Chains chains, AuditTrail trail, @Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.zone = zone;
		this.chains = chains;
		this.trail = trail;
	}

	@Hidden
	@GetMapping("/chain")
	String page(@RequestParam(required = false) @Nullable String hash, Model model) {
		model.addAttribute("rows", this.chains.heads().stream().map(ChainRow::unverified).toList());
		model.addAttribute("starts", starts());
		model.addAttribute("verified", false);
		if (hash != null && !hash.isBlank()) {
			model.addAttribute("sought", hash.strip());
			model.addAttribute("place", this.chains.find(hash).orElse(null));
		}
		return PAGE;
	}

	@Hidden
	@PostMapping("/chain")
	String verify(@AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
		model.addAttribute("rows", verified(user, locale));
		model.addAttribute("starts", starts());
		model.addAttribute("verified", true);
		return PAGE;
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
		return verified(user, locale);
	}

	private List<ChainRow> verified(SignedIn user, Locale locale) {
		Sight sight = Authors.sight(user.account());
		List<ChainRow> rows = this.chains.heads()
			.stream()
			.map((head) -> ChainRow.verified(this.chains.read(head.plan()), sight.seesAll(head.plan()), locale))
			.toList();
		rows.stream()
			.filter(ChainRow::isBroken)
			.forEach((row) -> this.trail.record(user.getUsername(), AuditAction.CHAIN, false, null, row.plan(),
					"link " + row.broken().getFirst().link()));
		if (rows.stream().noneMatch(ChainRow::isBroken)) {
			this.trail.record(user.getUsername(), AuditAction.CHAIN, true, null, null, null);
		}
		return rows;
	}

}
