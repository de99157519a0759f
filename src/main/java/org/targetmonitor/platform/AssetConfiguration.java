package org.targetmonitor.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.webjars.WebJarVersionLocator;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.targetmonitor.input.Digests;

/**
 * The files that pages load: a browser keeps them and asks whether they are still the
 * same, by their content, since an upgrade or its undoing may bring older ones. Links are
 * written as they are; looking each of a page's links up among the files took longer than
 * the page.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

	private static final String LIBRARY = "htmx.org";

	private final Map<String, String> tags = new ConcurrentHashMap<>();

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		String version = Objects.requireNonNull(new WebJarVersionLocator().version(LIBRARY), LIBRARY);
		add(registry, "/assets/htmx/**", "classpath:/META-INF/resources/webjars/" + LIBRARY + "/" + version + "/dist/");
		add(registry, "/assets/**", "classpath:/static/assets/");
	}

	private void add(ResourceHandlerRegistry registry, String pattern, String location) {
		registry.addResourceHandler(pattern)
			.addResourceLocations(location)
			.setCacheControl(CacheControl.noCache())
			.setUseLastModified(false)
			.setEtagGenerator(this::tag);
	}

	/**
	 * Known by where and when it was written, so that a file may change while somebody
	 * works on it.
	 */
	private String tag(Resource file) {
		try {
			return this.tags.computeIfAbsent(file.getURL() + " " + file.lastModified(), (name) -> digest(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A weak one: the server compresses nothing that has a strong one. */
	private static String digest(Resource file) {
		try {
			return "W/\"" + Digests.sha256(file.getContentAsByteArray()) + "\"";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
