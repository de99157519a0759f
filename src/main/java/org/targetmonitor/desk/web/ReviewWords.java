package org.targetmonitor.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.targetmonitor.desk.SubmissionReview;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Fields;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.submission.Outcome;

/** Says to a reviewer what became of a decision, or why none can be made of a form. */
@Component
class ReviewWords {

	private final MessageSource messages;

	ReviewWords(MessageSource messages) {
		this.messages = messages;
	}

	/** How many figures were decided about, of which plan and period. */
	String done(SubmissionReview review, ReviewForm form, Locale locale) {
		return message(form.approves() ? "review.approved" : "review.returned", locale, form.chosen().size(),
				review.plan().title().in(locale), PeriodWords.named(review.period()).in(locale));
	}

	/**
	 * What cannot be meant: nothing is chosen, no button was pressed, or a figure is
	 * approved beside which a reason to return it stands, which would be lost.
	 */
	List<String> unclear(SubmissionReview review, ReviewForm form, Locale locale) {
		if (form.chosen().isEmpty() || !(form.approves() || form.returns())) {
			return List.of(message(form.chosen().isEmpty() ? "review.none-chosen" : "review.no-decision", locale));
		}
		if (form.chosen()
			.stream()
			.anyMatch((indicator) -> !Fields.isText(form.reason(indicator), Fields.LONGEST_TEXT))) {
			return List.of(message("review.reason-no-text", locale, Fields.LONGEST_TEXT));
		}
		return form.chosen()
			.stream()
			.filter((indicator) -> form.approves() && !form.reason(indicator).isEmpty())
			.map((indicator) -> message("review.reason-lost", locale, name(review, indicator, locale)))
			.toList();
	}

	private static String name(SubmissionReview review, String indicator, Locale locale) {
		return review.plan().target(indicator).map((target) -> target.name().in(locale)).orElse(indicator);
	}

	/** What was refused, each with what it is about. */
	List<String> of(Outcome outcome, SubmissionReview review, Locale locale) {
		List<String> words = new ArrayList<>();
		for (Fault fault : Faults.listed(outcome.faults())) {
			String about = review.plan()
				.target(fault.subject().code())
				.map((target) -> target.name().in(locale) + message("colon", locale))
				.orElse("");
			words.add(about + fault.reason().in(locale));
		}
		return words;
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
