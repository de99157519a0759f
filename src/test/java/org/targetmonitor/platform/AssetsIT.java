package org.targetmonitor.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.Raw;

import static org.assertj.core.api.Assertions.assertThat;

/** The files that pages load are there for everybody, and are sent once. */
@MonitorTest
class AssetsIT {

	private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

	@Autowired
	ApplicationContext context;

	@LocalServerPort
	int port;

	private Raw raw = new Raw(0);

	@BeforeEach
	void open() {
		this.raw = new Raw(this.port);
	}

	/** Every file that a template names. */
	private static Set<String> named() throws IOException {
		Set<String> named = new TreeSet<>();
		try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
			for (Path template : templates.filter((file) -> file.toString().endsWith(".html")).toList()) {
				ASSET.matcher(Files.readString(template)).results().forEach((found) -> named.add(found.group(1)));
			}
		}
		return named;
	}

	@Test
	void eachIsThereAndKeptUntilItChanges() throws IOException {
		assertThat(named()).hasSizeGreaterThan(12).contains("/assets/htmx/htmx.min.js", "/assets/monitor.css");
		for (String asset : named()) {
			Raw.Answer whole = this.raw.get(asset, "");
			assertThat(whole.status()).as(asset).isEqualTo(200);
			assertThat(whole.header("Cache-Control")).as(asset).hasValue("no-cache");
			assertThat(whole.header("Last-Modified")).as(asset).isEmpty();
			assertThat(whole.header("Set-Cookie")).as(asset).isEmpty();
			String tag = whole.header("ETag").orElseThrow();
			Raw.Answer again = this.raw.get(asset, "If-None-Match: " + tag + "\r\n");
			assertThat(again.status()).as(asset).isEqualTo(304);
			assertThat(again.body()).as(asset).isEmpty();
			assertThat(this.raw.get(asset, "If-None-Match: \"another\"\r\n").status()).as(asset).isEqualTo(200);
			if (whole.body().length() > 2048) {
				assertThat(this.raw.get(asset, "Accept-Encoding: gzip\r\n").header("Content-Encoding")).as(asset)
					.hasValue("gzip");
			}
		}
	}

	@Test
	void nothingElseOfALibraryIsFoundByAStranger() {
		for (String path : List.of("/assets/htmx/", "/assets/htmx/../../../pom.xml", "/assets/htmx/%2e%2e/package.json",
				"/assets/none.css", "/webjars/htmx.org/dist/htmx.min.js")) {
			assertThat(this.raw.get(path, "").status()).as(path).isIn(302, 400, 401, 404);
		}
	}

	/** What did so took two thirds of a page with many links. */
	@Test
	void linksOfPagesAreNotLookedUpAmongTheFiles() {
		assertThat(this.context.getBeanNamesForType(ResourceUrlEncodingFilter.class)).isEmpty();
	}

}
