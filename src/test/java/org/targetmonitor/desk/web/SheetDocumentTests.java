package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.sheet.Sheets;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of a sheet until it is confirmed, and what a figure loses by it. */
class SheetDocumentTests {

	/** As many as a sheet may have. */
	private static final int ROWS = 20_000;

	@Test
	void opensTheLargestSheetAgain() {
		Plan plan = plan();
		List<Sheets.Row> rows = new ArrayList<>();
		List<Map<String, String>> figures = new ArrayList<>();
		for (int row = 0; row < ROWS; row++) {
			Map<String, String> cells = new LinkedHashMap<>();
			for (String field : List.of("indicator", "value", "level", "status", "origin", "note", "published")) {
				cells.put(field, "A" + row);
			}
			Map<String, String> fields = Map.of("indicator", "i" + row, "value", "6.1", "status", "P");
			figures.add(fields);
			rows.add(new Sheets.Row(row, plan.target("i" + row).orElseThrow(), fields, cells, List.of(), List.of()));
		}
		String kept = SheetDocument.write(Period.parse("2024-Q2").orElseThrow(), figures,
				new Sheets.Reading(rows, List.of(), List.of()));
		Sheets.Reading again = SheetDocument.kept(kept, plan);
		assertThat(again.rows()).hasSize(ROWS);
		assertThat(again.rows().getLast().cells()).containsEntry("value", "A" + (ROWS - 1));
	}

	@Test
	void saysEverythingThatAFigureLoses() {
		Figure before = figure(Map.of(Detail.PUBLISHED, "2024-07-08", Detail.NOTE, "why", Detail.ORIGIN, "o"));
		Figure after = figure(Map.of(Detail.ORIGIN, "o"));
		assertThat(SheetChanges.again(before, after, null, Locale.SIMPLIFIED_CHINESE))
			.filteredOn((change) -> change.after().isEmpty())
			.extracting(SheetPreview.Change::before)
			.containsExactly("2024-07-08", "why");
		assertThat(SheetChanges.of(before, after, null, Locale.SIMPLIFIED_CHINESE)).as("nothing else differs")
			.isEmpty();
	}

	private static Figure figure(Map<Detail, String> details) {
		return new Figure("gdp", BigDecimal.ONE, null, null, ObsStatus.P, null, null, details);
	}

	private static Plan plan() {
		String targets = IntStream.range(0, ROWS)
			.mapToObj((n) -> """
					{"indicator":"i%d","name":"指标","wording":"增长6%%","measure":"growth","unit":"percent","decimals":1,\
					"goal":{"at-least":6},"reported":"quarterly","department":"stat","nature":"expected"}"""
				.formatted(n))
			.collect(Collectors.joining(","));
		return PlanFile.read(JsonTree.read("""
				{"plan":"sample-2024","title":"样例","area":{"code":"330110","zh":"余杭区"},"year":2024,\
				"timezone":"Asia/Shanghai","source":"测试","due":{"working-days-after-period":15},"closes":"2025-12-31",\
				"departments":{"stat":{"zh":"统计局","en":"Statistics"}},"targets":[%s]}""".formatted(targets)), "sample")
			.plan();
	}

}
