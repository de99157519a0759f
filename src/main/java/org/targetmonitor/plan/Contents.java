package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a plan holds, or how that stands: headline targets, their parts, key tasks and
 * commitments, each in the plan's order and found by its code at once.
 *
 * @param <T> what stands for one of them
 */
public final class Contents<T> {

	private final List<T> targets;

	private final List<T> parts;

	private final List<T> tasks;

	private final List<T> commitments;

	private final List<T> elsewhere;

	private final Map<String, T> byCode = new HashMap<>();

	private final Map<String, List<T>> naming = new HashMap<>();

	/** Those that name none of the others. */
	public Contents(Collection<T> targets, Collection<T> parts, Collection<T> tasks, Collection<T> commitments,
			Function<T, String> code) {
		this(targets, parts, tasks, commitments, List.of(), code, (one) -> Stream.empty());
	}

	/**
	 * @param elsewhere what targets are held against and the plan does not hold itself
	 * @param code the code that each is found by; of two with the same one the first is
	 * found
	 * @param names the codes of the others that each one's figures are held against
	 */
	public Contents(Collection<T> targets, Collection<T> parts, Collection<T> tasks, Collection<T> commitments,
			Collection<T> elsewhere, Function<T, String> code, Function<T, Stream<String>> names) {
		this.targets = List.copyOf(targets);
		this.parts = List.copyOf(parts);
		this.tasks = List.copyOf(tasks);
		this.commitments = List.copyOf(commitments);
		this.elsewhere = List.copyOf(elsewhere);
		all().forEach((one) -> {
			this.byCode.putIfAbsent(code.apply(one), one);
			names.apply(one)
				.distinct()
				.forEach((other) -> this.naming.computeIfAbsent(other, (key) -> new ArrayList<>()).add(one));
		});
		this.elsewhere.forEach((one) -> this.byCode.putIfAbsent(code.apply(one), one));
	}

	/** The headline targets. */
	public List<T> targets() {
		return this.targets;
	}

	/** What targets are split into. */
	public List<T> parts() {
		return this.parts;
	}

	/** The key tasks. */
	public List<T> tasks() {
		return this.tasks;
	}

	public List<T> commitments() {
		return this.commitments;
	}

	/** What targets are held against and the plan does not hold itself. */
	public List<T> elsewhere() {
		return this.elsewhere;
	}

	/** All that the plan holds, kind after kind. */
	public Stream<T> all() {
		return Stream.of(this.targets, this.parts, this.tasks, this.commitments).flatMap(List::stream);
	}

	/** Whatever has this code. */
	public Optional<T> find(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	/** Those that name this code, in the order of all. */
	public List<T> naming(String code) {
		return Collections.unmodifiableList(this.naming.getOrDefault(code, List.of()));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Contents<?> contents && this.targets.equals(contents.targets)
				&& this.parts.equals(contents.parts) && this.tasks.equals(contents.tasks)
				&& this.commitments.equals(contents.commitments) && this.elsewhere.equals(contents.elsewhere);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.targets, this.parts, this.tasks, this.commitments, this.elsewhere);
	}

	@Override
	public String toString() {
		return all().toList().toString();
	}

}
