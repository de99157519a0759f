package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;

/**
 * The page on which the security administrator sees and revokes the tokens of all
 * accounts.
 */
@Controller
@Hidden
@RequestMapping("/tokens")
class TokenPagesController {

	/** How many tokens are on a page at most. */
	private static final int TOKENS = 100;

	private final Tokens tokens;

	private final AuditTrail trail;

	private final Clock clock;

	private final ZoneId zone;

	TokenPagesController(Tokens tokens, AuditTrail trail, Clock clock,
			@Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.tokens = tokens;
		this.trail = trail;
		this.clock = clock;
		this.zone = zone;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "1") int page, Model model) {
		model.addAttribute("tokens", Slice.of(this.tokens.all(), page, TOKENS));
		model.addAttribute("here", new Address("/tokens", Map.of()));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("zone", this.zone);
		return "account/tokens";
	}

	@PostMapping("/{token}/revoke")
	String revoke(@PathVariable UUID token, @AuthenticationPrincipal SignedIn user) {
		this.trail.together(() -> {
			boolean revoked = this.tokens.revoke(token, this.clock.instant());
			this.trail.record(user.getUsername(), AuditAction.TOKEN, revoked, token.toString(), null, "revoked");
			return revoked;
		});
		return "redirect:/tokens?revoked";
	}

}
