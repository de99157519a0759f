package org.targetmonitor.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that become large, or slow, once they are read carelessly. */
final class AttackFiles {

	private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String HEADINGS = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>指标代码</t></is></c>"
			+ "<c r=\"B1\" t=\"inlineStr\"><is><t>数值</t></is></c></row>";

	private AttackFiles() {
	}

	/** Sheets by name; each is below two megabytes. */
	static Map<String, byte[]> sheets() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("one text of 2 MB named by 300 cells.xlsx",
				xlsx(rows(2, 302, (row) -> "<c r=\"A" + row + "\" t=\"s\"><v>0</v></c>"),
						strings("a".repeat(2_000_000) + " "), ""));
		files.put("the longest text named by 150,000 cells.xlsx", xlsx(
				rows(2, 1502, (row) -> "<c t=\"s\"><v>0</v></c>".repeat(100)), strings("甲".repeat(32_766) + " "), ""));
		files.put("blanks named by 150,000 cells.xlsx",
				xlsx(rows(2, 1502, (row) -> "<c t=\"s\"><v>0</v></c>".repeat(100)), strings(" ".repeat(32_767)), ""));
		files.put("a million empty cells.xlsx", xlsx(rows(2, 1002, (row) -> "<c/>".repeat(1000)), "", ""));
		files.put("half a million texts.xlsx", xlsx("", "<si><t>a</t></si>".repeat(500_000), ""));
		files.put("elements within elements.xlsx", xlsx("<a>".repeat(400_000) + "</a>".repeat(400_000), "", ""));
		files
			.put("a hundred thousand formats.xlsx",
					xlsx("", "",
							"<numFmts>"
									+ repeated(100_000,
											(id) -> "<numFmt numFmtId=\"" + (id + 200) + "\" formatCode=\"0." + id
													+ "\"/>")
									+ "</numFmts><cellXfs>" + "<xf/>".repeat(300_000) + "</cellXfs>"));
		files.put("attributes.xlsx", xlsx("<row " + repeated(150_000, (id) -> "a" + id + "=\"1\" ") + "/>", "", ""));
		files.put("a gigabyte of blanks.xlsx", bomb(1, 1024));
		files.put("400 parts of a megabyte.xlsx", bomb(400, 1));
		files.put("15,000 parts.xlsx", bomb(15_000, 0));
		files.put("blank lines.csv", csv("invented-on-track,5.9\n" + "\n".repeat(1_900_000)));
		files.put("rows.csv", csv("a\n".repeat(900_000)));
		files.put("columns.csv", ",".repeat(1_900_000).getBytes(StandardCharsets.UTF_8));
		files.put("quotation marks.csv", csv("\"".repeat(1_800_000)));
		files.put("periods above the headings.csv",
				(("二〇二四年一至三季度".repeat(16) + ",").repeat(3000) + "\n指标代码,数值\ninvented-on-track,5.9\n")
					.getBytes(StandardCharsets.UTF_8));
		return files;
	}

	/** Plan files by name. */
	static Map<String, byte[]> plans() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("a long scalar", ("plan: " + "a".repeat(1_900_000)).getBytes(StandardCharsets.UTF_8));
		files.put("a long scalar of words", ("plan: " + "a ".repeat(950_000)).getBytes(StandardCharsets.UTF_8));
		files.put("a scalar of many lines", ("plan: >\n" + "  a\n".repeat(470_000)).getBytes(StandardCharsets.UTF_8));
		files.put("a long scalar of escapes",
				("plan: \"" + "\\n".repeat(950_000) + "\"").getBytes(StandardCharsets.UTF_8));
		files.put("many items", ("plan: [" + "a,".repeat(900_000) + "a]").getBytes(StandardCharsets.UTF_8));
		return files;
	}

	private static byte[] csv(String rows) {
		return ("指标代码,数值\n" + rows).getBytes(StandardCharsets.UTF_8);
	}

	private static String strings(String text) {
		return "<si><t xml:space=\"preserve\">" + text + "</t></si>";
	}

	private static String rows(int from, int to, IntFunction<String> cells) {
		return IntStream.range(from, to)
			.mapToObj((row) -> "<row r=\"" + row + "\">" + cells.apply(row) + "</row>")
			.collect(Collectors.joining());
	}

	private static String repeated(int times, IntFunction<String> text) {
		return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
	}

	private static byte[] xlsx(String rows, String strings, String styles) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml",
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
		parts.put("_rels/.rels", relations(relation("1", "officeDocument", "xl/workbook.xml")));
		parts.put("xl/workbook.xml", element("workbook xmlns:r=\"" + RELATIONS + "\"", "workbook",
				"<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"));
		parts.put("xl/_rels/workbook.xml.rels", relations(relation("1", "worksheet", "worksheets/sheet1.xml")
				+ relation("2", "sharedStrings", "sharedStrings.xml") + relation("3", "styles", "styles.xml")));
		parts.put("xl/worksheets/sheet1.xml",
				element("worksheet", "worksheet", "<sheetData>" + HEADINGS + rows + "</sheetData>"));
		parts.put("xl/sharedStrings.xml", element("sst", "sst", strings));
		parts.put("xl/styles.xml", element("styleSheet", "styleSheet", styles));
		return zip(parts);
	}

	private static String element(String start, String name, String content) {
		return "<" + start + " xmlns=\"" + SPREADSHEET + "\">" + content + "</" + name + ">";
	}

	private static String relation(String number, String type, String target) {
		return "<Relationship Id=\"r" + number + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target
				+ "\"/>";
	}

	private static String relations(String content) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
				+ "</Relationships>";
	}

	/** Small as it is sent, and that many megabytes in each of its parts. */
	private static byte[] bomb(int parts, int megabytes) {
		byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int part = 0; part < parts; part++) {
				zip.putNextEntry(new ZipEntry("xl/part" + part + ".xml"));
				for (int written = 0; written < megabytes; written++) {
					zip.write(blanks);
				}
			}
			zip.finish();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] zip(Map<String, String> parts) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
			zip.finish();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
