// Binds the slider and the field of "which rest of the year meets the target?"; what comes of it is asked of the monitor.
document.addEventListener("DOMContentLoaded", () => {
	const slider = document.getElementById("what-if-slider");
	const field = document.getElementById("what-if-value");
	if (!slider || !field) {
		return;
	}
	const say = () => slider.setAttribute("aria-valuetext", slider.value + slider.dataset.unit);
	const follow = () => {
		const number = Number(field.value);
		if (field.value.trim() !== "" && Number.isFinite(number)) {
			slider.value = String(number);
			say();
		}
	};
	slider.hidden = false;
	follow();
	slider.addEventListener("input", () => {
		field.value = slider.value;
		say();
	});
	field.addEventListener("input", follow);
});
