// Says that a file is too large before it is sent; the monitor refuses it all the same.
for (const input of document.querySelectorAll('form[data-sheet] input[type="file"]')) {
	input.addEventListener('change', () => {
		const large = Array.from(input.files).some((file) => file.size > Number(input.dataset.most));
		input.setCustomValidity(large ? input.dataset.tooLarge : '');
		input.reportValidity();
	});
}
