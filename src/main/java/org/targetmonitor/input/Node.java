package org.targetmonitor.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML or JSON document as it was written: every scalar as its own characters, every
 * part with its line.
 */
public sealed interface Node {

	/** The line the part begins on, counted from 1; 0 where it is not known. */
	int line();

	/**
	 * The same without the characters that no text may have ({@link Fields#isText}).
	 */
	default Node visible() {
		return switch (this) {
			case Scalar scalar -> new Scalar(Fields.visible(scalar.text()), scalar.line());
			case Nothing nothing -> nothing;
			case Sequence sequence ->
				new Sequence(sequence.items().stream().map(Node::visible).toList(), sequence.line());
			case Mapping mapping -> {
				Map<String, Node> entries = new LinkedHashMap<>();
				mapping.entries().forEach((key, value) -> entries.put(key, value.visible()));
				yield new Mapping(entries, mapping.line());
			}
		};
	}

	/** One scalar, exactly as written. */
	record Scalar(String text, int line) implements Node {
	}

	/** Explicitly nothing ({@code null}); read as if the key were absent. */
	record Nothing(int line) implements Node {
	}

	/** A list. */
	record Sequence(List<Node> items, int line) implements Node {

		public Sequence {
			items = List.copyOf(items);
		}

	}

	/** Keys with their values, in the order written. */
	record Mapping(Map<String, Node> entries, int line) implements Node {

		public Mapping {
			entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
		}

		/** The same mapping with one key set to another value. */
		public Mapping with(String key, Node value) {
			Map<String, Node> changed = new LinkedHashMap<>(this.entries);
			changed.put(key, value);
			return new Mapping(changed, this.line);
		}

		/** The same mapping without a key. */
		public Mapping without(String key) {
			Map<String, Node> changed = new LinkedHashMap<>(this.entries);
			changed.remove(key);
			return new Mapping(changed, this.line);
		}

	}

}
