// Joins web chat to this server: a token from the sign-in cookie, a fresh start when the connection is lost for good, and refusals in words.
'use strict';

(() => {
  const status = { expired: 3, failed: 4, ended: 5 };
  const domain = `${location.origin}/v3/directline`;
  const page = document.getElementById('webchat');
  const hint = document.getElementById('hint');
  const { user, nonce, limit, tooLarge } = page.dataset;
  const pause = 3000;
  let root = page;
  let current;

  const fetchToken = async () => {
    const antiforgery = document.querySelector('input[name=__RequestVerificationToken]').value;
    const answer = await fetch('/?handler=Token', { method: 'POST', headers: { RequestVerificationToken: antiforgery } });
    // Signed out, or signed in as somebody else in another tab: the page has to be drawn anew.
    if (answer.status === 400 || answer.status === 401) location.reload();
    if (!answer.ok) throw new Error(`token: ${answer.status}`);
    return (await answer.json()).token;
  };

  const warn = message => ({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id: 'refused', level: 'warn', message } });
  const calm = { type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: 'refused' } };
  const size = attachments => attachments.reduce((sum, { blob, size: bytes }) => sum + (blob?.size ?? bytes ?? 0), 0);

  // Says in words why something was not sent: the server's own sentence tells what to do.
  const explain = ({ dispatch }) => next => action => {
    const { type, payload } = action;
    if (type === 'WEB_CHAT/SEND_MESSAGE' && size(payload.attachments ?? []) > limit) return dispatch(warn(tooLarge));
    if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') dispatch(calm);
    const said = type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' && (payload?.response ?? payload?.xhr?.response)?.error?.message;
    if (said) dispatch(warn(said));
    return next(action);
  };

  // Buttons carry addresses of this server without its name; web chat opens only complete ones.
  const cardActionMiddleware = () => next => ({ cardAction, ...others }) =>
    next({ ...others, cardAction: cardAction.type === 'openUrl' ? { ...cardAction, value: new URL(cardAction.value, location.origin).href } : cardAction });

  // What was typed, or failed to go off, must not be lost with the connection.
  const unsent = store => {
    const { activities, sendBoxValue } = store.getState();
    const last = activities.filter(({ from }) => from?.role === 'user').at(-1);
    const failed = last && !last.id && last.text;
    return sendBoxValue || failed || '';
  };

  const start = async draft => {
    let token;
    try {
      token = await fetchToken();
    } catch {
      setTimeout(start, pause, draft);
      return;
    }

    const directLine = WebChat.createDirectLine({ domain, token });
    const store = WebChat.createStore({}, explain);
    current = { directLine, store };
    // Web chat does not recover from these; everything said is in the log of the server, so beginning again shows it again.
    directLine.connectionStatus$.subscribe(value => {
      if (current?.directLine !== directLine || ![status.expired, status.failed, status.ended].includes(value)) return;
      current = undefined;
      setTimeout(() => {
        directLine.end();
        start(unsent(store));
      }, value === status.expired ? 0 : pause);
    });
    store.subscribe(() => {
      if (store.getState().activities.length > 0) hint.hidden = true;
    });

    const fresh = page.cloneNode(false);
    root.replaceWith(fresh);
    root = fresh;
    WebChat.renderWebChat({ directLine, store, userID: user, locale: 'zh-CN', nonce, cardActionMiddleware, ...look }, root);
    if (draft) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  };

  // A phone that slept longer than its token lived gets another before anybody notices.
  document.addEventListener('visibilitychange', async () => {
    if (document.visibilityState !== 'visible' || !current) return;
    const { directLine } = current;
    directLine.token = await fetchToken().catch(() => directLine.token);
  });

  document.querySelectorAll('[data-say]').forEach(button =>
    button.addEventListener('click', () => current?.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text: button.dataset.say } }))
  );
  // Only those to whom nothing has been said yet need to be told how to begin.
  setTimeout(() => (hint.hidden = !current || current.store.getState().activities.length > 0), 1500);

  start('');
})();
