package org.targetmonitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that is said to people in front of a page names a key of the API: they know a
 * note as 说明 and a reason as 原因. Texts about the files of a plan, whose keys are typed by
 * hand, and of addresses that only programs call are left out.
 */
class PageWordsTests {

	private static final Pattern KEYS = Pattern
		.compile("(?<![\\p{Alnum}_-])(note|reason|kind|replaces|statement|evidence|value|level|level-unit|quarter-value"
				+ "|status|origin|figures|indicator|period|document|plan|department|接口)(?![\\p{Alnum}_-])");

	private static final Pattern TEXT = Pattern
		.compile("(?:new Text|Text\\.format|Text\\.same)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

	private static final List<String> OF_FILES_AND_PROGRAMS = List.of("input/tree/", "plan/AssignedBy", "plan/Depart",
			"plan/Expected", "plan/InStepWith", "plan/PlanFile", "plan/TargetReader", "plan/web/PlanController",
			"plan/PartReader", "plan/Relations", "plan/GoalRules", "plan/AndReader", "plan/Shares");

	@Test
	void reasonsSpeakNoKeysOfTheApi() throws IOException {
		Path main = Path.of("src/main/java/org/targetmonitor");
		List<String> found = new ArrayList<>();
		try (Stream<Path> sources = Files.walk(main)) {
			for (Path source : sources.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String name = main.relativize(source).toString();
				Matcher text = TEXT.matcher(Files.readString(source));
				while (OF_FILES_AND_PROGRAMS.stream().noneMatch(name::startsWith) && text.find()) {
					boolean chinese = text.group(1).codePoints().anyMatch(Character::isIdeographic);
					if (chinese && KEYS.matcher(text.group(1)).find()) {
						found.add(name + ": " + text.group(1));
					}
				}
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void pagesSpeakNoKeysOfTheApi() throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/messages"))) {
			for (Path bundle : bundles.filter((path) -> !path.toString().endsWith("_en.properties")).toList()) {
				Files.readAllLines(bundle)
					.stream()
					.filter((line) -> line.contains("=") && KEYS.matcher(line.substring(line.indexOf('=') + 1)).find())
					.forEach((line) -> found.add(bundle.getFileName() + ": " + line));
			}
		}
		assertThat(found).containsExactlyInAnyOrder(SAID_OF_PROGRAMS);
	}

	/** Pages on which programs and their tokens are spoken of. */
	private static final String[] SAID_OF_PROGRAMS = { "common.properties: links.api=接口说明",
			"account.properties: me.factor-basic=启用后，程序不能再用本账号的密码访问接口，请使用下面的访问令牌。" };

}
