package org.targetmonitor.desk.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import org.targetmonitor.desk.SubmissionReview;
import org.targetmonitor.submission.Decision;
import org.targetmonitor.submission.Revision;

/**
 * What a reviewer pressed and typed on the page of a submission. Its fields: decision
 * says approve, approve-all or return; a figure's own button sends its indicator as
 * return; figures are the ticked ones, shown those that waited when the page was made, on
 * whichever of its pages, with blanks between them; reason stands for all of them,
 * reason-gdp for one.
 *
 * @param approves whether it approves
 * @param returns whether it returns
 * @param chosen the indicators it is about
 * @param ticked those that were ticked
 * @param reasons the reasons, by indicator
 */
record ReviewForm(boolean approves, boolean returns, Set<String> chosen, Set<String> ticked,
		Map<String, String> reasons) {

	static ReviewForm of(MultiValueMap<String, String> form, SubmissionReview review) {
		Set<String> ticked = new LinkedHashSet<>(form.getOrDefault("figures", List.of()));
		String one = form.getFirst("return");
		String decision = form.getFirst("decision");
		if (one != null) {
			return new ReviewForm(false, true, Set.of(one), ticked, reasons(form, review));
		}
		boolean all = "approve-all".equals(decision);
		Set<String> chosen = all ? shown(form) : ticked;
		return new ReviewForm(all || "approve".equals(decision), "return".equals(decision), chosen, ticked,
				reasons(form, review));
	}

	/** One field, however many there are: a form has no room for thousands. */
	private static Set<String> shown(MultiValueMap<String, String> form) {
		return form.getOrDefault("shown", List.of())
			.stream()
			.flatMap((codes) -> Stream.of(codes.strip().split("\\s+")))
			.filter((code) -> !code.isEmpty())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** A figure's own reason, or the one for all. */
	private static Map<String, String> reasons(MultiValueMap<String, String> form, SubmissionReview review) {
		Map<String, String> reasons = new LinkedHashMap<>();
		for (Revision revision : review.revisions()) {
			String own = form.getFirst("reason-" + revision.indicator());
			reasons.put(revision.indicator(), text(text(own).isEmpty() ? form.getFirst("reason") : own));
		}
		return reasons;
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	Decision decision() {
		return this.approves ? new Decision.Approval(this.chosen)
				: new Decision.ReturnOfSome(this.chosen.stream()
					.collect(Collectors.toMap((indicator) -> indicator, this::reason, (first, second) -> first,
							LinkedHashMap::new)));
	}

	String reason(String indicator) {
		return this.reasons.getOrDefault(indicator, "");
	}

	/** What is to be returned without a reason. */
	List<String> missing() {
		return !this.returns ? List.of()
				: this.chosen.stream().filter((indicator) -> reason(indicator).isEmpty()).toList();
	}

	/** What was typed beside other figures, which still wait. */
	ReviewForm rest() {
		Map<String, String> others = new LinkedHashMap<>(this.reasons);
		others.keySet().removeAll(this.chosen);
		Set<String> ticks = new LinkedHashSet<>(this.ticked);
		ticks.removeAll(this.chosen);
		return new ReviewForm(false, false, Set.of(), ticks, others);
	}

}
