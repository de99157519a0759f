package org.targetmonitor.support;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Grant;
import org.targetmonitor.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People with accounts in the state that a test of sign-in wants them in, and their
 * {@link Browser}s. A test that only needs somebody who may do something asks {@link Api}
 * instead.
 */
public final class People {

	/** A token as the page shows it, once. */
	public static final Pattern TOKEN = Pattern.compile(">(tm_[A-Za-z0-9_-]{43})<");

	private static final Pattern SECRET = Pattern.compile(">([A-Z2-7]{4}( [A-Z2-7]{4}){7})<");

	private final Supplier<String> address;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final JdbcClient jdbc;

	private final TestDatabases.Location database;

	People(Supplier<String> address, Accounts accounts, PasswordEncoder passwords, JdbcClient jdbc,
			TestDatabases.Location database) {
		this.address = address;
		this.accounts = accounts;
		this.passwords = passwords;
		this.jdbc = jdbc;
		this.database = database;
	}

	/** Nobody has typed a wrong password, and nobody has a token. */
	public void startAnew() {
		this.jdbc.sql("DELETE FROM sign_in_failure").update();
		this.database.execute("DELETE FROM account_token");
	}

	/** Lets somebody have a role everywhere. */
	public void open(String username, Role role) {
		open(account(username, true, role));
	}

	/** Lets somebody sign in with {@link Api#PASSWORD}, without a second factor. */
	public void open(Account account) {
		this.accounts.save(account, this.passwords.encode(Api.PASSWORD));
		this.accounts.dropSecondFactor(account.username());
	}

	/** Gives somebody another role everywhere; the password stays. */
	public void grant(String username, Role role) {
		this.accounts.save(account(username, true, role), null);
	}

	/** Disables an account with a role everywhere; the password stays. */
	public void disable(String username, Role role) {
		this.accounts.save(account(username, false, role), null);
	}

	private static Account account(String username, boolean enabled, Role role) {
		return new Account(username, username, username + "@example.org", enabled, Set.of(Grant.everywhere(role)));
	}

	/** Whether somebody's password is this one. */
	public boolean hasPassword(String username, String password) {
		return this.passwords.matches(password, this.accounts.passwordHash(username).orElseThrow());
	}

	/** A browser in which nobody has signed in. */
	public Browser browser() {
		return new Browser(this.address.get());
	}

	/** A browser in which somebody has signed in, on their own page. */
	public Browser signedIn(String username) {
		Browser browser = browser();
		browser.signIn(username, Api.PASSWORD);
		browser.get("/me");
		return browser;
	}

	/** A new token of whoever has signed in, for everything or for submitting alone. */
	public String token(Browser session, boolean submitOnly) {
		String page = session
			.post("/me/tokens",
					Map.of("name", "name-" + submitOnly, "days", "30", "submitOnly", String.valueOf(submitOnly),
							"current", Api.PASSWORD))
			.body();
		return found(TOKEN, page);
	}

	/** The secret of a second factor that a page offers. */
	public static String offeredSecret(Browser.Page page) {
		return found(SECRET, page.body()).replace(" ", "");
	}

	private static String found(Pattern pattern, String page) {
		Matcher found = pattern.matcher(page);
		assertThat(found.find()).as(page).isTrue();
		return found.group(1);
	}

}
