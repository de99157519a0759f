package org.targetmonitor.support;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;

import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One person in front of a browser: a language, a screen, cookies of its own. Closing it
 * fails where a script failed, the content-security policy was violated, a request failed
 * or went to another host. Elements are found as people find them: by role and by the
 * words of the message bundles.
 */
public final class BrowserVisit implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final Set<String> SEVERE = Set.of("serious", "critical");

	private final BrowserContext context;

	private final Page page;

	private final BrowserFaults faults;

	private final URI address;

	private final MessageSource messages;

	private final BrowserLanguage language;

	private final BrowserScreen screen;

	private int interactions;

	BrowserVisit(BrowserContext context, URI address, MessageSource messages, BrowserLanguage language,
			BrowserScreen screen) {
		this.context = context;
		this.address = address;
		this.messages = messages;
		this.language = language;
		this.screen = screen;
		this.faults = new BrowserFaults(address);
		this.page = context.newPage();
		this.faults.watch(this.page);
	}

	/** What Playwright offers beyond this. */
	public Page page() {
		return this.page;
	}

	public BrowserLanguage language() {
		return this.language;
	}

	public BrowserScreen screen() {
		return this.screen;
	}

	/** A text of the message bundles, in this visit's language. */
	public String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.language.locale());
	}

	/** Opens a page of the monitor, such as {@code /fill}. */
	public Response open(String path) {
		return Objects.requireNonNull(this.page.navigate(this.address.resolve(path).toString()));
	}

	/** Signs in through the form, with the password of all test accounts. */
	public BrowserVisit signIn(String username) {
		open("/sign-in");
		field("sign-in.username").fill(username);
		field("sign-in.password").fill(Api.PASSWORD);
		button("sign-in").click();
		assertThat(this.page.url()).doesNotContain("/sign-in");
		return this;
	}

	/** The field with this label. */
	public Locator field(String key, Object... arguments) {
		return this.page.getByLabel(word(key, arguments), new Page.GetByLabelOptions().setExact(true));
	}

	/** The button with this caption. */
	public Locator button(String key, Object... arguments) {
		return byRole(AriaRole.BUTTON, key, arguments);
	}

	/** The link with this caption. */
	public Locator link(String key, Object... arguments) {
		return byRole(AriaRole.LINK, key, arguments);
	}

	private Locator byRole(AriaRole role, String key, Object... arguments) {
		return this.page.getByRole(role, new Page.GetByRoleOptions().setName(word(key, arguments)).setExact(true));
	}

	/** Clicks, and counts it. */
	public BrowserVisit click(Locator locator) {
		this.interactions++;
		locator.click();
		return this;
	}

	/** Fills a field, and counts it. */
	public BrowserVisit type(Locator field, String text) {
		this.interactions++;
		field.fill(text);
		return this;
	}

	/** How many fields were filled and things clicked since this was asked last. */
	public int interactions() {
		int counted = this.interactions;
		this.interactions = 0;
		return counted;
	}

	/** Answers of this status to scripts are part of the story, not a fault. */
	public BrowserVisit expect(int status) {
		this.faults.expect(status);
		return this;
	}

	/** Keeps a picture of the whole page, such as {@code fill-zh-desktop.png}. */
	public void shot(String name) {
		String file = "%s-%s-%s.png".formatted(name, this.language.key(), this.screen.key());
		this.page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file))
			.setFullPage(true)
			.setAnimations(ScreenshotAnimations.DISABLED));
	}

	/** Fails where axe-core finds a serious or critical violation on the page. */
	public void axe() {
		assertThat(violations()).as("axe-core on " + this.page.url()).isEmpty();
	}

	/*
	 * What holds is not asked for: to describe each element of it takes a third of the
	 * time
	 */
	List<String> violations() {
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return new AxeBuilder(this.page).setLegacyMode(true)
			.options(options)
			.analyze()
			.getViolations()
			.stream()
			.filter((rule) -> SEVERE.contains(rule.getImpact()))
			.map(BrowserVisit::told)
			.toList();
	}

	private static String told(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + "\n"
				+ String.join("\n", rule.getNodes().stream().map((node) -> "  " + node.getHtml()).toList());
	}

	List<String> faults() {
		return this.faults.all();
	}

	/** Fails where anything went wrong on the way. */
	@Override
	public void close() {
		this.context.close();
		assertThat(faults()).as("what went wrong in the browser").isEmpty();
	}

}
