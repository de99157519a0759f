// A department is one of a plan: whoever chooses it has chosen the plan, too.
document.querySelectorAll('select[name="department"]').forEach((department) => department.addEventListener("change", () => {
	const [plan, code] = department.value.split("/");
	if (code) {
		department.closest(".row").querySelector('select[name="plan"]').value = plan;
	}
}));
