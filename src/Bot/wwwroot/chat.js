// Joins web chat to this server: a token from the sign-in cookie, another when it has expired, and refusals in words.
'use strict';

(async () => {
  const root = document.getElementById('webchat');
  const hint = document.getElementById('hint');
  const { user, nonce, limit, tooLarge } = root.dataset;
  const domain = `${location.origin}/v3/directline`;
  const expired = 3;

  const fetchToken = async () => {
    const antiforgery = document.querySelector('input[name=__RequestVerificationToken]').value;
    const answer = await fetch('/?handler=Token', { method: 'POST', headers: { RequestVerificationToken: antiforgery } });
    // Signed out, or as somebody else in another tab: the page has to be drawn anew.
    if (answer.status === 400 || answer.status === 401) location.reload();
    if (!answer.ok) throw new Error(`token: ${answer.status}`);
    return (await answer.json()).token;
  };

  const directLine = WebChat.createDirectLine({ domain, token: await fetchToken() });
  directLine.connectionStatus$.subscribe(async status => {
    if (status !== expired) return;
    const headers = { Authorization: `Bearer ${await fetchToken()}` };
    const answer = await fetch(`${domain}/conversations/${directLine.conversationId}?watermark=${directLine.watermark}`, { headers });
    directLine.reconnect(await answer.json());
  });

  const warn = message => ({ type: 'WEB_CHAT/SET_NOTIFICATION', payload: { id: 'refused', level: 'warn', message } });
  const size = attachments => attachments.reduce((sum, { blob, size: bytes }) => sum + (blob?.size ?? bytes ?? 0), 0);
  const store = WebChat.createStore({}, ({ dispatch }) => next => action => {
    const { type, payload } = action;
    if (type === 'WEB_CHAT/SEND_MESSAGE' && size(payload.attachments ?? []) > limit) return dispatch(warn(tooLarge));
    if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') dispatch({ type: 'WEB_CHAT/DISMISS_NOTIFICATION', payload: { id: 'refused' } });
    if (type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') {
      // The server's own sentence, which says what to do.
      const said = payload?.response?.error?.message ?? payload?.xhr?.response?.error?.message;
      if (said) dispatch(warn(said));
    }
    return next(action);
  });
  store.subscribe(() => (hint.hidden = store.getState().activities.length > 0));
  setTimeout(() => (hint.hidden = store.getState().activities.length > 0), 1500);

  // Buttons carry addresses of this server without its name; web chat opens only complete ones.
  const cardActionMiddleware = () => next => ({ cardAction, ...others }) =>
    next({ ...others, cardAction: cardAction.type === 'openUrl' ? { ...cardAction, value: new URL(cardAction.value, location.origin).href } : cardAction });

  document.querySelectorAll('[data-say]').forEach(button =>
    button.addEventListener('click', () => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text: button.dataset.say } }))
  );

  WebChat.renderWebChat({ directLine, store, userID: user, locale: 'zh-CN', nonce, cardActionMiddleware, ...look }, root);
})();
