package org.targetmonitor.input.tree;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.exc.StreamConstraintsException;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads JSON as a tree of characters, numbers exactly as written, and writes a tree as
 * JSON.
 */
public final class JsonTree {

	/** A tree takes a hundred times its text. */
	private static final long MOST_TOKENS = 500_000;

	private static final JsonFactory JSON = factory(MOST_TOKENS);

	/** For what was within the limits when it came, and says more since. */
	private static final JsonFactory OWN = factory(Long.MAX_VALUE);

	private JsonTree() {
	}

	private static JsonFactory factory(long tokens) {
		return JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxTokenCount(tokens).build())
			.build();
	}

	/**
	 * Reads one document.
	 * @throws Unparsable if it is no JSON, repeats a key or has something behind its end
	 */
	public static Node read(byte[] document) {
		return read(document, JSON);
	}

	private static Node read(byte[] document, JsonFactory json) {
		try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document)) {
			parser.nextToken();
			Node node = tree(parser);
			if (parser.nextToken() != null) {
				throw new Unparsable(new Text("JSON 结束后还有多余内容", "there is more behind the end of the JSON"),
						new IllegalArgumentException());
			}
			return node;
		}
		catch (StreamConstraintsException ex) {
			throw new Unparsable(
					Text.format("JSON 过大或嵌套过深", "the JSON is too large or too deep: %s", ex.getOriginalMessage()), ex);
		}
		catch (JacksonException ex) {
			throw new Unparsable(
					Text.format("%s不是有效的 JSON，请检查引号、括号、逗号和冒号是否为半角、是否成对，编码是否为 UTF-8", "%s is not valid JSON: %s",
							place(ex), ex.getOriginalMessage().replaceAll(" ?\\(start marker.*", "")),
					ex);
		}
	}

	/** Reads a document that the monitor wrote, however long it is. */
	public static Node read(String document) {
		return read(document.getBytes(StandardCharsets.UTF_8), OWN);
	}

	/**
	 * The tree as JSON; every scalar is written as a string, so nothing is rounded on the
	 * way.
	 */
	public static String write(Node node) {
		StringWriter out = new StringWriter();
		try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
			write(node, generator);
		}
		return out.toString();
	}

	/**
	 * The tree as JSON with its keys in alphabetical order: equal for documents that say
	 * the same.
	 */
	public static String canonical(Node node) {
		return write(sorted(node));
	}

	private static Node sorted(Node node) {
		return switch (node) {
			case Node.Sequence sequence ->
				new Node.Sequence(sequence.items().stream().map(JsonTree::sorted).toList(), 0);
			case Node.Mapping mapping -> {
				Map<String, Node> entries = new TreeMap<>();
				mapping.entries().forEach((key, value) -> entries.put(key, sorted(value)));
				yield new Node.Mapping(entries, 0);
			}
			case Node.Scalar scalar -> scalar;
			case Node.Nothing nothing -> nothing;
		};
	}

	private static void write(Node node, JsonGenerator generator) {
		switch (node) {
			case Node.Nothing nothing -> generator.writeNull();
			case Node.Scalar scalar -> generator.writeString(scalar.text());
			case Node.Sequence sequence -> {
				generator.writeStartArray();
				sequence.items().forEach((item) -> write(item, generator));
				generator.writeEndArray();
			}
			case Node.Mapping mapping -> {
				generator.writeStartObject();
				mapping.entries().forEach((key, value) -> {
					generator.writeName(key);
					write(value, generator);
				});
				generator.writeEndObject();
			}
		}
	}

	private static Node tree(JsonParser parser) {
		int line = parser.currentTokenLocation().getLineNr();
		JsonToken token = parser.currentToken();
		if (token == null) {
			throw new Unparsable(new Text("内容为空", "the body is empty"), new IllegalArgumentException());
		}
		return switch (token) {
			case START_OBJECT -> mapping(parser, line);
			case START_ARRAY -> sequence(parser, line);
			case VALUE_NULL -> new Node.Nothing(line);
			default -> new Node.Scalar(parser.getString(), line);
		};
	}

	private static Node mapping(JsonParser parser, int line) {
		Map<String, Node> entries = new LinkedHashMap<>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String key = parser.currentName();
			parser.nextToken();
			entries.put(key, tree(parser));
		}
		return new Node.Mapping(entries, line);
	}

	private static Node sequence(JsonParser parser, int line) {
		List<Node> items = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			items.add(tree(parser));
		}
		return new Node.Sequence(items, line);
	}

	private static Text place(JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		return (location == null || location.getLineNr() < 1) ? new Text("内容", "the body")
				: Text.format("第%d行第%d列附近", "line %d, column %d", location.getLineNr(), location.getColumnNr());
	}

}
