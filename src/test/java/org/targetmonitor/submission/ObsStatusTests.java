package org.targetmonitor.submission;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.targetmonitor.plan.StatusWords;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written of a status is read again, whichever indicator it stands beside. */
class ObsStatusTests {

	@ParameterizedTest
	@EnumSource(ObsStatus.class)
	void readsWhateverIsWritten(ObsStatus status) {
		assertThat(ObsStatus.said(status.name())).contains(status);
		assertThat(ObsStatus.said(status.anyWords().zh())).contains(status);
		for (StatusWords called : StatusWords.values()) {
			assertThat(ObsStatus.said(status.called(called).zh())).contains(status);
			assertThat(ObsStatus.said(status.called(called).en())).contains(status);
		}
	}

	@Test
	void callsNoTwoAlike() {
		for (StatusWords called : StatusWords.values()) {
			assertThat(Arrays.stream(ObsStatus.values()).map((status) -> status.called(called).zh()))
				.doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest
	@CsvSource({ "快报, P", "初步核算数, P", "Preliminary, P", "年报, A", "决算, A", "最终核实数, A", "预计数, E" })
	void readsWhatOfficesWrite(String text, ObsStatus status) {
		assertThat(ObsStatus.said(text)).contains(status);
	}

	@Test
	void guessesNothing() {
		assertThat(ObsStatus.said("大概")).isEmpty();
	}

}
