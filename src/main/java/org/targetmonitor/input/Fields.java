package org.targetmonitor.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads one mapping field by field and collects every fault. A faulty field is answered
 * with a harmless stand-in, so that reading goes on; whoever reads asks for the faults
 * before using what was read.
 */
public final class Fields {

	private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	/** The most characters of any one text. */
	public static final int LONGEST_TEXT = 2000;

	/**
	 * Letters and marks that leave no trace: fillers, joiners, the empty Braille cell.
	 */
	private static final String UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

	private final Node.Mapping mapping;

	private final Subject subject;

	private final List<Fault> faults;

	private final Set<String> known = new HashSet<>();

	public Fields(Node.Mapping mapping, Subject subject, List<Fault> faults) {
		this.mapping = mapping;
		this.subject = subject;
		this.faults = faults;
	}

	/**
	 * Reads {@code node} as a mapping; anything else is a fault and reads as an empty
	 * one.
	 */
	public static Fields of(Node node, String code, String field, List<Fault> faults) {
		return of(node, Subject.of(code), field, faults);
	}

	/** Of a mapping within this one: faults are told of the same subject. */
	public Fields within(Node.Mapping inner) {
		return new Fields(inner, this.subject, this.faults);
	}

	/** The same of what has a place. */
	public static Fields of(Node node, Subject subject, String field, List<Fault> faults) {
		if (node instanceof Node.Mapping mapping) {
			return new Fields(mapping, subject, faults);
		}
		faults.add(new Fault(node.line(), subject, field, "mapping",
				new Text("应为键值对（名称：值）", "must be a mapping of keys to values")));
		return new Fields(new Node.Mapping(Map.of(), node.line()), subject, faults);
	}

	public boolean has(String key) {
		Node node = this.mapping.entries().get(key);
		return node != null && !(node instanceof Node.Nothing);
	}

	/** The value of an optional key. */
	public Optional<Node> node(String key) {
		this.known.add(key);
		return Optional.ofNullable(this.mapping.entries().get(key)).filter((node) -> !(node instanceof Node.Nothing));
	}

	/** The value of a key that must be there; a missing one is a fault. */
	public Optional<Node> requiredNode(String key) {
		Optional<Node> node = node(key);
		if (node.isEmpty()) {
			fault(key, "required", new Text("缺少此项", "is missing"));
		}
		return node;
	}

	public Optional<String> text(String key) {
		return node(key).flatMap((node) -> scalar(node, key));
	}

	public String requiredText(String key) {
		return requiredNode(key).flatMap((node) -> scalar(node, key)).filter((text) -> notBlank(text, key)).orElse("");
	}

	/** A code: small letters, digits and single hyphens, at most 60 characters. */
	public String requiredCode(String key) {
		String code = requiredText(key);
		if (!code.isEmpty() && !isCode(code)) {
			fault(key, "code", Text.format("“%s”不是有效代码，只可用小写字母、数字和连字符",
					"\"%s\" is no code: small letters, digits and single hyphens only", code));
		}
		return code;
	}

	/** Whether it is a code: small letters, digits and single hyphens, at most 60. */
	public static boolean isCode(String text) {
		return text.length() <= 60 && CODE.matcher(text).matches();
	}

	/**
	 * Words in both languages, either {@code {zh: …, en: …}} or one scalar that serves
	 * both.
	 */
	public Optional<Text> words(String key) {
		return node(key).map((node) -> {
			if (node instanceof Node.Scalar scalar) {
				return Text.same(scalar(scalar, key).orElse(""));
			}
			Fields words = of(node, this.subject, key, this.faults);
			String zh = words.requiredText("zh");
			Text text = new Text(zh, words.text("en").orElse(zh));
			words.refuseOthers();
			return text;
		});
	}

	public Text requiredWords(String key) {
		requiredNode(key).ifPresent((node) -> {
			if (node instanceof Node.Scalar scalar) {
				notBlank(scalar.text(), key);
			}
		});
		return words(key).orElse(Text.same(""));
	}

	public Optional<BigDecimal> number(String key) {
		return node(key).flatMap((node) -> decimal(node, key));
	}

	public BigDecimal requiredNumber(String key) {
		return requiredNode(key).flatMap((node) -> decimal(node, key)).orElse(BigDecimal.ONE);
	}

	/** The numbers of a list. */
	public List<BigDecimal> numbers(String key) {
		return items(key).stream().flatMap((node) -> decimal(node, key).stream()).toList();
	}

