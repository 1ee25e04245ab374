// Copies what a button names, and leads the reader to what was opened. All else is htmx.
'use strict';

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) {
    return;
  }
  const source = document.getElementById(button.dataset.copy);
  const label = button.innerHTML;
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = 'Copied';
  } catch {
    // Browsers give no clipboard to pages of plain http from elsewhere: leave the text selected.
    getSelection().selectAllChildren(source);
    button.textContent = 'Selected: copy it by the keyboard';
  }
  setTimeout(() => (button.innerHTML = label), 2000);
});

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'detail') {
    event.detail.target.focus();
  }
});
