// The editor of a paper: preview while typing, saving by itself, and who else is here. Everything it does the plain form can do too.
'use strict';

(() => {
  const form = document.getElementById('editor');
  const text = document.getElementById('markdown');
  const preview = document.getElementById('preview');
  const saved = document.getElementById('saved');
  const conflict = document.getElementById('conflict');
  const others = document.getElementById('others');
  const field = name => form.elements[`Form.${name}`];

  const savesItself = form.dataset.autosave === 'yes';
  const previewRest = 600;
  const saveRest = 4000;
  const pulse = 15000;
  // What a browser still takes along from a page that is being closed.
  const parting = 60000;

  let kept = text.value;
  let saving = null;
  let previewTimer = 0;
  let saveTimer = 0;
  let asked = 0;

  const dirty = () => text.value !== kept;
  const stopped = () => !conflict.hidden;

  const send = (handler, options = {}) => {
    const { query = '', ...more } = options;
    return fetch(`${location.pathname}?handler=${handler}${query}`, { method: 'POST', body: new FormData(form), credentials: 'same-origin', ...more });
  };

  // --- preview ---

  const draw = async () => {
    const mine = ++asked;
    try {
      const answer = await send('Paper');
      // The server has escaped every word of it.
      if (!answer.ok || mine !== asked) return;
      const open = preview.querySelector('.tracked')?.open;
      preview.innerHTML = await answer.text();
      if (open) preview.querySelector('.tracked').open = true;
    } catch {
      // Offline: the next letter asks again.
    }
  };

  // --- saving ---

  const show = words => {
    saved.textContent = words;
  };

  const part = name => conflict.querySelector(`[data-part="${name}"]`);

  const clash = found => {
    part('sentence').textContent = found.sentence;
    part('note').textContent = found.note ?? '';
    if (found.compare) part('compare').href = found.compare;
    part('over').value = found.over;
    conflict.hidden = false;
    conflict.scrollIntoView({ block: 'nearest' });
    show(form.dataset.unsaved);
  };

  const take = (sent, answer) => {
    if (answer.conflict) {
      clash(answer.conflict);
    } else if (answer.refused) {
      show(answer.refused);
    } else {
      kept = sent;
      field('BasedOn').value = answer.basedOn;
      field('Step').value = answer.step;
      field('Opened').value = answer.opened;
      show(answer.words);
    }
  };

  const save = async byHand => {
    // One at a time: the next is based on what this one gives.
    while (saving) await saving;
    if (stopped() || (!byHand && !dirty())) return;
    const sent = text.value;
    saving = (async () => {
      try {
        const answer = await send('Autosave', { query: byHand ? '&byHand=true' : '' });
        if (!answer.ok) throw new Error(String(answer.status));
        take(sent, await answer.json());
      } catch {
        show(form.dataset.failed);
        saveTimer = setTimeout(() => save(byHand), pulse);
      }
    })();
    await saving;
    saving = null;
  };

  text.addEventListener('input', () => {
    clearTimeout(previewTimer);
    previewTimer = setTimeout(draw, previewRest);
    if (stopped()) return;
    show(form.dataset.unsaved);
    clearTimeout(saveTimer);
    if (savesItself) saveTimer = setTimeout(() => save(false), saveRest);
  });

  document.getElementById('save').addEventListener('click', event => {
    if (stopped()) return;
    event.preventDefault();
    clearTimeout(saveTimer);
    save(true);
  });

  let leavingByForm = false;
  form.addEventListener('submit', () => {
    leavingByForm = true;
  });

  const last = () => {
    if (!savesItself || stopped() || saving || !dirty()) return;
    const size = new Blob([text.value]).size;
    if (size >= parting) return;
    const sent = text.value;
    send('Autosave', { keepalive: true }).then(answer => answer.json()).then(answer => take(sent, answer)).catch(() => {});
  };

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') last();
    else present();
  });

  addEventListener('beforeunload', event => {
    const small = new Blob([text.value]).size < parting;
    if (!leavingByForm && dirty() && (stopped() || !savesItself || !small)) event.preventDefault();
  });

  addEventListener('pagehide', () => {
    if (leavingByForm) return;
    last();
    const leaving = new FormData();
    leaving.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    navigator.sendBeacon(`${location.pathname}?handler=Present&leaving=true`, leaving);
  });

  // --- who else is here ---

  const present = async () => {
    if (document.visibilityState === 'hidden') return;
    try {
      const body = new FormData();
      body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
      const answer = await send('Present', { body });
      if (!answer.ok) return;
      const { words } = await answer.json();
      others.textContent = words;
      others.hidden = words === '';
    } catch {
      // Offline: the next pulse asks again.
    }
  };
  setInterval(present, pulse);

  // --- tools ---

  const put = (start, end, words, from, to) => {
    text.setRangeText(words, start, end, 'preserve');
    text.setSelectionRange(from, to);
    text.focus();
    text.dispatchEvent(new Event('input'));
  };

  const mark = sign => {
    const { value, selectionStart, selectionEnd } = text;
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const lines = value.slice(start, selectionEnd).split('\n');
    const on = lines.every(line => line.startsWith(sign));
    const words = lines.map(line => (on ? line.slice(sign.length) : sign + line)).join('\n');
    put(start, selectionEnd, words, start + words.length, start + words.length);
  };

  const around = sign => {
    const { value, selectionStart: start, selectionEnd: end } = text;
    put(start, end, sign + value.slice(start, end) + sign, start + sign.length, end + sign.length);
  };

  form.querySelector('.tools').hidden = false;
  document.getElementById('show').hidden = true;
  form.querySelectorAll('[data-mark]').forEach(button => button.addEventListener('click', () => mark(button.dataset.mark)));
  form.querySelectorAll('[data-around]').forEach(button => button.addEventListener('click', () => around(button.dataset.around)));

  const toggle = document.getElementById('switch');
  form.classList.add('switching');
  toggle.addEventListener('click', () => {
    const paper = form.classList.toggle('paper-first');
    toggle.textContent = paper ? toggle.dataset.text : toggle.dataset.paper;
  });
})();
