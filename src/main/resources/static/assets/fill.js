// Typing a period's figures: keys move through the grid, blocks from a spreadsheet fill it, nothing typed is lost unseen.
(() => {
	const form = document.getElementById("fill");
	if (!form) {
		return;
	}
	const COLUMNS = ["value", "level"];
	// Whoever types without a pause is saved all the same, more seldom where a draft is long
	const LONGEST_UNSAVED = form.dataset.large ? 12000 : 4000;
	// Counts what is typed, so that an answer does not call saved what came after its request
	let typed = 0;
	let sent = 0;
	let unsaved = document.querySelector("#draft .message") !== null;
	let leaving = false;
	let keeping = null;

	document.documentElement.classList.add("scripted");
	document.getElementById("failed")?.focus();

	const page = new URL(form.action).pathname;

	const every = () => [...form.querySelectorAll("tbody tr")];

	const isOpen = (row) => !row.matches(".there:not(.correcting)");

	const rows = () => every().filter(isOpen);

	const cell = (row, column) => row?.querySelector(`input[data-column="${column}"]`);

	const tell = (words) => {
		document.getElementById("pasted").textContent = words;
	};

	// --- Keys -----------------------------------------------------------------------------------------------------

	// What a field is called in every row: value, level, status and so on
	const part = (field) => field.name.slice(field.name.indexOf(".") + 1);

	const partner = (row, field) => [...row.querySelectorAll("input, select")]
		.find((other) => other.name && other.type !== "hidden" && part(other) === part(field) && other.checkVisibility());

	// The same field of the next row that has it; at the end it stays where it is and says so
	const move = (from, step) => {
		const all = rows();
		for (let at = all.indexOf(from.closest("tr")) + step; at >= 0 && at < all.length; at += step) {
			const next = partner(all[at], from);
			if (next) {
				next.focus();
				next.select?.();
				return;
			}
		}
		tell(form.dataset.last);
	};

	const folds = (row) => [...row.querySelectorAll("details")];

	const unfold = (field, open) => {
		const row = field.closest("tr");
		folds(row).forEach((fold) => {
			const kept = !open && [...fold.querySelectorAll("input")].some((input) => input.value.trim() !== "");
			fold.open = open || kept;
		});
		(open ? row.querySelector(".quarter input") ?? row.querySelector(".more input") : cell(row, "value"))?.focus();
	};

	// A fold is no stop between two fields: Alt and an arrow open and shut those of the row
	const skipFolds = () => form.querySelectorAll("summary").forEach((summary) => {
		summary.tabIndex = -1;
	});

	form.addEventListener("keydown", (event) => {
		const composing = event.isComposing || event.keyCode === 229;
		if (!event.target.matches("input, select, textarea") || composing || event.ctrlKey || event.metaKey) {
			return;
		}
		const vertical = event.key === "ArrowDown" || event.key === "ArrowUp";
		if (event.altKey) {
			if (vertical && !event.target.matches("select")) {
				event.preventDefault();
				unfold(event.target, event.key === "ArrowDown");
			}
			return;
		}
		if (event.target.matches("textarea") || (event.target.matches("select") && event.key !== "Enter")) {
			return;
		}
		// Half a form is never handed in by Enter
		if (event.key === "Enter" || vertical) {
			event.preventDefault();
			move(event.target, event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey) ? -1 : 1);
		}
	});

	// --- Drafts ---------------------------------------------------------------------------------------------------

	const copy = typing.copy(page);

	const fields = () => [...form.querySelectorAll("tbody :is(input, select, textarea)")];

	const texts = () => new Map(fields().map((field) => [field.name, field.value]));

	const versions = () => Object.fromEntries([...document.querySelectorAll('#draft input[name^="version."]')]
		.map((input) => [input.name, input.value]));

	// Whether the monitor has said that it keeps a newer draft than the one typed over
	const isOvertaken = () => document.querySelector("#draft .message") !== null;

	// What the monitor has, and what it was sent and has not answered yet
	let stored = unsaved ? new Map() : texts();
	let underway = stored;

	const keepCopy = () => {
		const open = [...texts()].filter(([name, text]) => stored.get(name) !== text);
		const replaced = fields().filter((field) => field.type === "hidden").map((field) => [field.name, field.value]);
		copy.keep(open.length ? { versions: versions(), fields: open, replaced, overtaken: isOvertaken() } : null);
	};

	const note = () => {
		typed += 1;
		unsaved = true;
		keepCopy();
		keeping ??= setTimeout(() => {
			keeping = null;
			if (unsaved) {
				htmx.trigger(form, "keep");
			}
		}, LONGEST_UNSAVED);
	};

	const save = () => form.dispatchEvent(new Event("change", { bubbles: true }));

	const open = (row) => {
		row.classList.add("correcting");
	};

	const history = typing.history(form, (changed) => {
		changed.map((field) => field.closest("tr")).filter((row) => row.matches(".there"))
			.forEach((row) => row.classList.toggle("correcting", isTouched(row)));
		const field = changed.find((one) => one.checkVisibility());
		field?.focus();
		note();
		save();
		tell(form.dataset.undone.replace("{0}", changed.length));
	});

	// An input method's half-written word is neither saved nor a step to go back to
	form.addEventListener("input", (event) => {
		if (event.isComposing) {
			event.stopPropagation();
		}
	}, true);

	form.addEventListener("compositionend", (event) => event.target.dispatchEvent(new Event("input", { bubbles: true })));

	// --- Blocks from a spreadsheet --------------------------------------------------------------------------------

	const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

	const named = (text) => every().find((row) => [row.dataset.name, row.dataset.code].some((name) => plain(name) === plain(text)));

	const fill = (lines, place) => {
		const unfit = [];
		const changes = [];
		lines.forEach((line) => {
			const row = place(line);
			line.cells.forEach((text, index) => {
				const field = row && isOpen(row) ? cell(row, COLUMNS[index + line.from]) : null;
				if (field) {
					changes.push({ field, value: text.trim() });
				}
				else if (text.trim()) {
					unfit.push(line.label ? `${line.label} ${text.trim()}` : text.trim());
				}
			});
		});
		history.put(changes);
		note();
		save();
		tell([form.dataset.pasted.replace("{0}", changes.length),
			unfit.length ? form.dataset.unfit.replace("{0}", unfit.join(form.dataset.between)) : ""].join(" ").trim());
	};

	form.addEventListener("paste", (event) => {
		const input = event.target;
		const text = event.clipboardData?.getData("text/plain") ?? "";
		if (!input.dataset.column || !/[\t\n]/.test(text.trim())) {
			return;
		}
		event.preventDefault();
		const block = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((line) => line.split("\t"));
		if (block.some((cells) => cells.length > 1 && named(cells[0]))) {
			fill(block.map((cells) => ({ label: cells[0].trim(), cells: cells.slice(1), from: 0 })), (line) => named(line.label));
			return;
		}
		// A row that shows no fields takes its line all the same: what follows stays beside its own name
		const all = every();
		const start = all.indexOf(input.closest("tr"));
		const from = COLUMNS.indexOf(input.dataset.column);
		fill(block.map((cells, index) => ({ index, cells, from })), (line) => all[start + line.index]);
	});

	// --- Corrections ----------------------------------------------------------------------------------------------

	const typedInto = (row) => [...row.querySelectorAll("input, select, textarea")]
		.filter((field) => field.type !== "hidden" && !field.name.endsWith(".kind"));

	const isTouched = (row) => typedInto(row).some((field) => field.value !== (field.dataset.was ?? ""));

	form.addEventListener("click", (event) => {
		const { correct, cancel } = event.target.dataset;
		const row = document.getElementById(`row-${correct ?? cancel}`);
		if (correct) {
			open(row);
			typedInto(row)[0]?.focus();
		}
		if (cancel) {
			history.put(typedInto(row).map((field) => ({ field, value: field.dataset.was ?? "" })));
			row.classList.remove("correcting");
			row.querySelector(".correct").focus();
			note();
			save();
		}
	});

	form.addEventListener("input", note);

	form.addEventListener("change", (event) => {
		if (event.target !== form) {
			keepCopy();
		}
	});

	// What this window had and the monitor has not, after a sign-in or a page that was left
	const bringBack = () => {
		const kept = copy.read();
		if (!kept) {
			return;
		}
		const now = versions();
		const overtaken = kept.overtaken || [...document.querySelectorAll('#draft input[name^="version."]')]
			.some((input) => input.dataset.author !== copy.account && (kept.versions[input.name] ?? "0") !== now[input.name]);
		const replaced = new Map(kept.replaced);
		const lost = [];
		const changes = [];
		kept.fields.forEach(([name, text]) => {
			const field = form.elements.namedItem(name);
			const code = name.slice(0, name.indexOf("."));
			const same = form.elements.namedItem(`${code}.replaces`)?.value === replaced.get(`${code}.replaces`);
			if (field && field.value === text) {
				return;
			}
			if (!field || overtaken || !same) {
				lost.push(`${field?.closest("tr").dataset.name ?? code} ${text}`);
			}
			else {
				changes.push({ field, value: text });
			}
		});
		history.put(changes);
		changes.forEach(({ field }) => {
			open(field.closest("tr"));
			field.closest("details")?.setAttribute("open", "");
		});
		tell([changes.length ? form.dataset.broughtBack.replace("{0}", changes.length) : "",
			lost.length ? form.dataset.notBrought.replace("{0}", lost.join(form.dataset.between)) : ""].join(" ").trim());
		if (changes.length) {
			note();
			document.addEventListener("DOMContentLoaded", () => setTimeout(save), { once: true });
		}
		else {
			copy.keep(null);
		}
	};

	// --- Handing in -----------------------------------------------------------------------------------------------

	form.addEventListener("submit", () => {
		keepCopy();
		unsaved = false;
		leaving = true;
		htmx.trigger(form, "htmx:abort");
		// The same figures are handed in once, however often the button is pressed
		setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => {
			button.disabled = true;
		}));
	});

	window.addEventListener("pageshow", () => {
		leaving = false;
		form.querySelectorAll("button[type=submit]").forEach((button) => {
			button.disabled = false;
		});
	});

	const mark = () => {
		form.querySelectorAll(".said[id$='-said']").forEach((said) => {
			const input = document.getElementById(said.id.replace(/-said$/, ""));
			if (input) {
				const faulty = said.querySelector(".fault") !== null;
				faulty ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
			}
		});
		form.querySelectorAll("tbody tr").forEach((row) => row.classList.toggle("doubted", row.querySelector(".line.doubt") !== null));
	};

	const lines = () => [...form.querySelectorAll(".said .line")].map((line) =>
		`${line.closest("tr").dataset.name}${form.dataset.of}${line.textContent.trim()}`);

	// The fields' messages are replaced as a whole: what is new in them is read out here
	let said = lines();
	const announce = () => {
		const now = lines();
		const fresh = now.filter((line) => !said.includes(line));
		said = now;
		if (fresh.length) {
			document.getElementById("announced").textContent = fresh.join(form.dataset.between);
		}
	};

	// What somebody has opened stays open, and the place in what is replaced is kept
	let opened = [];
	let inside = null;
	const remember = () => {
		opened = [...form.querySelectorAll(".would details[open]")].map((details) => details.closest(".would").id);
		inside = document.activeElement?.closest(".would, #draft")?.id;
	};
	const restore = () => {
		opened.forEach((id) => document.querySelector(`#${CSS.escape(id)} details`)?.setAttribute("open", ""));
		skipFolds();
		if (inside && document.activeElement === document.body) {
			document.querySelector(`#${CSS.escape(inside)} :is(summary, a)`)?.focus();
		}
	};

	// Nothing is kept as a draft any more once it is handed in
	form.addEventListener("htmx:beforeRequest", (event) => {
		if (leaving) {
			event.preventDefault();
		}
		sent = typed;
		underway = texts();
	});

	document.body.addEventListener("htmx:beforeSwap", remember);

	document.body.addEventListener("htmx:afterRequest", (event) => {
		if (event.detail.elt === form && event.detail.successful) {
			const overtaken = isOvertaken();
			unsaved = typed !== sent || overtaken;
			stored = overtaken ? stored : underway;
			keepCopy();
			restore();
			mark();
			announce();
		}
	});

	window.addEventListener("beforeunload", (event) => {
		if (unsaved) {
			event.preventDefault();
		}
	});

	skipFolds();
	mark();
	bringBack();
})();
