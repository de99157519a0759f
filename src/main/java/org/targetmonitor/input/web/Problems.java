package org.targetmonitor.input.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** Makes problem answers with one entry per fault, in the caller's language. */
public final class Problems {

	private Problems() {
	}

	/** An answer that carries a problem. */
	public static ResponseEntity<Object> answer(HttpStatus status, Text title, List<Fault> faults, Locale locale) {
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem(status, title, faults, locale));
	}

	/**
	 * The problem itself; {@code detail} is the first of them, {@code errors} holds all.
	 */
	public static ProblemDetail problem(HttpStatus status, Text title, List<Fault> faults, Locale locale) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setTitle(title.in(locale));
		if (!faults.isEmpty()) {
			problem.setDetail(summary(faults).in(locale));
			problem.setProperty("errors", faults.stream().map((fault) -> entry(fault, locale)).toList());
		}
		return problem;
	}

	/** The first fault with what it is about, and how many there are. */
	private static Text summary(List<Fault> faults) {
		Fault first = faults.getFirst();
		String about = (first.subject() + " " + first.field()).strip();
		Text words = Text.format("%s：%s", "%s: %s", about, first.reason());
		return (faults.size() == 1) ? words
				: Text.format("共%d处错误，其一 %s", "%d faults, the first: %s", faults.size(), words);
	}

	/** One fault as it is answered: where, which field, which rule, why. */
	public static Map<String, Object> entry(Fault fault, Locale locale) {
		Map<String, Object> entry = new LinkedHashMap<>();
		if (fault.line() > 0) {
			entry.put("line", fault.line());
		}
		if (!fault.subject().isEmpty()) {
			entry.put("subject", fault.subject());
		}
		entry.put("field", fault.field());
		entry.put("rule", fault.rule());
		entry.put("reason", fault.reason().in(locale));
		return entry;
	}

}
