package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.Text;

/** Opens .xlsx, transitional or strict, part by part without building a tree of any. */
final class XlsxFile {

	private final XlsxParts parts;

	private final List<Named> sheets = new ArrayList<>();

	private boolean from1904;

	private XlsxFile(XlsxParts parts) {
		this.parts = parts;
	}

	/** A sheet as the workbook lists it. */
	private record Named(String name, String relation, boolean hidden) {
	}

	static Opening open(byte[] file) {
		return new XlsxFile(new XlsxParts(ZipParts.of(file))).opened();
	}

	private Opening opened() {
		String workbook = this.parts.workbook();
		XmlPart.read(this.parts.part(workbook).orElseThrow(), this::workbook);
		List<XlsxParts.Relation> relations = this.parts.relations(workbook);
		XlsxStrings strings = part(relations, "sharedStrings", new XlsxStrings());
		XlsxStyles styles = part(relations, "styles", new XlsxStyles());
		CellValues values = new CellValues(this.from1904);
		List<Grid> grids = new ArrayList<>();
		List<Grid> marks = new ArrayList<>();
		for (Named sheet : this.sheets) {
			Optional<byte[]> content = content(relations, sheet);
			boolean mark = sheet.name().equals(SheetFile.MARKS);
			if (content.isPresent() && (mark || !sheet.hidden())) {
				XlsxSheet reader = new XlsxSheet(sheet.name(), strings, styles, values);
				XmlPart.read(content.get(), reader);
				(mark ? marks : grids).add(reader.grid());
			}
		}
		return new Opening.Opened(grids, marks);
	}

	private void workbook(String element, XmlPart part) {
		switch (element) {
			case "workbookPr" -> this.from1904 = part.isTrue("date1904");
			case "sheet" -> {
				if (this.sheets.size() >= SheetFile.MOST_SHEETS) {
					throw Unreadable
						.tooLarge(Text.format("工作表超过%d张", "there are more than %d sheets", SheetFile.MOST_SHEETS));
				}
				this.sheets.add(new Named(part.attribute("name"), part.attribute("id"),
						part.attribute("state").toLowerCase(java.util.Locale.ROOT).endsWith("hidden")));
			}
			default -> {
			}
		}
	}

	private <T extends XmlPart.Listener> T part(List<XlsxParts.Relation> relations, String type, T listener) {
		XlsxParts.target(relations, type)
			.flatMap(this.parts::part)
			.ifPresent((content) -> XmlPart.read(content, listener));
		return listener;
	}

	/** A chart sheet and the like has no cells. */
	private Optional<byte[]> content(List<XlsxParts.Relation> relations, Named sheet) {
		Optional<XlsxParts.Relation> relation = relations.stream()
			.filter((candidate) -> candidate.id().equals(sheet.relation()))
			.findFirst();
		if (relation.isEmpty()) {
			throw new Unreadable(SheetFile.DAMAGED);
		}
		if (!relation.get().type().equalsIgnoreCase("worksheet")) {
			return Optional.empty();
		}
		return Optional
			.of(this.parts.part(relation.get().target()).orElseThrow(() -> new Unreadable(SheetFile.DAMAGED)));
	}

}
