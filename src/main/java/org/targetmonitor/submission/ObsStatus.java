package org.targetmonitor.submission;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.StatusWords;

/** How firm a figure is, by the SDMX code list CL_OBS_STATUS. */
public enum ObsStatus {

	P("初步核算或快报数", "preliminary", "初步核算数", "初步数", "快报", "月报数", "季报数"),
	A("最终核实或年报数", "final", "最终核实数", "最终数", "终期数", "年报", "决算"), E("估计", "estimate", "估计数", "预计", "预计数"),
	B("口径调整", "break in series"), L("有数未收", "exists but was not collected"), M("无此数", "does not exist");

	private final Text words;

	private final Set<String> spellings;

	ObsStatus(String zh, String en, String... spellings) {
		this.words = new Text(zh, en);
		this.spellings = Set.of(spellings);
	}

	/** Whatever it is of: what the words of each indicator are is not known. */
	public Text anyWords() {
		return this.words;
	}

	/**
	 * As figures of an indicator are called. It has a name of its own since a page would
	 * take it for {@link #words(Measurement)} where there is no measurement.
	 */
	public Text called(StatusWords called) {
		return switch (this) {
			case P -> called.preliminary();
			case A -> called.settled();
			case E, B, L, M -> this.words;
		};
	}

	/** Of an indicator that is not measured, it is what is returned. */
	public Text words(@Nullable Measurement measurement) {
		return called((measurement != null) ? measurement.statusWords() : StatusWords.RETURNS);
	}

	/** The status that a person means, by its code or its words as anybody says them. */
	public static Optional<ObsStatus> said(String text) {
		String plain = text.strip();
		return of(plain).or(() -> Arrays.stream(values()).filter((status) -> status.isCalled(plain)).findFirst());
	}

	private boolean isCalled(String text) {
		return this.words.en().equalsIgnoreCase(text) || this.words.zh().equals(text)
				|| Arrays.stream(StatusWords.values()).anyMatch((called) -> called(called).zh().equals(text))
				|| this.spellings.contains(text);
	}

	/** Whether it says that there is no value. */
	public boolean isNotAvailable() {
		return this == L || this == M;
	}

	public static Optional<ObsStatus> of(String code) {
		return Arrays.stream(values()).filter((status) -> status.name().equals(code)).findFirst();
	}

}
