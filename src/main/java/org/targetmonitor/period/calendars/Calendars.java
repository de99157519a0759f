package org.targetmonitor.period.calendars;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.targetmonitor.period.CalendarFile;
import org.targetmonitor.period.CalendarYear;
import org.targetmonitor.period.FaultyCalendar;
import org.targetmonitor.period.FaultyCalendar.Fault;
import org.targetmonitor.period.WorkingDays;

/**
 * Gives the working days: the shipped calendars and, from the directory that
 * {@code targetmonitor.calendars} names, an operator's own, each of which replaces the
 * shipped one of its year. A faulty file stops the start.
 */
@Configuration(proxyBeanMethods = false)
class Calendars {

	@Bean
	WorkingDays workingDays(@Value("${targetmonitor.calendars:}") String directory) {
		Map<Integer, CalendarYear> years = new TreeMap<>(byYear(shipped()));
		if (!directory.isBlank()) {
			years.putAll(byYear(inDirectory(directory)));
		}
		return WorkingDays.of(years.values());
	}

	private static List<NamedCalendar> shipped() {
		try {
			List<NamedCalendar> calendars = new ArrayList<>();
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:calendars/*.txt")) {
				calendars.add(read(file.getDescription(), file::getInputStream));
			}
			return calendars;
		}
		catch (IOException ex) {
			throw unusable("classpath*:calendars/*.txt", ex);
		}
	}

	private static List<NamedCalendar> inDirectory(String directory) {
		try (Stream<Path> files = Files.list(Path.of(directory))) {
			return files.filter((file) -> file.toString().endsWith(".txt"))
				.sorted()
				.map((file) -> read(file.toString(), () -> Files.newInputStream(file)))
				.toList();
		}
		catch (IOException | InvalidPathException ex) {
			throw unusable(directory + " (targetmonitor.calendars)", ex);
		}
	}

	private static NamedCalendar read(String name, Opener opener) {
		try (InputStream content = opener.open()) {
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(content.readAllBytes()))
				.toString();
			return new NamedCalendar(name, CalendarFile.parse(name, text.lines().toList()));
		}
		catch (CharacterCodingException ex) {
			throw new FaultyCalendar(name, List.of(new Fault(0, "文件编码不是 UTF-8", "the file is not UTF-8")));
		}
		catch (IOException ex) {
			throw unusable(name, ex);
		}
	}

	private static Map<Integer, CalendarYear> byYear(List<NamedCalendar> calendars) {
		Map<Integer, NamedCalendar> years = new TreeMap<>();
		for (NamedCalendar calendar : calendars) {
			NamedCalendar other = years.putIfAbsent(calendar.year(), calendar);
			if (other != null) {
				throw new FaultyCalendar(calendar.name(),
						List.of(new Fault(0, "%d 年已由 %s 给出".formatted(calendar.year(), other.name()),
								"%d is already given by %s".formatted(calendar.year(), other.name()))));
			}
		}
		Map<Integer, CalendarYear> found = new TreeMap<>();
		years.forEach((year, calendar) -> found.put(year, calendar.calendar()));
		return found;
	}

	private static FaultyCalendar unusable(String name, Exception ex) {
		return new FaultyCalendar(name, List.of(new Fault(0, "无法读取：" + ex, "cannot be read: " + ex)));
	}

	/** Opens a file's bytes. */
	@FunctionalInterface
	private interface Opener {

		InputStream open() throws IOException;

	}

	/** A calendar with the name of the file it came from. */
	private record NamedCalendar(String name, CalendarYear calendar) {

		int year() {
			return this.calendar.year();
		}

	}

}
