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

	private YamlTree() {
	}

	/**
	 * Reads one document.
	 * @throws Unparsable if it is no YAML, repeats a key or uses anchors
	 */
	public static Node read(String document) {
		try {
			org.yaml.snakeyaml.nodes.Node root = new Yaml(new SafeConstructor(options()))
				.compose(new StringReader(document));
			return (root != null) ? tree(root) : new Node.Nothing(1);
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 0;
			throw new Unparsable(Text.format("第%1$d行不是有效的 YAML，请检查缩进（用空格，不用制表符）、半角冒号及其后的空格",
					"line %1$d is not valid YAML: %2$s", line, ex.getProblem()), ex);
		}
		catch (YAMLException ex) {
			throw new Unparsable(Text.format("不是有效的 YAML：%s", "not valid YAML: %s", String.valueOf(ex.getMessage())),
					ex);
		}
	}

	/**
	 * Reads one document in UTF-8; in any other encoding, GBK most likely, it is refused
	 * instead of stored as something unreadable.
	 */
	public static Node read(byte[] document) {
		try {
			return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new Unparsable(new Text("文件编码不是 UTF-8", "the file is not encoded in UTF-8"), ex);
		}
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(20);
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
			if (entries.put(key.getValue(), tree(tuple.getValueNode())) != null) {
				throw new YAMLException("key \"" + key.getValue() + "\" stands twice (line " + keyLine + ")");
			}
		}
		return new Node.Mapping(entries, line);
	}

}
