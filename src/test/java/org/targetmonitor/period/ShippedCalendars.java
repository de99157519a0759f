package org.targetmonitor.period;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

import org.targetmonitor.input.tree.YamlTree;

/** The calendars that ship with the monitor, for tests that count working days. */
public final class ShippedCalendars {

	private ShippedCalendars() {
	}

	/** The working days of 2024 to 2026. */
	public static WorkingDays all() {
		return of(2024, 2025, 2026);
	}

	/** The working days of these years alone. */
	public static WorkingDays of(int... years) {
		return WorkingDays.of(Arrays.stream(years).mapToObj(ShippedCalendars::calendar).toList());
	}

	static CalendarYear calendar(int year) {
		String name = "/calendars/%d.yaml".formatted(year);
		try (InputStream content = Objects.requireNonNull(ShippedCalendars.class.getResourceAsStream(name), name)) {
			return CalendarFile.read(YamlTree.read(content.readAllBytes()), name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
