package org.targetmonitor.progress;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Makes something when it is first asked for, and keeps it. For one thread. */
final class Once<T> implements Supplier<T> {

	private final Supplier<T> making;

	private @Nullable T made;

	Once(Supplier<T> making) {
		this.making = making;
	}

	@Override
	public T get() {
		T present = this.made;
		if (present == null) {
			present = this.making.get();
			this.made = present;
		}
		return present;
	}

}
