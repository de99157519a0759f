package org.targetmonitor.account.web;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.targetmonitor.account.Audit;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.AuditEvent;

/**
 * Records what the web parts did, with the address that the present request came from.
 */
@Component
public class AuditTrail {

	private static final int LONGEST = 500;

	private final Audit audit;

	private final Clock clock;

	private final TransactionOperations transactions;

	AuditTrail(Audit audit, Clock clock, TransactionOperations transactions) {
		this.audit = audit;
		this.clock = clock;
		this.transactions = transactions;
	}

	/**
	 * Does something and records it, or does neither: what is stored has its event, and
	 * is never told to have failed. Work that refuses takes back by itself what it wrote,
	 * so that the event of the refusal stands alone.
	 * @param work what is done, which calls {@link #record}; nothing slow, for it holds a
	 * connection
	 * @return what the work answered
	 */
	public <T> T together(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

	/**
	 * Records one event of the present moment. Whoever asks with {@code HEAD} is handed
	 * nothing out, so that it is no export.
	 * @param subject what it was done to, null where that is nothing in particular
	 * @param plan the plan it concerns, null for none
	 * @param detail what else is worth knowing, never a password or a token
	 */
	public void record(String actor, AuditAction action, boolean succeeded, @Nullable String subject,
			@Nullable String plan, @Nullable String detail) {
		HttpServletRequest request = request();
		if (action == AuditAction.EXPORT && request != null && request.getMethod().equals("HEAD")) {
			return;
		}
		this.audit.record(new AuditEvent(this.clock.instant(), shortened(actor), action, succeeded,
				(subject != null) ? shortened(subject) : null, plan, (detail != null) ? shortened(detail) : null,
				(request != null) ? request.getRemoteAddr() : null));
	}

	/** What somebody typed may be long, or hold what the database does not store. */
	private static String shortened(String text) {
		String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
		return (printable.length() <= LONGEST) ? printable : printable.substring(0, LONGEST) + "…";
	}

	private static @Nullable HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
