package org.targetmonitor.submission.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Problems;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Revision;

/** Turns what became of a submission or review into an HTTP answer. */
final class Answers {

	private Answers() {
	}

	/** A revision in an answer. */
	record RevisionDocument(String indicator, int revision, String state) {

		static RevisionDocument of(Revision revision) {
			return new RevisionDocument(revision.indicator(), revision.number(), revision.state().key());
		}

	}

	/** What was recorded. */
	record Receipt(UUID id, String plan, String period, List<RevisionDocument> figures,
			List<Map<String, Object>> warnings) {

		static Receipt of(Outcome.Recorded recorded, Locale locale) {
			return new Receipt(recorded.submission(), recorded.plan(),
					recorded.revisions().getFirst().period().toString(),
					recorded.revisions().stream().map(RevisionDocument::of).toList(),
					recorded.warnings().stream().map((warning) -> Problems.entry(warning, locale)).toList());
		}

	}

	static ResponseEntity<Object> submission(Outcome outcome, Locale locale) {
		return answer(outcome, HttpStatus.CREATED, locale);
	}

	static ResponseEntity<Object> review(Outcome outcome, Locale locale) {
		return answer(outcome, HttpStatus.OK, locale);
	}

	private static ResponseEntity<Object> answer(Outcome outcome, HttpStatus done, Locale locale) {
		return switch (outcome) {
			case Outcome.Recorded recorded -> ResponseEntity.status(done).body(Receipt.of(recorded, locale));
			case Outcome.Refused refused -> Problems.answer(HttpStatus.UNPROCESSABLE_CONTENT,
					new Text("未被接收，未作任何保存", "refused, nothing is stored"), refused.faults(), locale);
			case Outcome.Stale stale -> Problems.answer(HttpStatus.CONFLICT,
					new Text("已有更新的记录，未作任何保存", "overtaken by another record, nothing is stored"), stale.faults(),
					locale);
			case Outcome.Forbidden forbidden -> Problems.answer(HttpStatus.FORBIDDEN,
					new Text("没有权限，未作任何保存", "not allowed, nothing is stored"), forbidden.faults(), locale);
			case Outcome.Unknown unknown -> Problems.answer(HttpStatus.NOT_FOUND,
					new Text("没有这个计划或报送", "no such plan or submission"), List.of(), locale);
		};
	}

}
