/** Puts the page together. */

import { Answers } from './answers.js';
import { json } from './api.js';
import { QuestionForm } from './question-form.js';
import { QuotaMeter } from './quota-meter.js';
import { SignIn } from './sign-in.js';
import { VersePanel } from './verse-panel.js';

const loaded = { translations: [], contact: '' };

const quota = new QuotaMeter();
const signIn = new SignIn(() => entered());
const answers = new Answers({
  contact: () => loaded.contact,
  translations: () => loaded.translations,
  edit: (turn) => form.edit(turn),
  signIn: () => signIn.begin(),
  changed: (isRunning) => (form.running = isRunning),
  ended: () => quota.refresh(),
});
const panel = new VersePanel((opener) => answers.shownBy(opener), () => loaded.translations);
const form = new QuestionForm({
  ask: (question, task, translation) => answers.ask(question, task, translation),
  stop: () => answers.stop(),
});

// Esc belongs to an open panel first; the capture phase comes before the browser closes it.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !panel.isOpen) {
    answers.stop();
  }
}, { capture: true });
document.getElementById('anew').addEventListener('click', () => answers.clear());

/** What can only be asked with a token. */
async function entered() {
  quota.refresh();
  try {
    loaded.translations = (await json('/ai/translations')).translations;
    form.offer(loaded.translations);
  } catch {
    form.offer([]); // the usual translation can be asked all the same
  }
}

form.running = false;
signIn.start();
answers.restore(); // before anything is awaited: a question may come at any moment from then on
const settings = await fetch('/web/settings.json').then((it) => it.json()).catch(() => ({}));
loaded.contact = settings.contact ?? '';
signIn.offer(settings.signIn);
