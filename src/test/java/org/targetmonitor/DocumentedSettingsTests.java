package org.targetmonitor;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import org.targetmonitor.support.Documents;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's chapter has every setting, with what holds without it. */
class DocumentedSettingsTests {

	private static final List<MarkdownTables.Row> ROWS = MarkdownTables.of("docs/operator.md")
		.sections()
		.stream()
		.flatMap((section) -> section.rows().stream())
		.filter((row) -> row.has("setting"))
		.toList();

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(targetmonitor\\.[a-z.-]+)[:}]");

	/** Of a newcomer's monitor alone, and so told by the README. */
	private static final String NEWCOMERS = "TARGETMONITOR_DATA_DIRECTORY";

	/**
	 * A setting.
	 *
	 * @param variable as an environment variable, such as {@code TARGETMONITOR_MAX_BODY}
	 * @param standard the value without it, empty where there is none
	 */
	record Setting(String variable, String standard) {
	}

	static Stream<Setting> settings() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		return scan.findCandidateComponents("org.targetmonitor")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
			.flatMap(DocumentedSettingsTests::of);
	}

	private static Stream<Setting> of(Class<?> properties) {
		String prefix = properties.getAnnotation(ConfigurationProperties.class).value();
		return Arrays.stream(properties.getRecordComponents())
			.map((component) -> new Setting(variable(prefix, component), standard(properties, component)));
	}

	private static String variable(String prefix, RecordComponent component) {
		String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		return variable(prefix + "." + name);
	}

	private static String variable(String property) {
		return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
	}

	private static String standard(Class<?> properties, RecordComponent component) {
		return Arrays.stream(properties.getDeclaredConstructors()[0].getParameters())
			.filter((parameter) -> parameter.getName().equals(component.getName()))
			.map((parameter) -> parameter.getAnnotation(DefaultValue.class))
			.filter(Objects::nonNull)
			.map((value) -> String.join(",", value.value()))
			.findFirst()
			.orElse("");
	}

	@ParameterizedTest
	@MethodSource("settings")
	void standsInTheChapterWithItsStandardValue(Setting setting) {
		assertThat(ROWS).filteredOn((row) -> row.text("setting").contains("`" + setting.variable() + "`"))
			.singleElement()
			.satisfies((row) -> assertThat(row.text("means")).contains(setting.standard()));
	}

	@Test
	void everyPlaceholderStandsInTheChapter() {
		List<String> used = Documents.source("src/main")
			.flatMap((text) -> PLACEHOLDER.matcher(text).results().map((match) -> variable(match.group(1))))
			.distinct()
			.filter((name) -> !name.equals(NEWCOMERS))
			.toList();
		assertThat(used).contains("TARGETMONITOR_SCRAPE_LONGEST")
			.allSatisfy((name) -> assertThat(ROWS).extracting((row) -> row.text("setting"))
				.anyMatch((setting) -> setting.contains("`" + name + "`")));
	}

	@Test
	void findsTheSettings() {
		assertThat(settings()).contains(new Setting("TARGETMONITOR_REMINDERS_DUE_DAY", "true"),
				new Setting("TARGETMONITOR_ACCOUNTS_PASSWORD_LIFE", "90d"),
				new Setting("TARGETMONITOR_AS_IF_TODAY", ""));
	}

	/** What the build starts newcomers with. */
	@Test
	void optionsOfJavaAreThoseOfTheBuild() throws IOException {
		Matcher options = Pattern.compile("<monitor.options>([^<]+)<").matcher(Files.readString(Path.of("pom.xml")));
		assertThat(options.find()).isTrue();
		assertThat(Files.readString(Path.of("docs/operator.md"))).contains(" " + options.group(1) + " -jar ");
		assertThat(Files.readString(Path.of("Dockerfile")))
			.contains(Arrays.stream(options.group(1).split(" ")).map((option) -> '"' + option + '"').toList());
	}

}
