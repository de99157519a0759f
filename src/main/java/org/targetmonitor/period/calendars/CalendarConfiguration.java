package org.targetmonitor.period.calendars;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

import org.targetmonitor.period.CalendarFile;
import org.targetmonitor.period.CalendarYear;
import org.targetmonitor.period.WorkingDays;

/**
 * The shipped calendars, and those an operator has put into a directory of their own: for
 * the same year the latter count.
 */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	@Bean
	WorkingDays workingDays(ResourcePatternResolver resources,
			@Value("${targetmonitor.calendars:}") String operatorsDirectory) throws IOException {
		List<CalendarYear> years = new ArrayList<>(read(resources, "classpath:calendars/*.txt"));
		if (!operatorsDirectory.isBlank()) {
			years.addAll(read(resources, Path.of(operatorsDirectory).toUri() + "/*.txt"));
		}
		return WorkingDays.of(years);
	}

	private static List<CalendarYear> read(ResourcePatternResolver resources, String pattern) throws IOException {
		List<CalendarYear> years = new ArrayList<>();
		List<Resource> files = Arrays.stream(resources.getResources(pattern))
			.sorted(Comparator.comparing((file) -> String.valueOf(file.getFilename())))
			.toList();
		for (Resource file : files) {
			years.add(CalendarFile.read(String.valueOf(file.getFilename()),
					file.getContentAsString(StandardCharsets.UTF_8).lines().toList()));
		}
		return years;
	}

}
