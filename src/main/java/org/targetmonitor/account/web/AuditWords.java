package org.targetmonitor.account.web;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditEvent;

/**
 * Says an event's detail in the reader's language. It is kept as short codes with what
 * they are about, such as {@code enabled; submitter yuhang-2024/finance}; what people
 * wrote stays as it is.
 */
@Component
class AuditWords {

	private static final Pattern PART = Pattern.compile("(; |, | -> )|((?:(?!; |, | -> ).)+)");

	private final MessageSource messages;

	AuditWords(MessageSource messages) {
		this.messages = messages;
	}

	@Nullable String of(AuditEvent event, Locale locale) {
		String detail = event.detail();
		if (detail == null) {
			return null;
		}
		return switch (event.action()) {
			case EXPORT, REMIND -> detail;
			case PLAN -> first(detail, locale);
			default -> all(detail, locale);
		};
	}

	/** The code before what somebody wrote. */
	private String first(String detail, Locale locale) {
		int end = detail.indexOf("; ");
		return (end < 0) ? words(detail, locale)
				: words(detail.substring(0, end), locale) + between("; ", locale) + detail.substring(end + 2);
	}

	private String all(String detail, Locale locale) {
		return PART.matcher(detail).replaceAll((part) -> Matcher.quoteReplacement(part(part, locale)));
	}

	private String part(MatchResult part, Locale locale) {
		return (part.group(1) != null) ? between(part.group(1), locale) : words(part.group(2), locale);
	}

	/** A code of several words, or one with what it is about behind it. */
	private String words(String part, Locale locale) {
		String whole = word(part, locale);
		int space = part.indexOf(' ');
		if (whole != null || space < 0) {
			return Objects.requireNonNullElse(whole, part);
		}
		String first = word(part.substring(0, space), locale);
		return (first != null) ? first + part.substring(space) : part;
	}

	private @Nullable String word(String code, Locale locale) {
		String key = code.replace(' ', '-').replace(":", "");
		String own = this.messages.getMessage("audit.word." + key, null, null, locale);
		return (own != null) ? own : this.messages.getMessage("role." + key, null, null, locale);
	}

	private static String between(String delimiter, Locale locale) {
		if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
			return delimiter.equals(" -> ") ? " → " : delimiter;
		}
		return switch (delimiter) {
			case "; " -> "；";
			case ", " -> "、";
			default -> " → ";
		};
	}

}
