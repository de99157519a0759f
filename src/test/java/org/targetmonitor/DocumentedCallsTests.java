package org.targetmonitor;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The chapter of the API has every call with its parameters, and no other. */
class DocumentedCallsTests {

	private static final Pattern WRITTEN = Pattern.compile("`([A-Z]+) (/api/[^?`]+)(?:\\?([^`]*))?`");

	private static final List<Call> ALL_WRITTEN = written();

	private static final List<Call> ALL_MAPPED = mapped();

	/**
	 * A call.
	 *
	 * @param method such as {@code GET}
	 * @param path such as <code>/api/plans/{plan}</code>
	 * @param parameters the names of its query parameters
	 */
	record Call(String method, String path, Set<String> parameters) {

		/** Whether this, as it is mapped, answers another, as it is written. */
		boolean answers(Call written) {
			return written.method.equals(this.method) && written.parameters.equals(this.parameters)
					&& written.path.matches(this.path.replaceAll("\\{[a-z]+\\}", "[^/]+"));
		}

	}

	static List<Call> written() {
		return MarkdownTables.of("docs/api.md")
			.section("Calls")
			.rows()
			.stream()
			.flatMap((row) -> WRITTEN.matcher(row.text("call")).results())
			.map(DocumentedCallsTests::read)
			.toList();
	}

	private static Call read(MatchResult match) {
		Stream<String> parameters = Stream.ofNullable(match.group(3)).flatMap((query) -> Stream.of(query.split("&")));
		return new Call(match.group(1), match.group(2),
				parameters.map((parameter) -> parameter.replaceAll("=.*", "")).collect(Collectors.toSet()));
	}

	static List<Call> mapped() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
		return scan.findCandidateComponents("org.targetmonitor")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
			.flatMap(DocumentedCallsTests::of)
			.filter((call) -> call.path().startsWith("/api/"))
			.toList();
	}

	private static Stream<Call> of(Class<?> controller) {
		List<String> prefixes = paths(MergedAnnotations.from(controller).get(RequestMapping.class));
		return Arrays.stream(controller.getDeclaredMethods())
			.filter((method) -> MergedAnnotations.from(method).isPresent(RequestMapping.class))
			.flatMap((method) -> of(method, prefixes.getFirst()));
	}

	private static Stream<Call> of(Method method, String prefix) {
		MergedAnnotation<RequestMapping> mapping = MergedAnnotations.from(method).get(RequestMapping.class);
		Set<String> parameters = Arrays.stream(method.getParameters())
			.flatMap(DocumentedCallsTests::name)
			.collect(Collectors.toSet());
		return paths(mapping).stream()
			.flatMap((path) -> Arrays.stream(mapping.getEnumArray("method", RequestMethod.class))
				.map((verb) -> new Call(verb.name(), prefix + path, parameters)));
	}

	private static List<String> paths(MergedAnnotation<RequestMapping> mapping) {
		String[] paths = mapping.isPresent() ? mapping.getStringArray("path") : new String[0];
		return (paths.length == 0) ? List.of("") : List.of(paths);
	}

	private static Stream<String> name(Parameter parameter) {
		return MergedAnnotations.from(parameter)
			.stream(RequestParam.class)
			.map((annotation) -> annotation.getString("name").isEmpty() ? parameter.getName()
					: annotation.getString("name"));
	}

	@ParameterizedTest
	@MethodSource("mapped")
	void everyCallStandsInTheChapter(Call call) {
		assertThat(ALL_WRITTEN).anyMatch(call::answers);
	}

	@ParameterizedTest
	@MethodSource("written")
	void everyCallOfTheChapterIsAnswered(Call call) {
		assertThat(ALL_MAPPED).anyMatch((mapped) -> mapped.answers(call));
	}

	@Test
	void findsTheCalls() {
		assertThat(mapped()).contains(
				new Call("PUT", "/api/plans/{plan}", Set.of("reason", "document", "document-date")),
				new Call("GET", "/api/accounts", Set.of()));
	}

}
