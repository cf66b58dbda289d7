/** Offers to show the typed password; without scripts the choice stays hidden. */
const box = document.querySelector<HTMLInputElement>('#pokaz-haslo');
const password = document.querySelector<HTMLInputElement>('#haslo');

if (box && password) {
  box.closest('label')?.removeAttribute('hidden');
  box.addEventListener('change', () => {
    password.type = box.checked ? 'text' : 'password';
  });
  password.form?.addEventListener('submit', () => {
    password.type = 'password';
  });
}
