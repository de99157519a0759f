package org.targetmonitor.input;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Words are found however an input method types them. */
class SearchWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "虚构7区 2024", "虚构7区　2024", "　虚构７区　", "３４０００７", "２０２４年", "虚构\u00a07区", "7区\t340007\n2024",
			"INVENTED", "Ｉｎｖｅｎｔｅｄ", "invented　７", "虚构7\u200b区", "", "　" })
	void findsWordsOfAnyWidthCaseAndDistance(String words) {
		assertThat(SearchWords.in(words, "340007", "虚构7区2024年目标", "Invented 7")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "虚构8区　2024", "虚构7区　2023", "３４０００８", "目标Invented", "340007虚构" })
	void findsNothingWhereOneWordStandsInNoText(String words) {
		assertThat(SearchWords.in(words, "340007", "虚构7区2024年目标", "Invented 7")).isFalse();
	}

	@Test
	void readsTextsLikeWords() {
		assertThat(SearchWords.in("虚构7区", "虚构７区（Ａ）")).isTrue();
		assertThat(SearchWords.in("（a）", "虚构７区(A)")).isTrue();
		assertThat(SearchWords.in("（b）", "虚构７区(A)")).isFalse();
	}

}
