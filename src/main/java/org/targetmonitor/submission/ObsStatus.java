package org.targetmonitor.submission;

import java.util.Arrays;
import java.util.Optional;

import org.targetmonitor.input.Text;

/** How firm a figure is, by the SDMX code list CL_OBS_STATUS. */
public enum ObsStatus {

	P("初步核算", "preliminary"), A("最终核实", "final"), E("估计", "estimate"), B("口径调整", "break in series"),
	L("有数未收", "exists but was not collected"), M("无此数", "does not exist");

	private final Text words;

	ObsStatus(String zh, String en) {
		this.words = new Text(zh, en);
	}

	public Text words() {
		return this.words;
	}

	/** Whether it says that there is no value. */
	public boolean isNotAvailable() {
		return this == L || this == M;
	}

	public static Optional<ObsStatus> of(String code) {
		return Arrays.stream(values()).filter((status) -> status.name().equals(code)).findFirst();
	}

}
