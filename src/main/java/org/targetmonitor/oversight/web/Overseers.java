package org.targetmonitor.oversight.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.oversight.Acted;
import org.targetmonitor.oversight.Overseer;

/** Who acts on oversight, and what the audit is told of it. */
@Component
class Overseers {

	private final AuditTrail trail;

	Overseers(AuditTrail trail) {
		this.trail = trail;
	}

	/** What an account may do. */
	static Overseer of(SignedIn user) {
		return new Overseer(user.getUsername(),
				(plan) -> user.account().may(Role.REVIEWER, plan) || user.account().may(Role.PLAN_ADMIN, plan),
				(plan, department) -> user.account().submits(plan, department));
	}

	/** Carries an act out and tells the audit what became of it, or does neither. */
	Acted told(SignedIn user, String plan, String subject, String what, Supplier<Acted> act) {
		return this.trail.together(() -> {
			Acted acted = act.get();
			this.trail.record(user.getUsername(), AuditAction.OVERSIGHT, acted instanceof Acted.Done, subject, plan,
					what + detail(acted));
			return acted;
		});
	}

	private static String detail(Acted acted) {
		return switch (acted) {
			case Acted.Done done -> " " + done.number();
			case Acted.Refused refused -> "; rules; " + refused.faults()
				.stream()
				.map((fault) -> fault.field() + " " + fault.rule())
				.collect(Collectors.joining(", "));
			case Acted.Forbidden forbidden -> "; forbidden";
			case Acted.NotNow not -> "; not now";
			case Acted.Unknown unknown -> "; nothing there";
		};
	}

	static HttpStatus status(Acted acted) {
		return switch (acted) {
			case Acted.Done done -> HttpStatus.CREATED;
			case Acted.Refused refused -> HttpStatus.UNPROCESSABLE_CONTENT;
			case Acted.Forbidden forbidden -> HttpStatus.FORBIDDEN;
			case Acted.NotNow not -> HttpStatus.CONFLICT;
			case Acted.Unknown unknown -> HttpStatus.NOT_FOUND;
		};
	}

	/** Why nothing was recorded; null where something was. */
	static @Nullable Text title(Acted acted) {
		return switch (acted) {
			case Acted.Done done -> null;
			case Acted.Refused refused -> new Text("内容有误，未作任何保存", "refused, nothing is stored");
			case Acted.Forbidden forbidden -> forbidden.reason();
			case Acted.NotNow not -> not.reason();
			case Acted.Unknown unknown -> unknown.reason();
		};
	}

	static List<Fault> faults(Acted acted) {
		return (acted instanceof Acted.Refused refused) ? refused.faults() : List.of();
	}

	static String in(@Nullable Text text, Locale locale) {
		return (text != null) ? text.in(locale) : "";
	}

}
