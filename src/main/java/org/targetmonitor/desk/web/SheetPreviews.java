package org.targetmonitor.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.desk.web.SheetPreview.Change;
import org.targetmonitor.desk.web.SheetPreview.Fate;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Asked;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Check;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Known;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.submission.SubmissionDocument;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.submission.sheet.Sheets;

/**
 * Says what would become of a sheet. The rules are those of every submission: the rows go
 * through the same document and the same check as a request to the API.
 */
final class SheetPreviews {

	/** Stands for the reason, which is asked for beside the preview. */
	private static final String REASON = "-";

	private final Submissions submissions;

	private final Known plan;

	private final Figures known;

	private final Sheets.Expected expected;

	private final Author author;

	private final Locale locale;

	private final Map<String, List<Fault>> refused = new HashMap<>();

	private final Map<String, List<Fault>> doubted = new HashMap<>();

	private final Map<String, List<Fault>> explained = new HashMap<>();

	private final Map<String, List<Fault>> warned = new HashMap<>();

	SheetPreviews(Submissions submissions, Known plan, Figures known, Sheets.Expected expected, Author author,
			Locale locale) {
		this.submissions = submissions;
		this.plan = plan;
		this.known = known;
		this.expected = expected;
		this.author = author;
		this.locale = locale;
	}

	SheetPreview of(String file, Sheets.Reading reading) {
		List<Sheets.Row> readable = reading.rows()
			.stream()
			.filter((row) -> !row.isBlank() && row.faults().isEmpty())
			.toList();
		Map<String, Figure> figures = figures(readable);
		List<Sheets.Row> handedIn = readable.stream().filter((row) -> !changes(row, figures).isEmpty()).toList();
		check(handedIn.stream()
			.flatMap((row) -> Optional.ofNullable(figures.get(indicator(row))).stream())
			.map(this::checkable)
			.toList());
		List<SheetPreview.Row> rows = reading.rows().stream().map((row) -> row(row, figures)).toList();
		boolean taken = reading.faults().isEmpty() && rows.stream().noneMatch((row) -> row.fate() == Fate.REFUSED)
				&& !handedIn.isEmpty();
		return new SheetPreview(file, listed(rows), faults(reading, rows),
				reading.remarks().stream().map((remark) -> remark.in(this.locale)).toList(),
				taken ? SheetDocument.write(period(), handedIn.stream().map(this::fields).toList(), reading) : "",
				handedIn.stream().anyMatch((row) -> latest(row).isPresent()),
				handedIn.stream().anyMatch((row) -> isApproved(indicator(row))));
	}

	/**
	 * What is refused without belonging to a row, and how much more there is at the rows.
	 */
	private List<String> faults(Sheets.Reading reading, List<SheetPreview.Row> rows) {
		int atRows = rows.stream().mapToInt((row) -> row.faults().size()).sum();
		int more = Faults.more(reading.faults()) + Math.max(0, atRows - Faults.MOST);
		return Stream
			.concat(Faults.listed(reading.faults()).stream().map(this::words),
					Faults.rest(more).stream().map((rest) -> rest.in(this.locale)))
			.toList();
	}

	/** Every row, but of its faults only those that are listed. */
	private static List<SheetPreview.Row> listed(List<SheetPreview.Row> rows) {
		List<SheetPreview.Row> listed = new ArrayList<>();
		int left = Faults.MOST;
		for (SheetPreview.Row row : rows) {
			listed.add((row.faults().size() <= left) ? row : row.withFaults(row.faults().subList(0, left)));
			left -= Math.min(left, row.faults().size());
		}
		return listed;
	}

	/** What the document's own reader makes of the rows; its faults are kept by row. */
	private Map<String, Figure> figures(List<Sheets.Row> rows) {
		Map<String, Figure> figures = new HashMap<>();
		if (!rows.isEmpty()) {
			String document = SheetDocument.write(period(), rows.stream().map(this::fields).toList());
			SubmissionDocument.Reading reading = SubmissionDocument.read(SheetDocument.read(document));
			keep(reading.faults(), this.refused);
			reading.submission().figures().forEach((figure) -> figures.put(figure.indicator(), figure));
			this.refused.keySet().forEach(figures::remove);
		}
		return figures;
	}

	private void check(List<Figure> figures) {
		if (figures.isEmpty()) {
			return;
		}
		Submission submission = new Submission(period(), REASON, figures);
		Check said = this.submissions.check(this.plan, submission, this.author, Asked.ALL);
		keep(said.foreign(), this.refused);
		keep(said.refusals(), this.refused);
		keep(said.stale(), this.refused);
		keep(said.doubts(), this.doubted);
		keep(said.explained(), this.explained);
		List<Fault> remarks = new ArrayList<>(said.warnings());
		remarks.removeAll(said.explained());
		keep(remarks, this.warned);
	}

