package org.targetmonitor.period.calendars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.Unparsable;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.CalendarFile;
import org.targetmonitor.period.CalendarYear;
import org.targetmonitor.period.WorkingDays;

/**
 * Gives the working days: the shipped calendars and, from the directory that
 * {@code targetmonitor.calendars} names, an operator's own, each of which replaces the
 * shipped one of its year. A faulty file stops the start.
 */
@Configuration(proxyBeanMethods = false)
class Calendars {

	private static final String SHIPPED = "classpath*:calendars/*.yaml";

	private static final Text EARLIER = new Text(
			"应为 YAML（year:、source:、off:、work:）；原格式（off 2027-01-01）须改写为 .yaml 文件，并删除原文件",
			"must be YAML (year:, source:, off:, work:); one of the earlier form (off 2027-01-01) is written anew as .yaml and removed");

	@Bean
	WorkingDays workingDays(@Value("${targetmonitor.calendars:}") String directory) {
		Map<Integer, CalendarYear> years = byYear(shipped());
		if (!directory.isBlank()) {
			years.putAll(byYear(inDirectory(directory)));
		}
		return WorkingDays.of(years.values());
	}

	private static List<Resource> shipped() {
		try {
			return List.of(new PathMatchingResourcePatternResolver().getResources(SHIPPED));
		}
		catch (IOException ex) {
			throw unreadable(SHIPPED, ex);
		}
	}

	/** What ends in .txt is read, too, lest a calendar be passed over in silence. */
	private static List<Resource> inDirectory(String directory) {
		try (Stream<Path> files = Files.list(Path.of(directory))) {
			return files.filter((file) -> file.toString().matches("(?i).*\\.(yaml|yml|txt)"))
				.sorted()
				.<Resource>map(FileSystemResource::new)
				.toList();
		}
		catch (IOException | InvalidPathException ex) {
			throw unreadable(directory + " (targetmonitor.calendars)", ex);
		}
	}

	private static Map<Integer, CalendarYear> byYear(List<Resource> files) {
		Map<Integer, CalendarYear> years = new TreeMap<>();
		Map<Integer, String> names = new HashMap<>();
		for (Resource file : files) {
			CalendarYear calendar = read(file);
			String other = names.putIfAbsent(calendar.year(), file.getDescription());
			if (other != null) {
				throw refused(file.getDescription(), "year",
						Text.format("%d年已由%s给出", "%d is already given by %s", calendar.year(), other));
			}
			years.put(calendar.year(), calendar);
		}
		return years;
	}

	private static CalendarYear read(Resource file) {
		try {
			Node document = YamlTree.read(file.getContentAsByteArray());
			if (!(document instanceof Node.Mapping)) {
				throw refused(file.getDescription(), "form", EARLIER);
			}
			return CalendarFile.read(document, file.getDescription());
		}
		catch (Unparsable ex) {
			throw refused(file.getDescription(), "yaml", ex.reason());
		}
		catch (IOException ex) {
			throw unreadable(file.getDescription(), ex);
		}
	}

	private static Faulty unreadable(String name, Exception ex) {
		return refused(name, "read", Text.format("无法读取：%s", "cannot be read: %s", ex));
	}

	private static Faulty refused(String name, String rule, Text reason) {
		return CalendarFile.faulty(name, List.of(Fault.of("", "", rule, reason)));
	}

}
