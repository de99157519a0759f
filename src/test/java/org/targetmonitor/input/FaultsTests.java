package org.targetmonitor.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.input.web.Problems;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	@Test
	void listsAHundredAndSaysHowManyMoreThereAre() {
		ProblemDetail problem = problem(faultsOf(document(20_000, 3)));
		assertThat(problem.getProperties()).containsEntry("more", 19_900);
		assertThat((List<?>) Objects.requireNonNull(problem.getProperties()).get("errors")).hasSize(100);
		assertThat(problem.getDetail()).startsWith("共20000处错误");
	}

	@Test
	void listsAllOfAHundred() {
		ProblemDetail problem = problem(faultsOf(document(100, 3)));
		assertThat(problem.getProperties()).doesNotContainKey("more");
		assertThat((List<?>) Objects.requireNonNull(problem.getProperties()).get("errors")).hasSize(100);
	}

	@Test
	void answerIsSmallHoweverLongTheNamesAre() {
		List<Fault> faults = faultsOf(document(300, 5000));
		byte[] answer = JsonMapper.builder()
			.build()
			.writeValueAsString(problem(faults))
			.getBytes(StandardCharsets.UTF_8);
		assertThat(answer.length).isLessThan(200_000);
	}

	@Test
	void quotesNoMoreThanSaysWhichItIs() {
		Fault fault = Fault.of("a".repeat(60_000), "b".repeat(60_000), "rule",
				Text.format("“%s”无效，可用：甲", "\"%s\" is none of: x", "c".repeat(60_000)));
		assertThat(fault.subject().toString()).hasSize(101).endsWith("…");
		assertThat(fault.field()).hasSize(101);
		assertThat(fault.reason().zh()).hasSizeLessThan(1010).startsWith("“ccc").endsWith("可用：甲");
		assertThat(fault.reason().en()).hasSizeLessThan(1010).endsWith("is none of: x");
	}

	@Test
	void quotesNoHalfOfACharacter() {
		String subject = Fault.of("a" + "\ud83d\ude00".repeat(60), "", "rule", Text.same("x")).subject().toString();
		assertThat(subject.codePoints().noneMatch((point) -> Character.getType(point) == Character.SURROGATE)).isTrue();
	}

	private static ProblemDetail problem(List<Fault> faults) {
		return Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, Text.same("x"), faults, Locale.SIMPLIFIED_CHINESE);
	}

	private static String document(int keys, int length) {
		return IntStream.range(0, keys)
			.mapToObj((key) -> "\"" + "k".repeat(length) + key + "\":0")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static List<Fault> faultsOf(String document) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(JsonTree.read(document), "s".repeat(60_000), "document", faults);
		fields.text("known");
		fields.refuseOthers();
		return faults;
	}

}
