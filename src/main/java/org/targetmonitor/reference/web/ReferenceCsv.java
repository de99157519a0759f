package org.targetmonitor.reference.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.targetmonitor.input.CsvText;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.reference.ReferenceFigure;

/** Reference figures as CSV for programs: UTF-8, texts exactly as they are. */
final class ReferenceCsv {

	private static final List<String> HEADING = List.of("area", "area-name", "indicator", "measure", "unit", "period",
			"revision", "value", "status", "origin", "published", "reason", "author", "recorded-at", "known-from");

	private ReferenceCsv() {
	}

	static String of(List<ReferenceFigure> figures) {
		StringBuilder out = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
			printer.printRecord(HEADING);
			for (ReferenceFigure figure : figures) {
				printer.printRecord(row(figure));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString();
	}

	private static List<String> row(ReferenceFigure figure) {
		ReferenceFigure.Place place = figure.place();
		return Arrays.asList(place.area(), CsvText.guarded(Objects.requireNonNullElse(figure.areaName(), "")),
				place.indicator(), place.measure().key(), CsvText.guarded(figure.unit()), place.period().toString(),
				Integer.toString(figure.number()), Numbers.plain(figure.value()), figure.status().name(),
				CsvText.guarded(figure.origin()), figure.published().toString(),
				CsvText.guarded(Objects.requireNonNullElse(figure.reason(), "")), figure.author(),
				figure.recordedAt().toString(), figure.knownFrom().toString());
	}

}
