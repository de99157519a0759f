// What is typed into a form can be taken back step by step, also what a script put there, and is not lost with the page.
const typing = {

	// Undo and redo of a form's fields. The browser's own forgets its place once a script has set a value, and mixes old and new.
	history(form, shown) {
		const PAUSE = 1500;
		const known = new WeakMap();
		let done = [];
		let undone = [];
		let last = null;

		const fields = 'input:not([type="hidden"]), textarea';

		const before = (field) => known.has(field) ? known.get(field) : field.defaultValue;

		const remember = (changes) => {
			done.push(changes);
			undone = [];
		};

		const kind = (event) => {
			const type = event.inputType ?? "";
			return type.startsWith("delete") ? "delete" : /^insert(Text|CompositionText|LineBreak)$/.test(type) ? "insert" : "";
		};

		form.addEventListener("input", (event) => {
			const field = event.target;
			if (!field.matches?.(fields) || before(field) === field.value) {
				return;
			}
			const now = Date.now();
			const same = last && last.field === field && last.kind && last.kind === kind(event) && now - last.at < PAUSE;
			if (same) {
				done.at(-1)[0].after = field.value;
			}
			else {
				remember([{ field, before: before(field), after: field.value }]);
			}
			last = { field, kind: kind(event), at: now };
			known.set(field, field.value);
		});

		form.addEventListener("focusin", () => {
			last = null;
		});

		const set = (field, value) => {
			field.value = value;
			known.set(field, value);
		};

		// Several fields at once are one step
		const put = (changes) => {
			last = null;
			const real = changes.map(({ field, value }) => ({ field, before: field.value, after: value }))
				.filter((change) => change.before !== change.after);
			real.forEach((change) => set(change.field, change.after));
			if (real.length) {
				remember(real);
			}
		};

		const step = (from, to, value) => {
			const changes = from.pop();
			last = null;
			if (!changes) {
				return;
			}
			changes.forEach((change) => set(change.field, change[value]));
			to.push(changes);
			shown(changes.map((change) => change.field));
		};

		const undo = () => step(done, undone, "before");

		const redo = () => step(undone, done, "after");

		form.addEventListener("beforeinput", (event) => {
			if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
				event.preventDefault();
				event.inputType === "historyUndo" ? undo() : redo();
			}
		});

		form.addEventListener("keydown", (event) => {
			if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) {
				return;
			}
			const key = event.key.toLowerCase();
			const back = key === "z" && !event.shiftKey;
			if (back || key === "y" || key === "z") {
				event.preventDefault();
				back ? undo() : redo();
			}
		});

		return { put };
	},

	// What the monitor does not have yet, for this account and page and this window only.
	copy(page) {
		const account = document.querySelector('meta[name="account"]')?.content ?? "";
		const key = `typed ${account} ${page}`;
		Object.keys(sessionStorage).filter((other) => other.startsWith("typed ") && !other.startsWith(`typed ${account} `))
			.forEach((other) => sessionStorage.removeItem(other));
		return {
			account,
			read: () => JSON.parse(sessionStorage.getItem(key) ?? "null"),
			keep: (typed) => typed ? sessionStorage.setItem(key, JSON.stringify(typed)) : sessionStorage.removeItem(key)
		};
	}

};
