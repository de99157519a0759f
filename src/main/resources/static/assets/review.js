// Choosing all figures at once.
(() => {
	const form = document.getElementById("review");
	const all = document.getElementById("all");
	if (!form || !all) {
		return;
	}
	const boxes = Array.from(form.querySelectorAll('input[name="figures"]'));
	const tell = () => {
		const chosen = boxes.filter((box) => box.checked).length;
		all.checked = chosen === boxes.length;
		all.indeterminate = chosen > 0 && chosen < boxes.length;
		form.querySelectorAll('button[value="approve"], button[value="return"]').forEach((button) => {
			button.disabled = chosen === 0;
		});
	};
	all.closest("label").hidden = boxes.length < 2;
	all.addEventListener("change", () => {
		boxes.forEach((box) => {
			box.checked = all.checked;
		});
		tell();
	});
	boxes.forEach((box) => box.addEventListener("change", tell));
	tell();
	// Of several pages, another one would lose what is typed and ticked on this
	let leaving = false;
	form.addEventListener("submit", () => {
		leaving = true;
	});
	window.addEventListener("beforeunload", (event) => {
		const fields = [...form.querySelectorAll('input[name="figures"], .reason input')];
		if (!leaving && document.querySelector(".pager")
				&& fields.some((field) => field.checked !== field.defaultChecked || field.value !== field.defaultValue)) {
			event.preventDefault();
		}
	});
	// Enter in a reason must not approve
	form.querySelectorAll(".reason input").forEach((input) => input.addEventListener("keydown", (event) => {
		if (event.key === "Enter") {
			event.preventDefault();
		}
	}));
})();
