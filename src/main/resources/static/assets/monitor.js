// What every page does: htmx carries the token that proves a form is ours.
document.addEventListener("htmx:configRequest", (event) => {
	const csrf = document.querySelector('meta[name="csrf"]');
	if (csrf) {
		event.detail.headers[csrf.dataset.header] = csrf.content;
	}
});
