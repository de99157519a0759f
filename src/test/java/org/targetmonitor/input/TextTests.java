package org.targetmonitor.input;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that exist in both languages stay together. */
class TextTests {

	private static final Text GDP = new Text("生产总值", "GDP");

	@Test
	void putsATextIntoATemplateByItsLanguage() {
		assertThat(Text.format("%s增长%d%%", "%s up %d%%", GDP, 6)).isEqualTo(new Text("生产总值增长6%", "GDP up 6%"));
	}

	@Test
	void letsEachLanguageHaveItsOwnOrder() {
		assertThat(Text.format("比%s低%s", "%2$s below %1$s", GDP, Text.same("0.2")))
			.isEqualTo(new Text("比生产总值低0.2", "0.2 below GDP"));
	}

	@Test
	void joinsWithTheSeparatorOfEachLanguage() {
		assertThat(Text.join(List.of(GDP, Text.same("1")), new Text("；", "; ")))
			.isEqualTo(new Text("生产总值；1", "GDP; 1"));
		assertThat(Text.join(List.of(), Text.same(","))).isEqualTo(Text.same(""));
	}

	@Test
	void isChineseUnlessTheReaderWantsEnglish() {
		assertThat(GDP.in(Locale.UK)).isEqualTo("GDP");
		assertThat(GDP.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("生产总值");
		assertThat(GDP.in(Locale.FRENCH)).isEqualTo("生产总值");
	}

	@Test
	void doesNotReadTheArgumentsAsTemplates() {
		assertThat(Text.format("“%s”", "\"%s\"", "100%d")).isEqualTo(new Text("“100%d”", "\"100%d\""));
	}

}