	/** A whole number from {@code least} to {@code most}. */
	public Optional<Integer> whole(String key, int least, int most) {
		return number(key).map((number) -> {
			if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(least)) < 0
					|| number.compareTo(BigDecimal.valueOf(most)) > 0) {
				fault(key, "range", Text.format("应为%d至%d的整数", "must be a whole number from %d to %d", least, most));
				return least;
			}
			return number.intValueExact();
		});
	}

	public int requiredWhole(String key, int least, int most) {
		requiredNode(key);
		return whole(key, least, most).orElse(least);
	}

	public boolean flag(String key) {
		return text(key).map((text) -> {
			if (!text.equals("true") && !text.equals("false")) {
				fault(key, "flag", new Text("应为 true 或 false", "must be true or false"));
			}
			return text.equals("true");
		}).orElse(false);
	}

	/**
	 * A day that must be there, as {@link Days#written} reads it; empty where it is
	 * faulty.
	 */
	public Optional<LocalDate> requiredDate(String key) {
		String text = requiredText(key);
		if (text.isEmpty()) {
			return Optional.empty();
		}
		Optional<LocalDate> day = Days.written(text);
		if (day.isEmpty()) {
			fault(key, "date", Text.format("“%s”不是日期，应如 2025-12-31", "\"%s\" is no date like 2025-12-31", text));
		}
		return day;
	}

	/** One of a closed list of words; anything else is a fault that names the list. */
	public <T> Optional<T> choice(String key, Map<String, T> choices) {
		return text(key).flatMap((text) -> {
			T choice = choices.get(text);
			if (choice == null) {
				fault(key, "choice", Text.format("“%s”无效，可用：%s", "\"%s\" is none of: %s", text,
						String.join(", ", choices.keySet())));
			}
			return Optional.ofNullable(choice);
		});
	}

	public <T> T requiredChoice(String key, Map<String, T> choices) {
		requiredNode(key);
		return choice(key, choices).orElseGet(() -> choices.values().iterator().next());
	}

	/** Choices by their keys, in the order of {@code values}. */
	public static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
		Map<String, T> choices = new LinkedHashMap<>();
		for (T value : values) {
			choices.put(key.apply(value), value);
		}
		return choices;
	}

	/** The entries of a list; absent reads as empty. */
	public List<Node> items(String key) {
		return node(key).map((node) -> {
			if (node instanceof Node.Sequence sequence) {
				return sequence.items();
			}
			fault(key, "list", new Text("应为列表", "must be a list"));
			return List.<Node>of();
		}).orElse(List.of());
	}

	/** A mapping that stands within this one; its faults are among these. */
	public Fields within(Node node, String key) {
		return of(node, this.subject, key, this.faults);
	}

	/** What the mapping is about, as its faults name it. */
	public Subject subject() {
		return this.subject;
	}

	/** Adds a fault at a key of this mapping. */
	public void fault(String key, String rule, Text reason) {
		if (Faults.areEnough(this.faults)) {
			Faults.count(this.faults);
			return;
		}
		Node node = this.mapping.entries().get(key);
		this.faults.add(new Fault((node != null) ? node.line() : this.mapping.line(), this.subject, key, rule, reason));
	}

	/**
	 * Every key that nobody asked for is a fault: a misspelt key must not be passed over
	 * in silence.
	 */
	public void refuseOthers() {
		this.mapping.entries().forEach((key, node) -> {
			if (!this.known.contains(key) && Faults.areEnough(this.faults)) {
				Faults.count(this.faults);
			}
			else if (!this.known.contains(key)) {
				fault(key, "unknown-key", Text.format("无法识别的项“%s”，可用：%s", "unknown key \"%s\", there are: %s", key,
						String.join("、", new TreeSet<>(this.known))));
			}
		});
	}

	public Set<String> keys() {
		return this.mapping.entries().keySet();
	}

	public int line() {
		return this.mapping.line();
	}

	private Optional<String> scalar(Node node, String key) {
		if (node instanceof Node.Scalar scalar) {
			if (!isText(scalar.text(), LONGEST_TEXT)) {
				fault(key, "text", Text.format("文字过长（最多%d字）或含有控制字符、不可见字符（可能随粘贴带入，请重新键入）",
						"text is longer than %d characters or has control characters, or invisible ones (perhaps pasted along: type it anew)",
						LONGEST_TEXT));
				return Optional.empty();
			}
			return Optional.of(scalar.text());
		}
		fault(key, "scalar", new Text("应为单个值，不能是列表或键值对", "must be one value, not a list or a mapping"));
		return Optional.empty();
	}

	/**
	 * Whether it is no longer than that and has neither control characters nor others
	 * that nobody sees.
	 */
	public static boolean isText(String text, int longest) {
		return text.length() <= longest && text.codePoints().noneMatch(Fields::isUnprintable);
	}

	/** Whether it is such a text, on one line. */
	public static boolean isLine(String text, int longest) {
		return isText(text, longest) && text.chars().noneMatch(Character::isISOControl);
	}

	/** The text without the characters that {@link #isText} refuses. */
	static String visible(String text) {
		return text.codePoints()
			.filter((character) -> !isUnprintable(character))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isUnprintable(int character) {
		return switch (Character.getType(character)) {
			// Half of a pair of surrogates would be stored as a question mark
			case Character.SURROGATE -> true;
			case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
			// They turn the order of what is read around, or make two texts look the same
			case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> UNSEEN.indexOf(character) >= 0;
		};
	}

	private boolean notBlank(String text, String key) {
		boolean blank = text.isBlank();
		if (blank) {
			fault(key, "required", new Text("不能为空", "must not be empty"));
		}
		return !blank;
	}

	private Optional<BigDecimal> decimal(Node node, String key) {
		return scalar(node, key).map(Numbers::read).flatMap((read) -> switch (read) {
			case Numbers.Exact exact -> Optional.of(exact.value());
			case Numbers.NotANumber not -> {
				fault(key, not.rule(), not.reason());
				yield Optional.<BigDecimal>empty();
			}
		});
	}

}
