package org.targetmonitor.input.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.input.tree.YamlTree;

/** Reads request bodies as trees. */
public final class Bodies {

	private Bodies() {
	}

	/**
	 * Reads a body by its content type: YAML where it says so, else JSON.
	 * @throws org.targetmonitor.input.tree.Unparsable if it is neither
	 */
	public static Node read(byte @Nullable [] body, @Nullable MediaType type) {
		byte[] bytes = (body != null) ? body : new byte[0];
		if (type != null && type.getSubtype().contains("yaml")) {
			return YamlTree.read(bytes);
		}
		return JsonTree.read(bytes);
	}

}
