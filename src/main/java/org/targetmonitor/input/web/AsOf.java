package org.targetmonitor.input.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;

import org.targetmonitor.input.Days;
import org.targetmonitor.input.Text;

/** Reads the past moment that a question is about. */
public final class AsOf {

	/** What the database keeps. */
	private static final long MICROSECOND = 1000;

	private AsOf() {
	}

	/**
	 * A moment that is not in the future, or a day up to today; empty for anything else.
	 * A past day stands for its end in the zone, today for now.
	 */
	public static Optional<Instant> read(String text, Instant now, ZoneId zone) {
		Optional<Instant> moment = Days.isDay(text) ? Days.read(text).map((day) -> endOf(day, now, zone))
				: Days.moment(text);
		return moment.filter((read) -> !read.isAfter(now));
	}

	/** What to say of a text that is no past moment. */
	public static Text refusal(String text) {
		return Text.format("“%s”不是过去的日期或时点，应如 2024-10-20 或 2024-10-20T00:00:00Z",
				"\"%s\" is no past day or moment like 2024-10-20 or 2024-10-20T00:00:00Z", text);
	}

	/** A day that was read, or a moment in a zone to the minute, for people. */
	public static Text words(String text, ZoneId zone) {
		if (!Days.isDay(text)) {
			return written(Instant.parse(text).atZone(zone), " HH:mm");
		}
		return written(LocalDate.parse(text), "");
	}

	private static Text written(Temporal moment, String time) {
		return new Text(DateTimeFormatter.ofPattern("yyyy年M月d日" + time, Locale.ROOT).format(moment),
				DateTimeFormatter.ofPattern("d MMMM yyyy" + time, Locale.ENGLISH).format(moment));
	}

	/**
	 * Says on a page as of which moment it is.
	 * @param text what was asked for and read; null for now
	 */
	public static void show(@Nullable String text, ZoneId zone, Model model, Locale locale) {
		if (text != null) {
			model.addAttribute("asOf", text);
			model.addAttribute("asOfDay", Days.isDay(text) ? text : LocalDate.ofInstant(Instant.parse(text), zone));
			model.addAttribute("asOfWords", words(text, zone).in(locale));
		}
	}

	/**
	 * Says on a page that it cannot be as of what was asked for, which is no past moment.
	 */
	public static void refuse(String text, Model model, Locale locale) {
		refuse(text, refusal(text), model, locale);
	}

	/** Says on a page why it cannot be as of what was asked for. */
	public static void refuse(String text, Text why, Model model, Locale locale) {
		model.addAttribute("asOf", text);
		model.addAttribute("asOfDay", text);
		model.addAttribute("asOfRefused", why.in(locale));
	}

	private static Instant endOf(LocalDate day, Instant now, ZoneId zone) {
		return day.equals(LocalDate.ofInstant(now, zone)) ? now
				: day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(MICROSECOND);
	}

}
