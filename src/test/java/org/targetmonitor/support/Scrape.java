package org.targetmonitor.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a scrape said, read from the text format or OpenMetrics. Anything that is neither
 * a comment nor a sample is refused.
 */
public final class Scrape {

	private final List<Sample> samples;

	private final List<String> comments;

	private Scrape(List<Sample> samples, List<String> comments) {
		this.samples = List.copyOf(samples);
		this.comments = List.copyOf(comments);
	}

	/** One sample; {@code series} is its name with all labels, sorted. */
	public record Sample(String name, Map<String, String> labels, double value) {

		public String series() {
			return this.name + this.labels;
		}

	}

	public static Scrape of(String text) {
		List<Sample> samples = new ArrayList<>();
		List<String> comments = new ArrayList<>();
		text.lines().forEach((line) -> {
			if (line.startsWith("#")) {
				comments.add(line);
			}
			else {
				samples.add(new Line(line).sample());
			}
		});
		return new Scrape(samples, comments);
	}

	public List<Sample> samples() {
		return this.samples;
	}

	public List<String> comments() {
		return this.comments;
	}

	/** The samples whose names begin with {@code prefix}. */
	public List<Sample> withPrefix(String prefix) {
		return this.samples.stream().filter((sample) -> sample.name().startsWith(prefix)).toList();
	}

	/** The samples of a name that have these labels and perhaps others. */
	public List<Sample> matching(String name, Map<String, String> labels) {
		return this.samples.stream()
			.filter((sample) -> sample.name().equals(name))
			.filter((sample) -> sample.labels().entrySet().containsAll(labels.entrySet()))
			.toList();
	}

	/** Names with labels, of the names that begin with {@code prefix}. */
	public Set<String> series(String prefix) {
		Set<String> series = new TreeSet<>();
		withPrefix(prefix).forEach((sample) -> {
			if (!series.add(sample.series())) {
				throw new IllegalArgumentException("twice: " + sample.series());
			}
		});
		return series;
	}

	/** Reads one line, character by character. */
	private static final class Line {

		private final String text;

		private int at;

		private Line(String text) {
			this.text = text;
		}

		private Sample sample() {
			String name = upTo("{ ");
			Map<String, String> labels = new TreeMap<>();
			if (next() == '{') {
				this.at++;
				while (next() != '}') {
					String label = upTo("=");
					expect('=');
					labels.put(label, quoted());
					if (next() == ',') {
						this.at++;
					}
				}
				expect('}');
			}
			expect(' ');
			String value = this.text.substring(this.at);
			return new Sample(name, labels, number(value));
		}

		private String quoted() {
			expect('"');
			StringBuilder value = new StringBuilder();
			for (; next() != '"'; this.at++) {
				if (next() == '\\') {
					this.at++;
					value.append((next() == 'n') ? '\n' : next());
				}
				else {
					value.append(next());
				}
			}
			expect('"');
			return value.toString();
		}

		private String upTo(String ends) {
			int start = this.at;
			while (ends.indexOf(next()) < 0) {
				this.at++;
			}
			return this.text.substring(start, this.at);
		}

		private double number(String value) {
			return switch (value) {
				case "+Inf" -> Double.POSITIVE_INFINITY;
				case "-Inf" -> Double.NEGATIVE_INFINITY;
				default -> parsed(value);
			};
		}

		private double parsed(String value) {
			try {
				return Double.parseDouble(value);
			}
			catch (NumberFormatException ex) {
				throw new IllegalArgumentException("no sample, or one with a timestamp: " + this.text, ex);
			}
		}

		private char next() {
			if (this.at >= this.text.length()) {
				throw new IllegalArgumentException("no sample: " + this.text);
			}
			return this.text.charAt(this.at);
		}

		private void expect(char wanted) {
			if (next() != wanted) {
				throw new IllegalArgumentException("no sample: " + this.text);
			}
			this.at++;
		}

	}

}
