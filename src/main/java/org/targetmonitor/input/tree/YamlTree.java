package org.targetmonitor.input.tree;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads YAML as a tree of characters: no types are guessed, so that 4.50 stays 4.50 and a
 * country code stays a code.
 */
public final class YamlTree {

	/** Of a line and of a scalar. */
	private static final int LONGEST_TEXT = 32_767;

	private static final int DEEPEST = 20;

	/** A plan with a thousand targets has some 40,000. */
	private static final int MOST_EVENTS = 200_000;

	private YamlTree() {
	}

	/**
	 * Reads one document.
	 * @throws Unparsable if it is no YAML, repeats a key or uses anchors
	 */
	public static Node read(String document) {
		try {
			Yaml yaml = new Yaml(new SafeConstructor(options()));
			refuseTooLarge(document, yaml);
			org.yaml.snakeyaml.nodes.Node root = yaml.compose(new StringReader(document));
			Node tree = (root != null) ? tree(root) : new Node.Nothing(1);
			if (tree instanceof Node.Scalar) {
				FullWidth.find(document).ifPresent(YamlTree::refuse);
			}
			return tree;
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 0;
			FullWidth.find(document).ifPresent(YamlTree::refuse);
			throw new Unparsable(Text.format("第%1$d行不是有效的 YAML，请检查缩进（用空格，不用制表符）、半角冒号及其后的空格",
					"line %1$d is not valid YAML: %2$s", line, ex.getProblem()), ex);
		}
		catch (YAMLException ex) {
			throw new Unparsable(Text.format("不是有效的 YAML：%s", "not valid YAML: %s", String.valueOf(ex.getMessage())),
					ex);
		}
	}

	private static void refuse(Text reason) {
		throw new Unparsable(reason, new IllegalArgumentException(reason.en()));
	}

	/** Reads one document in UTF-8. */
	public static Node read(byte[] document) {
		return read(text(document));
	}

	/**
	 * The text of a document in UTF-8; in any other encoding, GBK most likely, it is
	 * refused instead of stored as something unreadable.
	 * @throws Unparsable if it is in another encoding
	 */
	public static String text(byte[] document) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new Unparsable(
					new Text("文件编码不是 UTF-8，请另存为 UTF-8 编码", "the file is not encoded in UTF-8: save it as UTF-8"), ex);
		}
	}

	/**
	 * Counts before anything is kept: a tree takes a hundred times its text, and a text
	 * is looked at letter by letter.
	 */
	private static void refuseTooLarge(String document, Yaml yaml) {
		int line = 0;
		for (int index = 0; index < document.length(); index++) {
			line = (document.charAt(index) == '\n') ? 0 : line + 1;
			if (line > LONGEST_TEXT) {
				throw tooLarge();
			}
		}
		int events = 0;
		int depth = 0;
		for (Event event : yaml.parse(new StringReader(document))) {
			boolean tooLong = event instanceof ScalarEvent scalar && scalar.getValue().length() > LONGEST_TEXT;
			if (tooLong || ++events > MOST_EVENTS) {
				throw tooLarge();
			}
			depth += (event instanceof CollectionStartEvent) ? 1 : (event instanceof CollectionEndEvent) ? -1 : 0;
			if (depth > DEEPEST) {
				return;
			}
		}
	}

	private static Unparsable tooLarge() {
		return new Unparsable(Text.format("文件过大：一段文字最多%d个字符，全部最多%d项",
				"the document is too large: a text has at most %d characters, all of it at most %d entries",
				LONGEST_TEXT, MOST_EVENTS), new IllegalArgumentException());
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(DEEPEST);
		return options;
	}

	private static Node tree(org.yaml.snakeyaml.nodes.Node node) {
		int line = node.getStartMark().getLine() + 1;
		if (node.getAnchor() != null) {
			throw new YAMLException("anchors and aliases are not used here (line " + line + ")");
		}
		return switch (node) {
			case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Node.Nothing(line);
			case ScalarNode scalar -> new Node.Scalar(scalar.getValue(), line);
			case SequenceNode sequence ->
				new Node.Sequence(sequence.getValue().stream().map(YamlTree::tree).toList(), line);
			case MappingNode mapping -> mapping(mapping, line);
			default -> throw new YAMLException("unexpected " + node.getNodeId());
		};
	}

	private static Node mapping(MappingNode mapping, int line) {
		Map<String, Node> entries = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
			if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
				throw new YAMLException("a key must be one word (line " + keyLine + ")");
			}
			FullWidth.inKey(key.getValue(), keyLine).ifPresent(YamlTree::refuse);
			if (entries.put(key.getValue(), tree(tuple.getValueNode())) != null) {
				throw new YAMLException("key \"" + key.getValue() + "\" stands twice (line " + keyLine + ")");
			}
		}
		return new Node.Mapping(entries, line);
	}

}
