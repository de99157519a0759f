// What every page does: htmx carries the token that proves a form is ours, and what does not get through is said.
(() => {
	const token = () => document.querySelector('meta[name="csrf"]');

	const alarm = () => document.getElementById("alarm");

	document.addEventListener("htmx:configRequest", (event) => {
		if (token()) {
			event.detail.headers[token().dataset.header] = token().content;
		}
	});

	const say = (words) => {
		alarm().querySelectorAll("[data-when]").forEach((part) => {
			part.hidden = part.dataset.when !== words;
		});
		alarm().hidden = false;
	};

	document.addEventListener("htmx:responseError", (event) => {
		const status = event.detail.xhr.status;
		say(status === 401 || status === 403 ? "ended" : "failed");
	});

	document.addEventListener("htmx:sendError", () => say("away"));

	document.addEventListener("htmx:afterRequest", (event) => {
		if (event.detail.successful && alarm()) {
			alarm().hidden = true;
		}
	});

	// What this window keeps of what was typed goes when it is handed in, and all of it at the sign-out
	const handedIn = document.querySelector("main[data-handed-in]")?.dataset.handedIn;
	if (handedIn) {
		const account = document.querySelector('meta[name="account"]')?.content ?? "";
		sessionStorage.removeItem(`typed ${account} ${handedIn}`);
	}
	document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => sessionStorage.clear());

	// Whoever signed in again in another window goes on here: what was typed is still in the fields
	window.addEventListener("focus", async () => {
		if (!alarm() || alarm().hidden || !token()) {
			return;
		}
		const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
		const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector('meta[name="csrf"]');
		if (answer.ok && !answer.redirected && fresh) {
			token().content = fresh.content;
			document.querySelectorAll('input[name="_csrf"]').forEach((input) => {
				input.value = fresh.content;
			});
			document.querySelector("form[hx-post]")?.dispatchEvent(new Event("change", { bubbles: true }));
		}
	});
})();
