// A department is one of a plan: whoever chooses it has chosen the plan, too.
document.querySelectorAll('select[name="department"]').forEach((department) => department.addEventListener("change", () => {
	const [plan, code] = department.value.split("/");
	if (code) {
		department.closest(".row").querySelector('select[name="plan"]').value = plan;
	}
}));

// Enter saves, but where plans are looked for it only ever looks; without this script Enter looks everywhere, and saves nothing
document.querySelector("form.card")?.addEventListener("keydown", (event) => {
	const look = event.currentTarget.querySelector('button[name="look"]');
	if (!look || event.key !== "Enter" || event.isComposing || !event.target.matches("input:not([type=checkbox])")) {
		return;
	}
	event.preventDefault();
	event.currentTarget.requestSubmit(event.target.name === "find" ? look : document.getElementById("save"));
});
