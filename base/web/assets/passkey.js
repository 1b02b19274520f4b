// Asks a device for a passkey. A form with `data-passkey`, the address that says what to ask, is shown where that can be done; sent,
// it takes the device's answer along. All words stand on the page.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (bytes) => bytes && btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => list && list.map((one) => ({ ...one, id: bytes(one.id) }));

  const ask = async (options) => {
    const { challenge, user, allowCredentials, excludeCredentials } = options;
    const publicKey = { ...options, challenge: bytes(challenge) };
    if (allowCredentials) publicKey.allowCredentials = known(allowCredentials);
    if (excludeCredentials) publicKey.excludeCredentials = known(excludeCredentials);
    if (!user) return navigator.credentials.get({ publicKey });
    publicKey.user = { ...user, id: bytes(user.id) };
    return navigator.credentials.create({ publicKey });
  };

  const written = ({ id, rawId, type, response }, results) => JSON.stringify({
    id, rawId: text(rawId), type, clientExtensionResults: results,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      authenticatorData: response.signature && text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: text(response.userHandle),
    },
  });

  const send = async (form) => {
    const asked = await fetch(form.dataset.passkey, { method: "POST" });
    // Somebody who must sign in or show who he is first is led there.
    if (asked.redirected) return location.assign(asked.url);
    if (!asked.ok) throw asked.status;
    const { ceremony, publicKey } = await asked.json();
    const made = await ask(publicKey);
    const { rk } = made.getClientExtensionResults().credProps || {};
    form.elements.ceremony.value = ceremony;
    form.elements.answer.value = written(made, rk === undefined ? {} : { credProps: { rk } });
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    // A device answers on the pages of the site to which its passkeys are bound, and where nobody listens.
    if (!window.PublicKeyCredential || location.hostname !== form.dataset.at) continue;
    form.parentElement.hidden = false;
    for (const instead of document.querySelectorAll("[data-no-passkey]")) instead.hidden = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const failed = form.querySelector("[role=alert]");
      failed.hidden = true;
      send(form).catch(() => { failed.hidden = false; });
    });
  }
})();