	/** With a stand-in for the kind, which is asked for beside the preview. */
	private Figure checkable(Figure figure) {
		return isApproved(figure.indicator()) ? figure.with(RevisionKind.CORRECTION) : figure;
	}

	private SheetPreview.Row row(Sheets.Row row, Map<String, Figure> figures) {
		List<Fault> faults = new ArrayList<>(row.faults());
		faults.addAll(this.refused.getOrDefault(indicator(row), List.of()));
		List<Change> changes = changes(row, figures);
		List<String> open = at(row, this.doubted);
		List<String> doubts = new ArrayList<>(open);
		at(row, this.explained).forEach(
				(doubt) -> doubts.add(doubt + (isEnglish() ? " (the note in the sheet explains it)" : "（表中已有说明）")));
		List<String> remarks = new ArrayList<>(row.remarks().stream().map(this::words).toList());
		remarks.addAll(at(row, this.warned));
		latest(row).filter((latest) -> latest.isReturned() && !changes.isEmpty())
			.ifPresent((latest) -> remarks.add(returned(latest).in(this.locale)));
		Fate fate = fate(row, faults, changes);
		boolean asks = !open.isEmpty() && (fate == Fate.NEW || fate == Fate.CHANGED);
		return new SheetPreview.Row(row.line(), indicator(row), row.target().name().in(this.locale), fate, changes,
				faults.stream().map((fault) -> words(row, fault)).toList(), doubts, remarks,
				row.fields().getOrDefault("note", ""), asks);
	}

	private Fate fate(Sheets.Row row, List<Fault> faults, List<Change> changes) {
		if (!faults.isEmpty()) {
			return Fate.REFUSED;
		}
		if (row.isBlank()) {
			return Fate.BLANK;
		}
		if (changes.isEmpty()) {
			return Fate.SAME;
		}
		return latest(row).isPresent() ? Fate.CHANGED : Fate.NEW;
	}

	/** What was returned is owed again, so it is handed in again even unchanged. */
	private List<Change> changes(Sheets.Row row, Map<String, Figure> figures) {
		Figure figure = figures.get(indicator(row));
		if (figure == null) {
			return List.of();
		}
		Revision latest = latest(row).orElse(null);
		List<Change> changes = SheetChanges.of((latest != null) ? latest.figure() : null, figure,
				row.target().measurement(), this.locale);
		return (changes.isEmpty() && latest != null && latest.isReturned())
				? SheetChanges.again(latest.figure(), figure, row.target().measurement(), this.locale) : changes;
	}

	private static Text returned(Revision latest) {
		String reason = (latest.review() != null) ? Objects.requireNonNullElse(latest.review().reason(), "") : "";
		return reason.isEmpty() ? new Text("上一版已退回，本次重新报送", "the revision before was returned; it is handed in again")
				: Text.format("上一版已退回（%s），本次重新报送", "the revision before was returned (%s); it is handed in again",
						reason);
	}

	private Map<String, String> fields(Sheets.Row row) {
		Map<String, String> fields = new LinkedHashMap<>(row.fields());
		latest(row).ifPresent((latest) -> {
			fields.put("replaces", String.valueOf(latest.number()));
			if (latest.figure().origin() != null) {
				fields.putIfAbsent("origin", latest.figure().origin());
			}
		});
		return fields;
	}

	private Optional<Revision> latest(Sheets.Row row) {
		return this.known.latest(indicator(row), period());
	}

	private boolean isApproved(String indicator) {
		return this.known.approved(indicator).containsKey(period());
	}

	private Period period() {
		return this.expected.period();
	}

	private static String indicator(Sheets.Row row) {
		return row.target().indicator();
	}

	private static void keep(List<Fault> faults, Map<String, List<Fault>> where) {
		faults
			.forEach((fault) -> where.computeIfAbsent(fault.subject().code(), (code) -> new ArrayList<>()).add(fault));
	}

	private List<String> at(Sheets.Row row, Map<String, List<Fault>> faults) {
		return faults.getOrDefault(indicator(row), List.of()).stream().map((fault) -> words(row, fault)).toList();
	}

	private String words(Sheets.Row row, Fault fault) {
		String cell = row.cells().getOrDefault(fault.field(), row.cells().getOrDefault("indicator", ""));
		return cell.isEmpty() ? fault.reason().in(this.locale)
				: cell + (isEnglish() ? ": " : "：") + fault.reason().in(this.locale);
	}

	private String words(Fault fault) {
		String separator = isEnglish() ? ": " : "：";
		return fault.subject().isNone() ? fault.reason().in(this.locale)
				: fault.subject() + separator + fault.reason().in(this.locale);
	}

	private String words(Sheets.Remark remark) {
		return remark.cell() + (isEnglish() ? ": " : "：") + remark.words().in(this.locale);
	}

	private boolean isEnglish() {
		return this.locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
	}

}
