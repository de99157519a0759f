package org.targetmonitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.support.Documents;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents lead somewhere: every link to a file and heading that is there, every
 * chapter that code and scripts name, and from either README to all of them.
 */
class DocumentedLinksTests {

	private static final Pattern BLOCK = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

	private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

	private static final Pattern NAMED = Pattern.compile("\\b(?:docs/[a-z-]+|[A-Z]{5,})\\.(?:zh\\.)?md\\b");

	static Stream<Path> documents() {
		return Documents.all();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void everyLinkLeadsSomewhere(Path document) {
		assertThat(links(document).stream().filter((link) -> !leads(document, link))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh.md" })
	void readmeLeadsToEveryDocument(String readme) {
		assertThat(links(Path.of(readme)).stream().map(Path::of))
			.containsAll(Documents.all().filter((document) -> !document.equals(Path.of(readme))).toList());
	}

	@Test
	void bothReadmesGiveTheSameCommandsAndLeadToTheSame() {
		Path english = Path.of("README.md");
		Path chinese = Path.of("README.zh.md");
		assertThat(commands(chinese)).isEqualTo(commands(english)).isNotEmpty();
		assertThat(links(chinese))
			.containsAll(links(english).stream().filter((link) -> !link.equals("README.zh.md")).toList());
		assertThat(MarkdownTables.of("README.zh.md").sections())
			.hasSameSizeAs(MarkdownTables.of("README.md").sections());
	}

	@Test
	void codeAndScriptsNameDocumentsThatAreThere() {
		List<Path> named = Documents
			.source("src/main", ".ci", "prometheus", "grafana", "pom.xml", "docker-compose.yml", ".env.example")
			.flatMap((text) -> NAMED.matcher(text).results().map((match) -> Path.of(match.group())))
			.distinct()
			.toList();
		assertThat(named).contains(Path.of("docs/operator.md")).allSatisfy((path) -> assertThat(path).exists());
	}

	@Test
	void aLinkToAHeadingThatIsNotThereIsFound() {
		assertThat(leads(Path.of("docs/api.md"), "staff.md#存疑")).isTrue();
		assertThat(leads(Path.of("docs/api.md"), "staff.md#不存在")).isFalse();
		assertThat(leads(Path.of("docs/api.md"), "docs/staff.md")).isFalse();
		assertThat(leads(Path.of("docs/api.md"), "#errors")).isTrue();
	}

	private static List<String> links(Path document) {
		String prose = CODE.matcher(BLOCK.matcher(Documents.text(document)).replaceAll("")).replaceAll("");
		return LINK.matcher(prose)
			.results()
			.map((match) -> match.group(1))
			.filter((link) -> !link.startsWith("http"))
			.toList();
	}

	private static boolean leads(Path document, String link) {
		String[] parts = link.split("#", 2);
		Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
		return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
	}

	/** As GitHub makes them of headings. */
	private static List<String> anchors(Path document) {
		return MarkdownTables.of(document.toString())
			.sections()
			.stream()
			.map((section) -> section.heading()
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
				.replace(' ', '-'))
			.toList();
	}

	/** The lines of the blocks, without what stands behind a # for people. */
	private static List<String> commands(Path document) {
		return BLOCK.matcher(Documents.text(document))
			.results()
			.flatMap((match) -> match.group().lines())
			.map((line) -> line.replaceAll("(^| +)#.*", ""))
			.filter((line) -> !line.isBlank())
			.toList();
	}

}
