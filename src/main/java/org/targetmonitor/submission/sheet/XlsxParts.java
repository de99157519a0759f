package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.Text;

/** Which part of an .xlsx is which: told by the relations in it, not by names. */
final class XlsxParts {

	private static final Opening.Refused MACROS = new Opening.Refused("macros", new Text("文件含有宏，不予接收；请另存为不含宏的 .xlsx",
			"the file has macros and is not taken; save it as .xlsx without macros"));

	private final ZipParts parts;

	XlsxParts(ZipParts parts) {
		this.parts = parts;
	}

	/**
	 * A relation of one part to another.
	 *
	 * @param id by which the part names it
	 * @param type the last word of its kind, such as {@code worksheet}
	 * @param target the other part
	 */
	record Relation(String id, String type, String target) {
	}

	/**
	 * The part that is the workbook.
	 * @throws Unreadable if there is none, or one that is not taken
	 */
	String workbook() {
		if (this.parts.names()
			.stream()
			.anyMatch((name) -> name.endsWith("vbaproject.bin") || name.contains("macrosheets/"))) {
			throw new Unreadable(MACROS);
		}
		String main = target(relations(""), "officeDocument").orElse("xl/workbook.xml");
		if (main.endsWith(".bin") || this.parts.names().contains("xl/workbook.bin")) {
			throw new Unreadable(other(".xlsb"));
		}
		if (this.parts.names().contains("content.xml")) {
			throw new Unreadable(other("OpenDocument（.ods）"));
		}
		if (!isWorkbook(main)) {
			throw new Unreadable(SheetFile.NO_SPREADSHEET);
		}
		if (target(relations(main), "vbaProject").isPresent()) {
			throw new Unreadable(MACROS);
		}
		return main;
	}

	Optional<byte[]> part(String name) {
		return this.parts.part(name);
	}

	/** The relations of a part, of the file as a whole where it has no name. */
	List<Relation> relations(String part) {
		String folder = part.substring(0, part.lastIndexOf('/') + 1);
		String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
		List<Relation> relations = new ArrayList<>();
		this.parts.part(name).ifPresent((content) -> XmlPart.read(content, (element, xml) -> {
			if (element.equals("Relationship") && relations.size() < 1000) {
				String type = xml.attribute("Type");
				relations.add(new Relation(xml.attribute("Id"), type.substring(type.lastIndexOf('/') + 1),
						resolved(folder, xml.attribute("Target"))));
			}
		}));
		return relations;
	}

	static Optional<String> target(List<Relation> relations, String type) {
		return relations.stream()
			.filter((relation) -> relation.type().equalsIgnoreCase(type))
			.map(Relation::target)
			.findFirst();
	}

	private boolean isWorkbook(String name) {
		String[] root = { "" };
		this.parts.part(name).ifPresent((content) -> XmlPart.read(content, (element, xml) -> {
			root[0] = root[0].isEmpty() ? element : root[0];
		}));
		return root[0].equals("workbook");
	}

	/** Against the folder of the part that names it, or from the top. */
	private static String resolved(String folder, String target) {
		String path = target.startsWith("/") || target.startsWith("\\") ? target : folder + target;
		List<String> steps = new ArrayList<>();
		for (String step : ZipParts.name(path).split("/", -1)) {
			if (step.equals("..") && !steps.isEmpty()) {
				steps.removeLast();
			}
			else if (!step.equals(".") && !step.equals("..")) {
				steps.add(step);
			}
		}
		return String.join("/", steps);
	}

	private static Opening.Refused other(String format) {
		return new Opening.Refused("format",
				Text.format("不能读取%s格式；请另存为 .xlsx 后再上传", "%s is not read; save it as .xlsx and send that", format));
	}

}
