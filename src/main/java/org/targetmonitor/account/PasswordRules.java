package org.targetmonitor.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** What a password has to be. */
public final class PasswordRules {

	/** Shorter passwords are refused. */
	public static final int SHORTEST = 12;

	/** From this length on two kinds of characters are enough. */
	public static final int LONG = 20;

	/** The newest passwords that may not come back. */
	public static final int NOT_AGAIN = 5;

	/** bcrypt looks at no more. */
	private static final int MOST_BYTES = 72;

	/** What guessing begins with; compared without digits and signs. */
	private static final Set<String> COMMON = Set.of("password", "passw", "admin", "administrator", "qwerty",
			"qwertyuiop", "welcome", "letmein", "changeme", "iloveyou", "woaini", "woainiyiqian", "hangzhou", "yuhang",
			"zhejiang", "targetmonitor", "tongjiju", "test", "abc", "abcdef", "asdfghjkl", "zxcvbnm", "qazwsx",
			"qazwsxedc", "passwordpassword", "adminadmin", "");

	private static final List<IntPredicate> KINDS = List.of(Character::isLowerCase, Character::isUpperCase,
			Character::isDigit, (character) -> !Character.isLowerCase(character) && !Character.isUpperCase(character)
					&& !Character.isDigit(character));

	private PasswordRules() {
	}

	/** Every rule that a password breaks. */
	public static List<Fault> faults(String username, String password) {
		List<Fault> faults = new ArrayList<>();
		if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			faults.add(fault("length", Text.format("密码应有%d个字符以上，且不超过72个字节（汉字每字3个字节）",
					"a password has at least %d characters and at most 72 bytes", SHORTEST)));
		}
		if (kinds(password) < ((password.length() >= LONG) ? 2 : 3)) {
			faults.add(fault("kinds", Text.format("密码应含大写字母、小写字母、数字、符号中的三类；%d个字符以上的，两类即可",
					"a password has three of capital letters, small letters, digits and signs; from %d characters on two are enough",
					LONG)));
		}
		if (containsName(username, password)) {
			faults.add(fault("username", new Text("密码不能包含用户名", "a password does not contain the username")));
		}
		if (COMMON.contains(letters(password))) {
			faults.add(fault("common", new Text("密码过于常见，容易被猜中", "this password is common and easily guessed")));
		}
		return List.copyOf(faults);
	}

	/** What is said of a password that was used before. */
	public static Fault usedBefore() {
		return fault("used-before",
				Text.format("不能使用最近%d次用过的密码", "this is one of the last %d passwords of the account", NOT_AGAIN));
	}

	private static long kinds(String password) {
		return KINDS.stream().filter((kind) -> password.chars().anyMatch(kind)).count();
	}

	private static boolean containsName(String username, String password) {
		String plain = password.toLowerCase(Locale.ROOT);
		return Stream.of(username, new StringBuilder(username).reverse().toString())
			.anyMatch((name) -> (name.length() >= 4 && plain.contains(name)) || plain.equals(name));
	}

	/**
	 * The letters that are left when what people put around and into a word is taken
	 * away.
	 */
	private static String letters(String password) {
		String plain = password.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}@$]+|[^\\p{L}]+$", "");
		return plain.replace('0', 'o').replace('@', 'a').replace('$', 's').replaceAll("[^\\p{L}]", "");
	}

	private static Fault fault(String rule, Text reason) {
		return Fault.of("", "password", rule, reason);
	}

}
