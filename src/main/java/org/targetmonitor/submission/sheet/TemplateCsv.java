package org.targetmonitor.submission.sheet;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.targetmonitor.input.CsvText;

/** Writes a template as CSV. */
final class TemplateCsv {

	private TemplateCsv() {
	}

	static byte[] write(TemplateTable table) {
		StringWriter out = new StringWriter();
		// Without this mark Excel takes UTF-8 for GB18030
		out.write('\uFEFF');
		try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
			printer.printRecord(CsvText.guarded(table.title()));
			List<String> marks = table.marks().stream().map(CsvText::guarded).toList();
			printer.printRecord(marks);
			for (String explanation : table.explanations()) {
				printer.printRecord(CsvText.guarded(explanation));
			}
			printer.printRecord(table.columns().stream().map(TemplateTable.Column::heading).toList());
			for (Template.Line line : table.template().lines()) {
				List<String> cells = table.cells(line).stream().map(CsvText::cell).toList();
				printer.printRecord(cells);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

}
