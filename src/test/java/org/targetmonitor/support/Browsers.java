package org.targetmonitor.support;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.springframework.context.MessageSource;

/**
 * Opens browsers on a {@link MonitorTest}'s monitor. One Chromium of this machine serves
 * all tests of a run; where it is missing they are skipped and say so (see {@link Tool}).
 *
 * <pre>
 * &#64;MonitorTest
 * class FillIT {
 *
 *     &#64;Autowired
 *     Browsers browsers;
 *
 *     &#64;Autowired
 *     Api api;
 *
 *     &#64;Test
 *     void fills() {
 *         this.api.finance();
 *         try (BrowserVisit visit = this.browsers.visit(BrowserLanguage.ZH, BrowserScreen.PHONE)) {
 *             visit.signIn("finance").open("/fill");
 *             visit.axe();
 *             visit.shot("fill");
 *         }
 *     }
 *
 * }
 * </pre>
 */
public final class Browsers {

	/** How many ms a page may take until it shows what is waited for. */
	private static final double PATIENCE = 15_000;

	private final Supplier<String> address;

	private final MessageSource messages;

	Browsers(Supplier<String> address, MessageSource messages) {
		this.address = address;
		this.messages = messages;
	}

	/** Started when first asked for, stopped with the JVM. */
	private static final class Chromium {

		private static final Browser BROWSER = launch(
				Tool.named("chromium", "chromium-browser", "google-chrome").path());

		private static Browser launch(Path executable) {
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
			return playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
					.setArgs(List.of("--no-sandbox", "--disable-background-networking")));
		}

	}

	/** Somebody opens a browser, signed in nowhere yet. */
	public BrowserVisit visit(BrowserLanguage language, BrowserScreen screen) {
		Browser.NewContextOptions options = new Browser.NewContextOptions()
			.setViewportSize(screen.width(), screen.height())
			.setIsMobile(screen == BrowserScreen.PHONE)
			.setHasTouch(screen == BrowserScreen.PHONE)
			.setLocale(language.locale().toLanguageTag())
			.setTimezoneId("Asia/Shanghai");
		BrowserContext context = Chromium.BROWSER.newContext(options);
		context.setDefaultTimeout(PATIENCE);
		return new BrowserVisit(context, URI.create(this.address.get()), this.messages, language, screen);
	}

}
