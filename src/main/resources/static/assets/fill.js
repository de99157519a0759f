// Typing a period's figures: keys move through the grid, blocks from a spreadsheet fill it, nothing typed is lost unseen.
(() => {
	const form = document.getElementById("fill");
	if (!form) {
		return;
	}
	const COLUMNS = ["value", "level"];
	// Counts what is typed, so that an answer does not call saved what came after its request
	let typed = 0;
	let sent = 0;
	let unsaved = document.querySelector("#draft .message") !== null;
	let leaving = false;

	document.documentElement.classList.add("scripted");
	document.querySelectorAll("tr.there").forEach((row) => {
		if (!row.querySelector(".correct")) {
			row.classList.add("correcting");
		}
	});
	document.getElementById("failed")?.focus();

	const rows = () => [...form.querySelectorAll("tbody tr")].filter((row) => !row.matches(".there:not(.correcting)"));

	const cell = (row, column) => row?.querySelector(`input[data-column="${column}"]`);

	const move = (from, step) => {
		const all = rows();
		const next = cell(all[all.indexOf(from.closest("tr")) + step], from.dataset.column);
		next?.focus();
		next?.select();
	};

	form.addEventListener("keydown", (event) => {
		if (!event.target.matches("input") || event.isComposing) {
			return;
		}
		// Half a form is never handed in by Enter
		if (event.key === "Enter") {
			event.preventDefault();
		}
		const step = { ArrowDown: 1, Enter: event.shiftKey ? -1 : 1, ArrowUp: -1 }[event.key];
		if (step && event.target.dataset.column) {
			event.preventDefault();
			move(event.target, step);
		}
	});

	const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

	const named = (text) => rows().find((row) => [row.dataset.name, row.dataset.code].some((name) => plain(name) === plain(text)));

	const note = () => {
		typed += 1;
		unsaved = true;
	};

	const put = (input, text) => {
		input.value = text.trim();
		note();
	};

	const fill = (lines, place) => {
		const unfit = [];
		let filled = 0;
		lines.forEach((line) => {
			line.cells.forEach((text, index) => {
				const input = cell(place(line), COLUMNS[index + line.from]);
				if (input) {
					put(input, text);
					filled += 1;
				}
				else if (text.trim()) {
					unfit.push(line.label ? `${line.label} ${text.trim()}` : text.trim());
				}
			});
		});
		form.dispatchEvent(new Event("change", { bubbles: true }));
		const said = document.getElementById("pasted");
		said.textContent = form.dataset.pasted.replace("{0}", filled)
			+ (unfit.length ? " " + form.dataset.unfit.replace("{0}", unfit.join("; ")) : "");
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
		const all = rows();
		const start = all.indexOf(input.closest("tr"));
		const from = COLUMNS.indexOf(input.dataset.column);
		fill(block.map((cells, index) => ({ index, cells, from })), (line) => all[start + line.index]);
	});

	form.addEventListener("click", (event) => {
		const code = event.target.dataset.correct;
		if (code) {
			const row = document.getElementById(`row-${code}`);
			row.classList.add("correcting");
			cell(row, "value")?.focus();
		}
	});

	form.addEventListener("input", note);

	form.addEventListener("submit", () => {
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
	});

	window.addEventListener("pageshow", () => form.querySelectorAll("button[type=submit]").forEach((button) => {
		button.disabled = false;
	}));

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
		`${line.closest("tr").dataset.name}: ${line.textContent.trim()}`);

	// The fields' messages are replaced as a whole: what is new in them is read out here
	let said = lines();
	const announce = () => {
		const now = lines();
		const fresh = now.filter((line) => !said.includes(line));
		said = now;
		if (fresh.length) {
			document.getElementById("announced").textContent = fresh.join("; ");
		}
	};

	// What somebody has opened stays open, and the place in it is kept
	let opened = [];
	let inside = null;
	const remember = () => {
		opened = [...form.querySelectorAll(".would details[open]")].map((details) => details.closest(".would").id);
		inside = document.activeElement?.closest(".would")?.id;
	};
	const restore = () => {
		opened.forEach((id) => document.querySelector(`#${CSS.escape(id)} details`)?.setAttribute("open", ""));
		if (inside && document.activeElement === document.body) {
			document.querySelector(`#${CSS.escape(inside)} summary`)?.focus();
		}
	};

	// Nothing is kept as a draft any more once it is handed in
	form.addEventListener("htmx:beforeRequest", (event) => {
		if (leaving) {
			event.preventDefault();
		}
		sent = typed;
	});

	document.body.addEventListener("htmx:beforeSwap", remember);

	document.body.addEventListener("htmx:afterRequest", (event) => {
		if (event.detail.elt === form && event.detail.successful) {
			unsaved = typed !== sent || document.querySelector("#draft .message") !== null;
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

	mark();
})();
