package org.targetmonitor.submission.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.targetmonitor.plan.PlanSeal;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainFact.Sort;
import org.targetmonitor.submission.ChainLink;
import org.targetmonitor.submission.OversightSeal;
import org.targetmonitor.submission.Revision;

/**
 * Seals what is appended, in PostgreSQL: by whoever holds the plan, in the transaction
 * that appends the facts, out of the rows as they are stored.
 */
@Repository
class JdbcChain implements PlanSeal, OversightSeal {

	private static final Logger log = LoggerFactory.getLogger(JdbcChain.class);

	private final FactRows facts;

	private final ChainAppends links;

	JdbcChain(NamedParameterJdbcOperations jdbc, FactRows facts) {
		this.facts = facts;
		this.links = new ChainAppends(jdbc);
	}

	@Override
	public void seal(String plan, @Nullable Integer heading, Map<String, Integer> targets, Instant now) {
		List<String> ids = new ArrayList<>();
		if (heading != null) {
			ids.add(Sort.HEADING.id(heading.toString()));
		}
		targets.forEach((indicator, revision) -> ids.add(Sort.TARGET.id(indicator, revision.toString())));
		append(plan, ChainLink.Kind.PLAN, null, now, chosen(plan, Set.copyOf(ids)));
	}

	@Override
	public void seal(String plan, Set<String> ids, Instant now) {
		append(plan, ChainLink.Kind.OVERSIGHT, null, now, chosen(plan, ids));
	}

	/** Seals new revisions of base shares. */
	void seal(String plan, List<BaseShare> shares, Instant now) {
		Set<String> ids = shares.stream()
			.map((share) -> Sort.BASE_SHARE.id(share.indicator(), share.period().start().toString(),
					share.period().end().toString(), Integer.toString(share.number())))
			.collect(Collectors.toSet());
		append(plan, ChainLink.Kind.PLAN, null, now, chosen(plan, ids));
	}

	/** Seals a submission with all its revisions. */
	void seal(String plan, UUID submission, Instant now) {
		append(plan, ChainLink.Kind.SUBMISSION, submission, now, this.facts.ofSubmission(plan, submission));
	}

	/**
	 * Seals a decision: the submission, the revisions decided about, and what was
	 * decided.
	 */
	void seal(String plan, UUID submission, List<Revision> decided, boolean approved, Instant now) {
		Set<String> ids = decided.stream()
			.flatMap((revision) -> List.of(id(Sort.FIGURE, revision), id(Sort.REVIEW, revision)).stream())
			.collect(Collectors.toSet());
		ids.add(Sort.SUBMISSION.id(submission.toString()));
		append(plan, approved ? ChainLink.Kind.APPROVAL : ChainLink.Kind.RETURN, submission, now,
				chosen(this.facts.ofSubmission(plan, submission), ids));
	}

	private static String id(Sort sort, Revision revision) {
		return sort.id(revision.indicator(), revision.period().start().toString(), revision.period().end().toString(),
				Integer.toString(revision.number()));
	}

	private List<ChainFact> chosen(String plan, Set<String> ids) {
		return chosen(this.facts.of(plan, ids), ids);
	}

	private static List<ChainFact> chosen(List<ChainFact> facts, Set<String> ids) {
		List<ChainFact> chosen = facts.stream().filter((fact) -> ids.contains(fact.id())).toList();
		if (chosen.size() != ids.size()) {
			throw new IllegalStateException("not all facts to seal are there: " + ids);
		}
		return chosen;
	}

	private void append(String plan, ChainLink.Kind kind, @Nullable UUID submission, Instant now,
			List<ChainFact> facts) {
		logOnceCommitted(this.links.append(plan, kind, submission, now, facts));
	}

	/* A hash that somebody copies from the log must be one that was kept */
	private static void logOnceCommitted(ChainLink link) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				log.info("chain of plan {}: link {} has hash {}", link.plan(), link.number(), link.hash());
			}

		});
	}

}
